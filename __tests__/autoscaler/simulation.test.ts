import { describe, expect, test } from '@jest/globals';
import { acceptanceOf } from '../../src/autoscaler/acceptance.js';
import { type Band, bandsOf } from '../../src/autoscaler/bands.js';
import type { WrittenBehavior } from '../../src/autoscaler/behavior.js';
import { type ClockSettings, productionClocks, quickClocks } from '../../src/autoscaler/clocks.js';
import { autoscalerOf, defaultSetup } from '../../src/autoscaler/hpa.js';
import { seeded } from '../../src/autoscaler/random.js';
import { proofDemand, type Scenario } from '../../src/autoscaler/scenario.js';
import { simulate, sizeAt } from '../../src/autoscaler/simulation.js';

interface Case {
  readonly behavior?: WrittenBehavior;
  readonly clocks?: ClockSettings;
  readonly limit?: number;
  readonly start?: number;
  readonly from?: number;
  readonly to?: number;
  readonly end?: number;
}

function scenario({
  behavior,
  clocks = productionClocks,
  limit,
  start = 2,
  from = 400,
  to = 1600,
  end = 280,
}: Case): Scenario {
  const cpu = { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } } };
  const spec = { minReplicas: 1, maxReplicas: 30, metrics: [cpu], ...(behavior === undefined ? {} : { behavior }) };
  return {
    autoscaler: autoscalerOf(spec, defaultSetup),
    clocks,
    pod: { requestMilli: 500, limitMilli: limit ?? null, idleMilli: 0, readySeconds: [5, 7] },
    startReplicas: start,
    demand: [
      { at: -90, milli: from },
      { at: 0, milli: to },
    ],
    endAt: end,
  };
}

const quantile = (band: Band, q: number): number => band.quantiles.find((each) => each.q === q)?.seconds ?? Number.NaN;
const proof: Scenario = {
  ...scenario({ start: 1 }),
  autoscaler: { ...scenario({}).autoscaler, max: 4 },
  demand: proofDemand(30, 150, 1400),
  endAt: 640,
};

describe('simulator', () => {
  // Measured by another simulation of the same pipeline; p50 and p95 of the first and the last move, seconds. Two
  // ways to the end lie 80 s apart at a resolution of 60 s, so that its median says nothing.
  test.each<[string, Case, number, number, number, number]>([
    ['a fourfold step', {}, 24, 35, 42, 59],
    ['an eightfold step from one pod', { start: 1, from: 200 }, 23, 37, 46, 62],
    ['a step just over the tolerance', { to: 640 }, 34, 46, 34, 46],
    ['a resolution of 60 s', { clocks: { ...productionClocks, metricResolutionSeconds: 60 } }, 54, 83, Number.NaN, 206],
    ['a limit equal to the request', { limit: 500 }, 27, 38, 74, 100],
    [
      'one pod a minute',
      { behavior: { scaleUp: { policies: [{ type: 'Pods', value: 1, periodSeconds: 60 }] } } },
      24,
      35,
      206,
      224,
    ],
    ['a quarter of the load', { start: 7, from: 1600, to: 400, end: 400 }, 315, 335, 335, 354],
    [
      'a quarter of it, window 60 s',
      { start: 7, from: 1600, to: 400, end: 200, behavior: { scaleDown: { stabilizationWindowSeconds: 60 } } },
      69,
      81,
      87,
      98,
    ],
  ])('takes as long as expected for %s', (_, given, first50, first95, last50, last95) => {
    const options = { runs: 50, seed: 5, quantiles: [0.5, 0.95], loadStart: 0, loadEnd: 640 };
    const { firstMove, settled } = bandsOf(scenario(given), options);
    const near = (seen: number, expected: number): void =>
      expect(Math.abs(seen - expected)).toBeLessThan(Math.max(9, 0.2 * expected));
    near(quantile(firstMove, 0.5), first50);
    near(quantile(firstMove, 0.95), first95);
    if (!Number.isNaN(last50)) near(quantile(settled, 0.5), last50);
    if (last95 < 70) return;
    expect(quantile(settled, 0.95)).toBeGreaterThan(0.8 * last95);
  });

  test('comes to rest at a size of the acceptance set', () => {
    const { sizes } = bandsOf(scenario({}), { runs: 30, seed: 1, quantiles: [0.5], loadStart: 0, loadEnd: 640 });
    const cpu = {
      ...scenario({}).autoscaler,
      target: { kind: 'utilization', percent: 50, requestMilli: 500 },
      limitMilli: null,
    } as const;
    const { members } = acceptanceOf(cpu, { loadMilli: 1600, idleMilliPerPod: 0 });
    expect(sizes.every(({ size }) => members.includes(size))).toBe(true);
  });

  test('gives the same run for the same seed, and another for another', () => {
    const [a, b, c] = [7, 7, 8].map((seed) => simulate(proof, seeded(seed)));
    expect(a).toEqual(b);
    expect(c).not.toEqual(a);
  });

  test('goes up and comes back, sooner with quick clocks', () => {
    const options = { runs: 40, seed: 1, quantiles: [0.5, 0.99], loadStart: 30, loadEnd: 180 };
    const slow = bandsOf(proof, options);
    const quick = bandsOf({ ...proof, clocks: quickClocks }, options);
    expect(slow.sizes).toEqual([{ size: 4, runs: 40 }]);
    expect(quick.sizes).toEqual([{ size: 4, runs: 40 }]);
    expect(slow.backToMin.happened).toBe(40);
    expect(quantile(quick.backToMin, 0.99)).toBeLessThan(quantile(slow.backToMin, 0.5) / 3);
    expect(quantile(quick.firstMove, 0.99)).toBeLessThan(quantile(slow.firstMove, 0.5));
  });

  test('says null where an event does not happen', () => {
    const asleep = { ...proof, demand: proofDemand(30, 150, 100) };
    const { firstMove, sizes } = bandsOf(asleep, { runs: 10, seed: 1, quantiles: [0.5], loadStart: 30, loadEnd: 180 });
    expect(firstMove).toEqual({ quantiles: [{ q: 0.5, seconds: null }], happened: 0 });
    expect(sizes).toEqual([{ size: 1, runs: 10 }]);
  });

  test('never moves where pods request nothing, and names the reason of the HPA', () => {
    const run = simulate({ ...proof, pod: { ...proof.pod, requestMilli: null } }, seeded(1));
    expect(run.moves).toEqual([]);
    expect(run.conditions.ScalingActive?.reason).toBe('FailedGetResourceMetric');
  });

  test('never moves where the limit keeps usage inside the tolerance', () => {
    const run = simulate({ ...proof, pod: { ...proof.pod, limitMilli: 275 } }, seeded(1));
    expect(sizeAt(run, 640)).toBe(1);
  });
});
