import type { Distribution } from '../../ports/load-generator.js';

/** Both bounds hold with this confidence, each by itself. */
export const confidence = 0.95;
/** Standard normal deviate of `confidence`, one-sided. */
const z = 1.6448536269514722;

/** Bounds on the true value; an end that the evidence does not reach is infinite. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Value of the `rank`-th smallest sample, counted from 1. */
export function valueAtRank({ buckets, max }: Distribution, rank: number): number {
  let seen = 0;
  for (const [value, count] of buckets) {
    seen += count;
    if (seen >= rank) return Math.min(value, max);
  }
  return max;
}

export function percentile(distribution: Distribution, percent: number): number {
  if (distribution.count === 0) return Number.NaN;
  return valueAtRank(distribution, Math.max(1, Math.ceil((percent / 100) * distribution.count)));
}

/** P(Binomial(n, q) ≤ 0), P(… ≤ 1) …: summed exactly, in logarithms. */
function* cumulative(n: number, q: number): Generator<number> {
  const odds = Math.log(q) - Math.log1p(-q);
  let logTerm = n * Math.log1p(-q);
  let sum = Math.exp(logTerm);
  for (let k = 0; k < n; k++) {
    yield sum;
    logTerm += Math.log((n - k) / (k + 1)) + odds;
    sum += Math.exp(logTerm);
  }
  yield 1;
}

/** Smallest k with P(Binomial(n, q) ≤ k) ≥ `probability`. Summed from the nearer end, so that p99 costs little. */
export function binomialQuantile(n: number, q: number, probability: number): number {
  let k = 0;
  if (q <= 0.5) {
    for (const sum of cumulative(n, q)) {
      if (sum >= probability) return k;
      k++;
    }
    return n;
  }
  for (const sum of cumulative(n, 1 - q)) {
    if (sum > 1 - probability) return n - k;
    k++;
  }
  return 0;
}

/**
 * Bounds on a percentile from order statistics, whatever the distribution: sample r is above the q-quantile with
 * probability P(Binomial(n, q) ≤ r−1). Fewer samples than the bound needs (59 for p95, 299 for p99) give infinity.
 */
export function percentileInterval(distribution: Distribution, percent: number): Interval {
  const { count } = distribution;
  const q = percent / 100;
  if (count === 0) return { low: 0, high: Number.POSITIVE_INFINITY };
  const upper = binomialQuantile(count, q, confidence) + 1;
  const lower = binomialQuantile(count, q, 1 - confidence);
  return {
    low: lower < 1 ? 0 : valueAtRank(distribution, lower),
    high: upper > count ? Number.POSITIVE_INFINITY : valueAtRank(distribution, upper),
  };
}

/** Wilson's score interval for a share of `hits` in `n`. */
export function wilson(hits: number, n: number): Interval {
  if (n === 0) return { low: 0, high: 1 };
  const share = hits / n;
  const denominator = 1 + (z * z) / n;
  const centre = (share + (z * z) / (2 * n)) / denominator;
  const half = (z / denominator) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** Mean with the normal approximation; nothing is said of fewer than 30 samples. */
export function meanInterval({ buckets, count, mean }: Distribution): Interval {
  if (count < 30) return { low: 0, high: Number.POSITIVE_INFINITY };
  const squares = buckets.reduce((sum, [value, times]) => sum + times * (value - mean) ** 2, 0);
  const half = z * Math.sqrt(squares / (count - 1) / count);
  return { low: Math.max(0, mean - half), high: mean + half };
}

/** Events a second, as a Poisson count with the normal approximation. */
export function rateInterval(events: number, seconds: number): Interval {
  if (seconds <= 0) return { low: 0, high: Number.POSITIVE_INFINITY };
  const half = z * Math.sqrt(Math.max(1, events));
  return { low: Math.max(0, events - half) / seconds, high: (events + half) / seconds };
}
