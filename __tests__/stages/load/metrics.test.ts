import { describe, expect, test } from '@jest/globals';
import { defaultSetup, type MetricSpec } from '../../../src/autoscaler/hpa.js';
import { cpuRoleOf } from '../../../src/stages/load/cpu.js';
import { FakeClock } from '../../fakes/clock.js';
import { cpuMetric, ScalingWorld } from '../../fakes/scaling-world.js';
import { play, told } from './played.js';

const memory = (averageUtilization: number): MetricSpec => ({
  type: 'Resource',
  resource: { name: 'memory', target: { type: 'Utilization', averageUtilization } },
});
const queue: MetricSpec = { type: 'External', external: { metric: { name: 'queue' }, target: { averageValue: '10' } } };
const memoryAt = (averageUtilization: number) => ({
  type: 'Resource',
  resource: { name: 'memory', current: { averageUtilization, averageValue: '1M' } },
});

test('a custom metric alone decides nothing by CPU, and the words name it', async () => {
  const row = await new ScalingWorld(new FakeClock()).observe();
  if (row.autoscaler === null) throw new Error('the model has an autoscaler');
  const role = cpuRoleOf({ ...row, autoscaler: { ...row.autoscaler, metrics: [queue] } }, defaultSetup);
  expect(role).toEqual({
    cpu: null,
    why: expect.stringMatching(/scales on ExternalAverageValue queue, and what a request adds/),
  });
});

describe('an autoscaler with other metrics than CPU', () => {
  test('is calibrated by its CPU metric while the others ask for nothing more', async () => {
    const metrics = [cpuMetric(50), memory(5000)];
    const played = await play({ metrics, otherStatus: [memoryAt(100)] });
    expect(told(played)).toEqual([]);
    expect(played.result.output.aim?.calibration?.costMilli).toBeCloseTo(2, 0);
  });

  test.each<
    readonly [name: string, metrics: readonly MetricSpec[], status: readonly { type: string }[], words: RegExp]
  >([
    ['memory alone', [memory(5000)], [], /scales on memory alone.*no load can be chosen/],
    [
      'memory that asks for more than CPU',
      [cpuMetric(50), memory(5000)],
      [memoryAt(6200)],
      /metric memory is at 124 % of its target and asks for more pods than CPU/,
    ],
    ['a metric that cannot be read', [cpuMetric(50), memory(5000)], [{ type: '' }], /metric memory cannot be read/],
    ['two CPU metrics', [cpuMetric(50), cpuMetric(60)], [], /two CPU metrics/],
  ])('is not calibrated with %s, and says so before any load is sent', async (_, metrics, otherStatus, words) => {
    const played = await play({ metrics, otherStatus, setup: { tolerance: 1e9 } });
    const [evidence] = played.result.evidence.filter(({ claim }) => claim.includes('can be reached'));
    expect([evidence?.verdict, evidence?.observed]).toEqual(['inconclusive', expect.stringMatching(words)]);
    expect(evidence?.observed).toContain('give load.rate');
    expect(played.result.output.load).toBeNull();
    expect(played.result.output.marks.map(({ phase }) => phase)).toEqual(['ready']);
  });
});
