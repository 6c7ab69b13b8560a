import { describe, expect, test } from '@jest/globals';
import { type ClockSettings, flagsOf, productionClocks, quickClocks } from '../../src/autoscaler/clocks.js';
import { autoscalerOf, type HpaSpec } from '../../src/autoscaler/hpa.js';
import { interferencesIn } from '../../src/autoscaler/interference.js';
import { proofDemand, type Scenario } from '../../src/autoscaler/scenario.js';
import { type ShadowReport, shadow } from '../../src/autoscaler/shadow.js';
import type { ObservedHpa, TimelineRow } from '../../src/autoscaler/timeline.js';
import { record } from './recorded.js';

const target = { type: 'Utilization', averageUtilization: 50 };
const plain: HpaSpec = {
  minReplicas: 1,
  maxReplicas: 4,
  metrics: [{ type: 'Resource', resource: { name: 'cpu', target } }],
};
const windowed: HpaSpec = {
  ...plain,
  maxReplicas: 8,
  behavior: {
    scaleUp: { policies: [{ type: 'Pods', value: 1, periodSeconds: 30 }] },
    scaleDown: { stabilizationWindowSeconds: 45, policies: [{ type: 'Percent', value: 50, periodSeconds: 20 }] },
  },
};

function recording(spec: HpaSpec, clocks: ClockSettings, seed: number, milli = 1400): TimelineRow[] {
  const setup = { flags: flagsOf(clocks), tolerance: 0.1, configurableTolerance: false };
  const scenario: Scenario = {
    autoscaler: autoscalerOf(spec, setup),
    clocks,
    pod: { requestMilli: 500, limitMilli: null, idleMilli: 3, readySeconds: [4, 9] },
    startReplicas: 1,
    demand: proofDemand(40, 120, milli),
    endAt: clocks === productionClocks ? 560 : 300,
  };
  return record(scenario, spec, seed);
}

const report = (rows: readonly TimelineRow[], clocks: ClockSettings): ShadowReport =>
  shadow(rows, {
    setup: { flags: flagsOf(clocks), tolerance: 0.1, configurableTolerance: false },
    syncPeriodSeconds: clocks.syncPeriodSeconds,
  });

/** Changes what one row and every later one with the same status say. */
function altered(
  rows: readonly TimelineRow[],
  index: number,
  change: (hpa: ObservedHpa) => ObservedHpa,
): TimelineRow[] {
  const version = rows[index]?.hpa?.resourceVersion;
  return rows.map((row) => (row.hpa && row.hpa.resourceVersion === version ? { ...row, hpa: change(row.hpa) } : row));
}

const withDesired =
  (desired: number) =>
  (hpa: ObservedHpa): ObservedHpa => ({
    ...hpa,
    status: { ...hpa.status, desiredReplicas: desired },
  });

describe('shadow HPA', () => {
  test.each<[string, HpaSpec, ClockSettings, number]>([
    ['quick clocks', plain, quickClocks, 1],
    ['quick clocks, another phase', plain, quickClocks, 2],
    ['quick clocks, behavior', windowed, quickClocks, 3],
    ['production clocks', plain, productionClocks, 4],
    ['production clocks, behavior', windowed, productionClocks, 5],
  ])('reproduces every decision of a recording with %s', (_, spec, clocks, seed) => {
    const found = report(recording(spec, clocks, seed), clocks);
    expect(found.decisions.filter(({ agreement }) => agreement === 'deviates')).toEqual([]);
    expect(found.agreement).toBe(1);
    expect(found.decisions.length).toBeGreaterThan(25);
    expect(found.exact).toBeGreaterThan(0.8 * found.decisions.length);
    const codes = new Set(found.decisions.map(({ code }) => code));
    expect([...codes]).toEqual(expect.arrayContaining(['scaled-up', 'scaled-down', 'held-by-down-window']));
  });

  // Whether a recommendation still counts hangs on jitter there, and on sizes that a higher one in the window hides.
  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])(
    'reproduces every decision where the window is a multiple of the sync period, seed %i',
    (seed) => {
      const clocks = { ...quickClocks, downscaleStabilizationSeconds: 2 * quickClocks.syncPeriodSeconds };
      const found = report(recording(plain, clocks, seed, 600 + 40 * seed), clocks);
      expect(found.decisions.filter(({ agreement }) => agreement === 'deviates')).toEqual([]);
      expect(found.decisions.length).toBeGreaterThan(25);
    },
  );

  test('the quick window is no multiple of the quick sync period', () => {
    expect(quickClocks.downscaleStabilizationSeconds % quickClocks.syncPeriodSeconds).not.toBe(0);
  });

  test('deviates where the live HPA wrote another size', () => {
    const rows = recording(plain, quickClocks, 1);
    const scaled = report(rows, quickClocks).decisions.find(({ code }) => code === 'scaled-up');
    const wrong = altered(rows, scaled?.row ?? 0, withDesired((scaled?.observed.desired ?? 0) + 1));
    const found = report(wrong, quickClocks);
    expect(found.deviating).toBeGreaterThan(0);
    const deviation = found.decisions.find(({ row }) => row === scaled?.row);
    expect(deviation).toMatchObject({ agreement: 'deviates', code: 'unexplained' });
    expect(deviation?.explanation).toContain('desired');
  });

  test('deviates where the live HPA held back without a reason', () => {
    const rows = recording(plain, productionClocks, 4);
    const down = report(rows, productionClocks).decisions.find(({ code }) => code === 'scaled-down');
    const held = rows.map((row, index) =>
      index < (down?.row ?? 0) ? row : { ...row, hpa: rows[(down?.row ?? 1) - 1]?.hpa ?? null },
    );
    const found = report(held, productionClocks);
    expect(found.decisions.filter(({ agreement }) => agreement === 'deviates').map(({ code }) => code)).toContain(
      'held-by-down-window',
    );
  });

  test('names newer metrics as the reason where only older samples explain a decision', () => {
    const rows = recording(plain, quickClocks, 1);
    const scaled = report(rows, quickClocks).decisions.find(({ code }) => code === 'scaled-up')?.row ?? 0;
    const ahead = rows.map((row, index) =>
      index >= scaled - 2 && index <= scaled + 1
        ? {
            ...row,
            samples: (row.samples ?? []).map((each) => ({
              ...each,
              containers: [{ name: 'app', usageMilli: { cpu: 499 } }],
            })),
          }
        : row,
    );
    expect(report(ahead, quickClocks).decisions.find(({ row }) => row === scaled)).toMatchObject({
      agreement: 'deviates',
      code: 'metrics-newer-than-decision',
    });
  });

  test('calls an observation stale where rows are missing or empty', () => {
    const rows = recording(plain, quickClocks, 1);
    const scaled = report(rows, quickClocks).decisions.find(({ code }) => code === 'scaled-up')?.row ?? 0;
    const blind = rows.map((row, index) => (Math.abs(index - scaled) <= 2 ? { ...row, samples: null } : row));
    expect(report(blind, quickClocks).decisions.find(({ row }) => row === scaled)).toMatchObject({
      code: 'stale-observation',
    });
  });

  test('agrees on nothing where nothing was recorded', () => {
    expect(report([], quickClocks)).toMatchObject({ decisions: [], agreement: Number.NaN });
    const gone = recording(plain, quickClocks, 1).map((row) => ({ ...row, hpa: null }));
    expect(report(gone, quickClocks).decisions).toEqual([]);
  });

  test('keeps what a failed metrics API does to the HPA as an agreement', () => {
    const rows = recording(plain, quickClocks, 1).map((row) => ({ ...row, samples: [] }));
    expect(report(rows, quickClocks).agreement).toBeLessThan(1);
  });
});

describe('interference', () => {
  const rows = recording(plain, quickClocks, 1);

  test('finds none where the HPA alone scaled', () => expect(interferencesIn(rows)).toEqual([]));

  test.each<[string, (row: TimelineRow, index: number) => TimelineRow, string]>([
    [
      'a size that somebody else wrote',
      (row, index) => (index > 20 && index < 30 ? { ...row, scale: { spec: 3, status: 3 } } : row),
      'scaled-by-hand',
    ],
    ['an HPA that was deleted', (row, index) => (index > 100 ? { ...row, hpa: null } : row), 'hpa-absent'],
    ['an HPA that never was', (row) => ({ ...row, hpa: null }), 'hpa-absent'],
    [
      'another spec',
      (row, index) => (row.hpa && index > 50 ? { ...row, hpa: { ...row.hpa, spec: windowed } } : row),
      'spec-changed',
    ],
    [
      'another HPA',
      (row, index) => (row.hpa && index > 50 ? { ...row, hpa: { ...row.hpa, name: 'other' } } : row),
      'hpa-replaced',
    ],
    [
      'a rollout',
      (row, index) =>
        index > 50
          ? { ...row, pods: row.pods.flatMap((pod) => [pod, { ...pod, name: `${pod.name}-new`, owner: 'web-2' }]) }
          : row,
      'rollout',
    ],
  ])('finds %s', (_, change, code) => {
    expect(interferencesIn(rows.map(change)).map((each) => each.code)).toContain(code);
  });
});
