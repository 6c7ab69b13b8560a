import { describe, expect, test } from '@jest/globals';
import { between, type Random, seeded } from '../../../../src/autoscaler/random.js';
import { shiftOf } from '../../../../src/stages/load/comparison/shift.js';

/** Standard normal, by Box and Muller. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

describe('the shift between paired measurements', () => {
  test('is the median of all pairwise means', () => {
    expect(shiftOf([1, 2, 6], 0.5).estimate).toBe(2.75);
    expect(shiftOf([-3, 3], 0.5).estimate).toBe(0);
    expect(shiftOf([5], 0.5).estimate).toBe(5);
  });

  /** Ranks of Walsh's averages that bound the shift: Hollander and Wolfe, table A.4. */
  test.each([
    [6, 0.95, 1],
    [8, 0.95, 4],
    [10, 0.95, 9],
    [12, 0.95, 14],
    [8, 0.99, 1],
    [10, 0.99, 4],
  ])(
    'of %i pairs at a confidence of %f has the pairwise mean of rank %i as its lower end',
    (pairs, confidence, rank) => {
      const differences = Array.from({ length: pairs }, (_, index) => 2 ** index);
      const means = differences
        .flatMap((one, i) => differences.slice(i).map((other) => (one + other) / 2))
        .toSorted((a, b) => a - b);
      const { low, high } = shiftOf(differences, confidence);
      expect([low, high]).toEqual([means[rank - 1], means.at(-rank)]);
    },
  );

  test.each([0, 1, 5])('of %i pairs is not bounded at 95 percent', (pairs) => {
    const { low, high } = shiftOf(Array(pairs).fill(1), 0.95);
    expect([low, high]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  });

  test('is hardly moved by one wild pair', () => {
    const quiet = [0.1, 0.11, 0.09, 0.1, 0.12, 0.08, 0.1];
    expect(shiftOf([...quiet, 50], 0.95).estimate).toBeCloseTo(0.1, 1);
  });

  /** Skewed noise of each block cancels within a pair, or at least turns round with the order of the pair. */
  test.each([
    ['normal noise', (random: Random) => normal(random)],
    ['heavy tails', (random: Random) => normal(random) / (0.05 + random())],
    ['a few stalls', (random: Random) => (random() < 0.1 ? between(random, 5, 50) : random())],
  ])('lies in its interval as often as is promised, with %s', (_, noise) => {
    const random = seeded(7);
    const rounds = 1000;
    const kept = Array.from({ length: rounds }, () => {
      const differences = Array.from({ length: 8 }, () => 3 + noise(random) - noise(random));
      const { low, high } = shiftOf(differences, 0.95);
      return low <= 3 && 3 <= high;
    }).filter(Boolean).length;
    expect(kept / rounds).toBeGreaterThan(0.93);
    expect(kept / rounds).toBeLessThan(0.99);
  });
});
