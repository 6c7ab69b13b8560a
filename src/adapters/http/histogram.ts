import { Int32Histogram } from 'hdr-histogram-js';
import type { Distribution } from '../../ports/load-generator.js';

/** Longest latency told apart, 20 minutes in microseconds; what is longer counts as this. */
const longest = 1_200_000_000;

/** Milliseconds in, three significant digits kept, memory bounded whatever the number of values. */
export interface Histogram {
  record(ms: number): void;
  /** Milliseconds; 0 where nothing was recorded. */
  percentile(percent: number): number;
  distribution(): Distribution;
  reset(): void;
}

export function histogram(): Histogram {
  const counts = new Int32Histogram(1, longest, 3);
  let [sum, min, max] = [0, Number.POSITIVE_INFINITY, 0];
  return {
    record(ms) {
      counts.recordValue(Math.min(longest, Math.max(1, Math.round(ms * 1000))));
      sum += ms;
      if (ms < min) min = ms;
      if (ms > max) max = ms;
    },
    percentile: (percent) => (counts.totalCount === 0 ? 0 : counts.getValueAtPercentile(percent) / 1000),
    distribution() {
      const buckets: [number, number][] = [];
      const values = counts.recordedValuesIterator;
      values.reset();
      while (values.hasNext()) {
        const { valueIteratedTo, countAtValueIteratedTo } = values.next();
        buckets.push([valueIteratedTo / 1000, countAtValueIteratedTo]);
      }
      const count = counts.totalCount;
      return { count, min: count === 0 ? 0 : min, max, mean: count === 0 ? 0 : sum / count, precision: 0.001, buckets };
    },
    reset() {
      counts.reset();
      [sum, min, max] = [0, Number.POSITIVE_INFINITY, 0];
    },
  };
}
