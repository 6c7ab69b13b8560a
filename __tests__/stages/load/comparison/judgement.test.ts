import { describe, expect, test } from '@jest/globals';
import { type Random, seeded } from '../../../../src/autoscaler/random.js';
import type { Distribution, Tally } from '../../../../src/ports/load-generator.js';
import {
  compareFailures,
  compareLatency,
  isDecided,
  mostLooks,
  pairsOf,
} from '../../../../src/stages/load/comparison/judgement.js';
import type { Block, Variant } from '../../../../src/stages/load/comparison/spec.js';

const none: Tally = {
  scheduled: 0,
  sent: 0,
  good: 0,
  bad: 0,
  shed: 0,
  late: 0,
  outcomes: {},
  byPod: {},
  retried: 0,
  bytes: 0,
};

/** A block in which every request took as long. */
function flat(variant: Variant, ms: number, good = 300, bad = 0): Block {
  const count = good + bad;
  const latency: Distribution = { count, min: ms, max: ms, mean: ms, precision: 0.001, buckets: [[ms, count]] };
  return { variant, latency, tally: { ...none, scheduled: count, sent: count, good, bad } };
}

const order: readonly Variant[] = ['baseline', 'candidate', 'candidate', 'baseline'];

/** Blocks of a noisy machine: each has noise of its own, and all share a drift that grows over the run. */
function run(random: Random, slower: number, sigma: number, drift: number, pairs = 8): readonly Block[] {
  return Array.from({ length: 2 * pairs }, (_, index) => {
    const variant = order[index % 4] ?? 'baseline';
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const ms = 40 * (variant === 'candidate' ? slower : 1) * Math.exp(sigma * normal + drift * index);
    return flat(variant, ms);
  });
}

/** As the stage does it: eight pairs more for as long as nothing is clear. */
function verdictAfterLooks(random: Random, slower: number, sigma: number, drift: number): string {
  let blocks: readonly Block[] = [];
  for (let look = 0; look < mostLooks; look++) {
    blocks = [...blocks, ...run(random, slower, sigma, drift)];
    if (isDecided(blocks, 0.1)) break;
  }
  return compareLatency(blocks, 50, 0.1).verdict;
}

function shares(slower: number, sigma: number, drift: number): Readonly<Record<string, number>> {
  const [random, rounds] = [seeded(11), 120];
  const verdicts = Array.from({ length: rounds }, () => verdictAfterLooks(random, slower, sigma, drift));
  return Object.fromEntries(
    ['pass', 'fail', 'inconclusive'].map((one) => [one, verdicts.filter((verdict) => verdict === one).length / rounds]),
  );
}

describe('latency beside a baseline', () => {
  test('pairs the blocks that were beside each other, whichever came first', () => {
    const blocks = order.map((variant, index) => flat(variant, index + 1));
    const ms = pairsOf(blocks).map(({ baseline, candidate }) => [baseline.latency.mean, candidate.latency.mean]);
    expect(ms).toEqual([
      [1, 2],
      [4, 3],
    ]);
    expect(pairsOf(blocks.slice(0, 3))).toHaveLength(1);
  });

  test.each([
    [1, 'pass'],
    [1.05, 'pass'],
    [1.2, 'fail'],
    [0.5, 'pass'],
  ])('that is %f times as long is a %s, of ten percent that are tolerated', (slower, verdict) => {
    expect(compareLatency(run(seeded(1), slower, 0.01, 0), 50, 0.1).verdict).toBe(verdict);
  });

  test('of too few blocks is inconclusive, and of none', () => {
    expect(compareLatency(run(seeded(1), 3, 0.01, 0, 6), 50, 0.1).verdict).toBe('inconclusive');
    expect(compareLatency([], 50, 0.1).verdict).toBe('inconclusive');
  });

  test('may be a millisecond longer where that is more than the share', () => {
    const blocks = Array.from({ length: 16 }, (_, index) => order[index % 4] ?? 'baseline').map((variant) =>
      flat(variant, variant === 'candidate' ? 1.9 : 1),
    );
    expect(compareLatency(blocks, 50, 0.1)).toMatchObject({ verdict: 'pass', tolerated: 2 });
  });

  test.each([
    [0.05, 0],
    [0.15, 0],
    [0.15, 0.01],
    [0.4, 0],
  ])('that is the same is hardly ever called slower (noise %f, drift %f)', (sigma, drift) => {
    expect(shares(1, sigma, drift)['fail']).toBeLessThanOrEqual(0.01);
  });

  test('that is longer by exactly what is tolerated fails in one run of twenty at most', () => {
    expect(shares(1.1, 0.1, 0.005)['fail']).toBeLessThanOrEqual(0.05);
  });

  test.each([
    [0.03, 0],
    [0.05, 0.005],
  ])('that is a fifth longer is found out nearly always (noise %f, drift %f)', (sigma, drift) => {
    expect(shares(1.2, sigma, drift)['fail']).toBeGreaterThan(0.9);
  });

  test('that is a fifth longer is never passed, however loud the machine is', () => {
    expect(shares(1.2, 0.3, 0)['pass']).toBeLessThanOrEqual(0.05);
  });
});

describe('failures beside a baseline', () => {
  const blocks = (baseline: readonly [number, number], candidate: readonly [number, number]): readonly Block[] => [
    flat('baseline', 10, ...baseline),
    flat('candidate', 10, ...candidate),
  ];

  test.each<readonly [string, readonly [number, number], readonly [number, number], string]>([
    ['none at all', [2000, 0], [2000, 0], 'pass'],
    ['as many', [1000, 100], [1000, 100], 'inconclusive'],
    ['a tenth more', [2000, 0], [1800, 200], 'fail'],
    ['fewer', [1500, 500], [2000, 0], 'pass'],
    ['no requests', [0, 0], [0, 0], 'inconclusive'],
    ['a few requests', [20, 0], [20, 0], 'inconclusive'],
  ])('%s', (_, baseline, candidate, verdict) => {
    expect(compareFailures(blocks(baseline, candidate)).verdict).toBe(verdict);
  });
});
