import type { Distribution } from '../../ports/load-generator.js';

/** Longest latency told apart, 20 minutes in microseconds; what is longer counts as this. */
const longest = 1_200_000_000;

/**
 * HdrHistogram's layout (G. Tene): values below 2048 have a bucket each, and each doubling above has 1024 more, so that
 * three significant digits are kept. The index is computed from the leading zeros, without a loop or a division.
 */
const [linear, half, halfBits] = [2048, 1024, 10];

function indexOf(value: number): number {
  if (value < linear) return value;
  const shift = 21 - Math.clz32(value);
  return shift * half + (value >>> shift);
}

/** The largest value that is counted with `index`. */
function largestAt(index: number): number {
  if (index < linear) return index;
  const shift = (index >>> halfBits) - 1;
  return (index - shift * half + 1) * 2 ** shift - 1;
}

/** Milliseconds in, three significant digits kept, memory bounded whatever the number of values. */
export interface Histogram {
  record(ms: number): void;
  /** Milliseconds; 0 where nothing was recorded. */
  percentile(percent: number): number;
  distribution(): Distribution;
  reset(): void;
}

export function histogram(): Histogram {
  const counts = new Uint32Array(indexOf(longest) + 1);
  let [count, sum, min, max] = [0, 0, Number.POSITIVE_INFINITY, 0];
  let highest = 0;
  return {
    record(ms) {
      const micros = Math.round(ms * 1000);
      const index = indexOf(Math.min(longest, Math.max(1, micros)));
      counts[index] = (counts[index] ?? 0) + 1;
      if (index > highest) highest = index;
      count++;
      sum += ms;
      if (ms < min) min = ms;
      if (ms > max) max = ms;
    },
    percentile(percent) {
      let rest = Math.max(1, Math.ceil((percent / 100) * count));
      for (let index = 0; index <= highest; index++) {
        rest -= counts[index] ?? 0;
        if (rest <= 0) return largestAt(index) / 1000;
      }
      return 0;
    },
    distribution() {
      const buckets: [number, number][] = [];
      for (let index = 0; index <= highest; index++) {
        const seen = counts[index] ?? 0;
        if (seen > 0) buckets.push([largestAt(index) / 1000, seen]);
      }
      return { count, min: count === 0 ? 0 : min, max, mean: count === 0 ? 0 : sum / count, precision: 0.001, buckets };
    },
    reset() {
      counts.fill(0, 0, highest + 1);
      [count, sum, min, max, highest] = [0, 0, Number.POSITIVE_INFINITY, 0, 0];
    },
  };
}
