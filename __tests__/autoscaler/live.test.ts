import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { interferencesIn } from '../../src/autoscaler/interference.js';
import { type ShadowReport, shadow } from '../../src/autoscaler/shadow.js';
import type { TimelineRow } from '../../src/autoscaler/timeline.js';
import { traceFromTimeline } from '../../src/autoscaler/trace.js';

/** Recorded of Kubernetes 1.34.4 on a busy machine: sync period 5 s and down window 30 s, or as production has them. */
function recorded(name: string): TimelineRow[] {
  const file = path.resolve('__tests__/fixtures/hpa', `live-${name}.jsonl.gz`);
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as TimelineRow);
}

const flags = {
  downscaleStabilizationSeconds: 30,
  cpuInitializationPeriodSeconds: 300,
  initialReadinessDelaySeconds: 30,
};
const report = (rows: readonly TimelineRow[], tolerance = 0.1): ShadowReport =>
  shadow(rows, { setup: { flags, tolerance, configurableTolerance: false }, syncPeriodSeconds: 5 });

describe('a recorded live HPA', () => {
  test.each<[string, string, number, number, number, string[]]>([
    [
      'one',
      'CPU utilisation, no behavior',
      5,
      49,
      49,
      ['metrics-failed', 'kept', 'held-by-down-window', 'scaled-down'],
    ],
    ['two', 'one container and memory, with behavior', 5, 49, 45, ['metrics-failed', 'kept', 'scaled-down']],
    ['one-production', 'the same, production clocks', 15, 18, 18, ['kept', 'held-by-limit', 'held-by-down-window']],
    ['two-production', 'the same, production clocks', 15, 18, 16, ['kept', 'held-by-down-window', 'scaled-down']],
  ])('%s (%s) is reproduced in all of its decisions', (name, _, period, decisions, exact, codes) => {
    const window = period === 5 ? 30 : 300;
    const setup = {
      flags: { ...flags, downscaleStabilizationSeconds: window },
      tolerance: 0.1,
      configurableTolerance: false,
    };
    const found = shadow(recorded(name), { setup, syncPeriodSeconds: period });
    expect(found.decisions.filter(({ agreement }) => agreement === 'deviates')).toEqual([]);
    expect({ decisions: found.decisions.length, exact: found.exact }).toEqual({ decisions, exact });
    expect(found.visible.agreeing).toBe(found.visible.all);
    expect(found.visible.all).toBeGreaterThan(10);
    expect(found.decisions.map(({ code }) => code)).toEqual(expect.arrayContaining(['scaled-up', ...codes]));
  });

  test.each<[string, (row: TimelineRow) => TimelineRow]>([
    [
      'the pods had used 1 millicore more',
      (row) => ({
        ...row,
        samples: (row.samples ?? []).map((sample) => ({
          ...sample,
          containers: sample.containers.map((each) => ({
            ...each,
            usageMilli: { ...each.usageMilli, cpu: Number(each.usageMilli['cpu']) + 1 },
          })),
        })),
      }),
    ],
    [
      'a pod had requested more',
      (row) => ({
        ...row,
        pods: row.pods.map((pod) => ({
          ...pod,
          containers: pod.containers.map((each) => ({ ...each, requestMilli: { cpu: 40, memory: 1 } })),
        })),
      }),
    ],
    [
      'it had wanted one more',
      (row) =>
        row.hpa
          ? {
              ...row,
              hpa: { ...row.hpa, status: { ...row.hpa.status, desiredReplicas: row.hpa.status.desiredReplicas + 1 } },
            }
          : row,
    ],
  ])('is not reproduced if %s', (_, change) => {
    const found = report(recorded('one').map(change));
    expect(found.agreement).toBeLessThan(0.2);
    expect(found.deviating).toBeGreaterThan(30);
  });

  test('is not reproduced wholly by a controller with another window', () => {
    const rows = recorded('one');
    const other = { ...flags, downscaleStabilizationSeconds: 300 };
    const found = shadow(rows, {
      setup: { flags: other, tolerance: 0.1, configurableTolerance: false },
      syncPeriodSeconds: 5,
    });
    expect(found.deviating).toBeGreaterThan(0);
  });

  test('was disturbed by nobody', () => expect(interferencesIn(recorded('one'))).toEqual([]));

  test('gives the demand as a trace', () => {
    const { demand } = traceFromTimeline(recorded('one'), 1);
    expect(demand[0]?.milli).toBeLessThan(5);
    expect(Math.max(...demand.map(({ milli }) => milli))).toBeGreaterThan(20);
  });
});
