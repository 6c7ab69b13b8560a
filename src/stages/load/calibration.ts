import type { CpuCounter } from '../../ports/autoscaler-observer.js';
import type { Calibration } from './spec.js';

/** CPU used and requests answered over one interval between two samples of the counters. */
export interface CpuPoint {
  /** Requests a second. */
  readonly rate: number;
  readonly cpuMilli: number;
  readonly seconds: number;
  /** Milliseconds since the epoch at which the interval ended. */
  readonly until: number;
}

/** Requests that were answered since the start, at an instant in milliseconds since the epoch. */
export interface Answered {
  readonly at: number;
  readonly count: number;
}

/** Intervals that are shorter say more about the counter's grain than about CPU. */
const shortestMs = 1900;

/** Requests that were answered until an instant, between two looks by proportion. */
export function answeredAt(answered: readonly Answered[], at: number): number {
  const after = answered.findIndex((point) => point.at >= at);
  const [a, b] = [answered[after - 1], answered[after]];
  if (b === undefined) return answered.at(-1)?.count ?? 0;
  if (a === undefined) return b.count;
  return a.count + ((b.count - a.count) * (at - a.at)) / (b.at - a.at);
}

/** Joins one pod's counters with what was answered, by time. The pod set is one pod or an even spread over several. */
export function cpuPoints(
  looks: readonly (readonly CpuCounter[])[],
  answered: readonly Answered[],
): readonly CpuPoint[] {
  const totals = looks
    .filter((counters) => counters.length > 0)
    .map((counters) => ({
      pods: counters
        .map(({ pod }) => pod)
        .toSorted()
        .join(' '),
      seconds: counters.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
      at: counters.reduce((sum, { timestamp }) => sum + timestamp, 0) / counters.length,
    }));
  const points: CpuPoint[] = [];
  let base = totals[0];
  for (const total of totals) {
    if (base === undefined || base.pods !== total.pods) base = total;
    const spanMs = total.at - base.at;
    if (spanMs < shortestMs) continue;
    const requests = answeredAt(answered, total.at) - answeredAt(answered, base.at);
    const cpuMilli = ((total.seconds - base.seconds) * 1e6) / spanMs;
    points.push({ rate: (requests * 1000) / spanMs, cpuMilli, seconds: spanMs / 1000, until: total.at });
    base = total;
  }
  return points;
}

/** Two-sided 95 % quantiles of Student's t, by degrees of freedom from 1. */
const studentT = [12.71, 4.3, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23, 2.2, 2.18, 2.16, 2.14, 2.13];

/**
 * Weighted least squares of `cpu = idle + cost × rate`; longer intervals weigh more.
 * Null with fewer than three points, fewer than three rates, or no slope.
 */
export function calibrate(points: readonly CpuPoint[], pods: number): Calibration | null {
  const rates = new Set(points.map(({ rate }) => Math.round(rate)));
  if (points.length < 3 || rates.size < 3) return null;
  const weight = points.reduce((sum, { seconds }) => sum + seconds, 0);
  const mean = (of: (point: CpuPoint) => number): number =>
    points.reduce((sum, point) => sum + of(point) * point.seconds, 0) / weight;
  const [x, y] = [mean(({ rate }) => rate), mean(({ cpuMilli }) => cpuMilli)];
  const spread = mean(({ rate }) => (rate - x) ** 2);
  const costMilli = mean(({ rate, cpuMilli }) => (rate - x) * (cpuMilli - y)) / spread;
  const idle = y - costMilli * x;
  const residual = mean(({ rate, cpuMilli }) => (cpuMilli - idle - costMilli * rate) ** 2);
  const freedom = points.length - 2;
  const half = (studentT[freedom - 1] ?? 2) * Math.sqrt(residual / spread / freedom);
  if (costMilli <= 0) return null;
  return {
    costMilli,
    costLow: Math.max(0, costMilli - half),
    costHigh: costMilli + half,
    idleMilli: Math.max(0, idle) / pods,
    points: points.map(({ rate, cpuMilli }) => ({ rate, cpuMilli })),
  };
}
