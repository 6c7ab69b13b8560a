import { acceptanceBetween } from './acceptance.js';
import type { CpuTarget } from './cpu-target.js';

/** One stretch of steady load that was measured. */
export interface LoadPoint {
  readonly rps: number;
  readonly replicas: number;
  /** CPU of all pods together, millicores. */
  readonly cpuMilli: number;
}

/** CPU = cost × rate + idle × replicas, fitted, with what is left over. */
export interface CostModel {
  /** CPU milliseconds a request, with its standard error. */
  readonly costMs: number;
  readonly costError: number;
  /** Millicores a pod at rest. */
  readonly idleMilliPerPod: number;
  /** Standard deviation of the residuals, millicores. */
  readonly residualMilli: number;
  readonly points: number;
  readonly highestRps: number;
}

/** An honest answer about a load that was not measured, or the reason why there is none. */
export type Forecast =
  | {
      readonly refused: false;
      readonly rps: number;
      /** Total load in millicores, with its 95 % prediction interval. */
      readonly loadMilli: { readonly low: number; readonly likely: number; readonly high: number };
      /** Sizes that are stable for some load of the interval, without regard to maxReplicas. */
      readonly replicas: readonly number[];
      /** The HPA's maximum is below what may be needed. */
      readonly beyondMax: boolean;
      readonly text: string;
    }
  | { readonly refused: true; readonly text: string };

/** Nothing is said of more than this multiple of the highest rate that was measured. */
export const farthest = 2;
const fewestPoints = 4;
const fewestRates = 3;
/** Rates nearer to each other than 5 % are one: a measured rate is never quite the same twice. */
const rateGrain = 0.05;
/** A pod this near to its limit may be asked for more than it shows. */
const throttledShare = 0.95;
/** Half the interval over the middle; past this it names no size worth knowing. */
const widest = 0.25;

/** Two-sided 95 % quantile of Student's t, by the Cornish-Fisher expansion; the first are from the table. */
export function studentT(degrees: number): number {
  const known: Readonly<Record<number, number>> = { 1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776 };
  const z = 1.959964;
  const expansion = z + (z ** 3 + z) / (4 * degrees) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2);
  return known[degrees] ?? expansion;
}

interface Regression extends CostModel {
  /** Inverse of the normal matrix, for errors of predictions: of cost, of both, of idle. */
  readonly inverse: readonly [number, number, number];
}

/** Least squares without intercept; undefined where rates and replicas cannot be told apart. */
function regress(points: readonly LoadPoint[]): Regression | undefined {
  let [aa, ab, bb, ay, by] = [0, 0, 0, 0, 0];
  for (const { rps, replicas, cpuMilli } of points) {
    aa += rps * rps;
    ab += rps * replicas;
    bb += replicas * replicas;
    ay += rps * cpuMilli;
    by += replicas * cpuMilli;
  }
  const determinant = aa * bb - ab * ab;
  if (!(determinant > 1e-9 * aa * bb) || points.length < 3) return undefined;
  const cost = (bb * ay - ab * by) / determinant;
  const idle = (aa * by - ab * ay) / determinant;
  const squares = points.reduce((sum, each) => sum + (each.cpuMilli - cost * each.rps - idle * each.replicas) ** 2, 0);
  const variance = squares / (points.length - 2);
  return {
    costMs: cost,
    costError: Math.sqrt((variance * bb) / determinant),
    idleMilliPerPod: Math.max(0, idle),
    residualMilli: Math.sqrt(variance),
    points: points.length,
    highestRps: Math.max(...points.map(({ rps }) => rps)),
    inverse: [bb / determinant, -ab / determinant, aa / determinant],
  };
}

/** Cost of a request and of a pod at rest from steady stretches; undefined where the points cannot tell. */
export function costOf(points: readonly LoadPoint[]): CostModel | undefined {
  const found = regress(points);
  if (found === undefined) return undefined;
  const { inverse: _, ...model } = found;
  return model;
}

function obstacle(points: readonly LoadPoint[], factor: number, { limitMilli }: CpuTarget): string | undefined {
  const full = points.filter(
    ({ cpuMilli, replicas }) => limitMilli !== null && cpuMilli > throttledShare * limitMilli * replicas,
  );
  const rates = new Set(points.map(({ rps }) => Math.round(Math.log(1 + rps) / rateGrain))).size;
  if (factor > farthest) return `${factor}× is more than the ${farthest}× that a measurement carries`;
  if (points.length < fewestPoints) return `${points.length} steady stretches are fewer than ${fewestPoints}`;
  if (rates < fewestRates) return `${rates} rates are fewer than ${fewestRates}: idle cost and request cost stay mixed`;
  if (full.length > 0) return `pods ran at their limit of ${limitMilli}m, so what they were asked for is not known`;
  return undefined;
}

const shown = (rate: number): string => String(rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate));

/**
 * Sizes at a multiple of the highest measured rate, with the interval that the regression's error gives; refused beyond
 * 2×, with too few points, and where the interval is so wide that it would name no size.
 */
export function forecastOf(points: readonly LoadPoint[], factor: number, cpu: CpuTarget): Forecast {
  const why = obstacle(points, factor, cpu);
  if (why !== undefined) return { refused: true, text: `no forecast: ${why}` };
  const model = regress(points);
  if (model === undefined || model.costMs <= 0) {
    return { refused: true, text: 'no forecast: CPU does not rise with the rate in what was measured' };
  }
  const rps = factor * model.highestRps;
  const likely = model.costMs * rps;
  const error = model.residualMilli * Math.sqrt(1 + rps * rps * model.inverse[0]);
  const half = studentT(points.length - 2) * error;
  if (half > widest * likely) {
    const text = `no forecast: ${Math.round(likely)}m ± ${Math.round(half)}m at ${shown(rps)} requests/s names no size`;
    return { refused: true, text };
  }
  const loadMilli = { low: Math.max(0, likely - half), likely, high: likely + half };
  const { idleMilliPerPod } = model;
  const unbound = { ...cpu, max: Math.max(cpu.max, 10 * cpu.max, 1000) };
  const at = (milli: number) => ({ loadMilli: milli, idleMilliPerPod });
  const { members } = acceptanceBetween(unbound, at(loadMilli.low), at(loadMilli.high));
  const beyondMax = members.some((size) => size > cpu.max);
  const sizes = members.length < 2 ? String(members[0] ?? 'none') : `${members[0]} to ${members.at(-1)}`;
  const load = `${Math.round(likely)}m ± ${Math.round(half)}m`;
  const text = `at ${shown(rps)} requests/s (${factor}× measured) ${sizes} replicas for ${load} CPU${beyondMax ? `, more than maxReplicas ${cpu.max}` : ''}`;
  return { refused: false, rps, loadMilli, replicas: members, beyondMax, text };
}
