import { describe, expect, test } from '@jest/globals';
import type { Distribution } from '../../../src/ports/load-generator.js';
import {
  binomialQuantile,
  meanInterval,
  percentile,
  percentileInterval,
  rateInterval,
  valueAtRank,
  wilson,
} from '../../../src/stages/load/statistics.js';

function of(values: readonly number[]): Distribution {
  const sorted = values.toSorted((a, b) => a - b);
  const count = sorted.length;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / Math.max(1, count);
  const buckets = sorted.map((value) => [value, 1] as const);
  return { count, min: sorted[0] ?? 0, max: sorted.at(-1) ?? 0, mean, precision: 0.001, buckets };
}
const upTo = (n: number): Distribution => of(Array.from({ length: n }, (_, index) => index + 1));

describe('bounds on percentiles', () => {
  test.each([
    [58, 95, false],
    [59, 95, true],
    [298, 99, false],
    [299, 99, true],
    [2994, 99.9, false],
    [2995, 99.9, true],
  ])('%i samples bound p%d: %s', (n, percent, bounded) => {
    expect(Number.isFinite(percentileInterval(upTo(n), percent).high)).toBe(bounded);
  });

  test('for 100 samples the median lies between the 42nd and the 59th', () => {
    expect(percentileInterval(upTo(100), 50)).toEqual({ low: 42, high: 59 });
  });

  test('cover the true percentile in at least 95 % of samples, each side', () => {
    let state = 7;
    const random = (): number => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647;
    };
    let [above, below] = [0, 0];
    for (let run = 0; run < 400; run++) {
      const { low, high } = percentileInterval(of(Array.from({ length: 200 }, random)), 95);
      if (high < 0.95) above++;
      if (low > 0.95) below++;
    }
    expect(Math.max(above, below) / 400).toBeLessThan(0.075);
    expect(Math.max(above, below) / 400).toBeGreaterThan(0.005);
  });

  test.each([
    [1, 1],
    [2, 1],
    [3, 2],
    [5, 4],
    [6, 4],
  ])('the sample of rank %i is %i', (rank, value) => {
    const distribution = {
      count: 5,
      min: 1,
      max: 4,
      mean: 2,
      precision: 0,
      buckets: [
        [1, 2],
        [2, 1],
        [5, 2],
      ] as const,
    };
    expect(valueAtRank(distribution, rank)).toBe(value);
  });

  test.each([
    [50, 50],
    [50.5, 51],
    [99, 99],
    [0.1, 1],
    [99.9, 100],
  ])('p(%d) of a hundred is the sample of rank %i', (percent, rank) =>
    expect(percentile(upTo(100), percent)).toBe(rank),
  );

  test('nothing is known of no samples', () => {
    expect(percentileInterval(of([]), 50)).toEqual({ low: 0, high: Number.POSITIVE_INFINITY });
    expect(percentile(of([]), 50)).toBeNaN();
  });

  test.each([
    [10, 0.5, 0.95, 8],
    [10, 0.5, 0.05, 2],
    [20, 0.9, 0.95, 20],
    [20, 0.9, 0.05, 16],
    [100_000, 0.99, 0.95, 99_051],
  ])('the quantile of Binomial(%i, %d) at %d is %i', (n, q, probability, k) => {
    expect(binomialQuantile(n, q, probability)).toBe(k);
  });
});

describe('bounds on rates and means', () => {
  test('no failure in 268 requests bounds the error rate below 1 %, in 267 it does not', () => {
    expect(wilson(0, 268).high).toBeLessThan(0.01);
    expect(wilson(0, 267).high).toBeGreaterThan(0.01);
  });

  test('nothing is known of no requests', () => expect(wilson(0, 0)).toEqual({ low: 0, high: 1 }));

  test('half failures of 100 are between 42 % and 58 %', () => {
    const { low, high } = wilson(50, 100);
    expect([low, high].map((value) => Math.round(100 * value))).toEqual([42, 58]);
  });

  test('a mean of fewer than 30 samples is not bounded', () => {
    expect(meanInterval(upTo(29)).high).toBe(Number.POSITIVE_INFINITY);
    expect(meanInterval(upTo(30)).high).toBeCloseTo(18.14, 1);
  });

  test.each([
    [0, 10, 0, 0.1645],
    [1, 10, 0, 0.2645],
    [100, 10, 8.3551, 11.6449],
    [100, 0, 0, Number.POSITIVE_INFINITY],
    [100, -1, 0, Number.POSITIVE_INFINITY],
  ])('%i events in %i s are between %d and %d a second', (events, seconds, low, high) => {
    const found = rateInterval(events, seconds);
    expect([found.low, found.high].map((value) => Math.round(value * 1e4) / 1e4)).toEqual([low, high]);
  });

  test.each([
    [0, 10, 0, 0.2129],
    [10, 10, 0.7871, 1],
    [1, 10, 0.0226, 0.3477],
    [5, 10, 0.2693, 0.7307],
  ])('%i of %i are between %d and %d', (hits, n, low, high) => {
    const found = wilson(hits, n);
    expect([found.low, found.high].map((value) => Math.round(value * 1e4) / 1e4)).toEqual([low, high]);
  });

  test('a mean is as far off as its samples are spread, and never below nothing', () => {
    const even = {
      count: 40,
      min: 10,
      max: 30,
      mean: 20,
      precision: 0,
      buckets: [
        [10, 20],
        [30, 20],
      ] as const,
    };
    expect(meanInterval(even).low).toBeCloseTo(20 - 1.6449 * Math.sqrt(4000 / 39 / 40), 3);
    expect(meanInterval(even).high).toBeCloseTo(20 + 1.6449 * Math.sqrt(4000 / 39 / 40), 3);
    expect(meanInterval({ ...even, mean: 0.1 }).low).toBe(0);
  });

  test('a count is a Poisson count', () => {
    const { low, high } = rateInterval(100, 10);
    expect([low, high].map((value) => Math.round(value * 10) / 10)).toEqual([8.4, 11.6]);
  });
});
