import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Int32Histogram } from 'hdr-histogram-js';
import { histogram } from '../../../src/adapters/http/histogram.js';

/** Microseconds up to the longest that is told apart. */
const micros = fc.oneof(
  fc.integer({ min: 1, max: 5000 }),
  fc.integer({ min: 1, max: 1_200_000_000 }),
  fc.nat(29).map((power) => 2 ** power),
);

describe('the histogram', () => {
  test('has the buckets and percentiles of HdrHistogram, value for value', () => {
    fc.assert(
      fc.property(fc.array(micros, { minLength: 1, maxLength: 200 }), (values) => {
        const [ours, theirs] = [histogram(), new Int32Histogram(1, 1_200_000_000, 3)];
        for (const value of values) {
          ours.record(value / 1000);
          theirs.recordValue(value);
        }
        for (const percent of [0.1, 25, 50, 90, 95, 99, 99.9, 100]) {
          expect(ours.percentile(percent)).toBe(theirs.getValueAtPercentile(percent) / 1000);
        }
        expect(ours.distribution().buckets.reduce((sum, [, count]) => sum + count, 0)).toBe(values.length);
      }),
    );
  });

  test('a bucket is named by its largest value, at most a thousandth above the smallest', () => {
    for (const value of [1, 2047, 2048, 2049, 100_000, 99_999_999]) {
      const one = histogram();
      one.record(value / 1000);
      const [named] = one.distribution().buckets[0]!;
      expect(named).toBeGreaterThanOrEqual(value / 1000);
      expect(named / (value / 1000) - 1).toBeLessThanOrEqual(0.001);
    }
  });

  test('what is longer than the longest counts as the longest, and its true length is the maximum', () => {
    const one = histogram();
    one.record(2_000_000);
    expect(one.distribution()).toMatchObject({ count: 1, max: 2_000_000 });
    expect(one.percentile(50)).toBeGreaterThanOrEqual(1_200_000);
  });

  test('without values there is no minimum to tell', () => {
    expect(histogram().distribution()).toEqual({ count: 0, min: 0, max: 0, mean: 0, precision: 0.001, buckets: [] });
    expect(histogram().percentile(99)).toBe(0);
  });

  test('after a reset nothing is left of what was recorded', () => {
    const one = histogram();
    for (const value of [1, 50, 1000]) one.record(value);
    one.reset();
    one.record(3);
    expect(one.distribution()).toMatchObject({ count: 1, min: 3, max: 3, mean: 3 });
    expect(one.percentile(100)).toBeLessThan(3.01);
  });
});
