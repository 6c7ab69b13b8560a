import { isWithin } from './calculation.js';
import { type CpuTarget, ratioOf } from './cpu-target.js';

/** Whether usage can ever be high enough for an HPA to scale up, with the numbers that say so. */
export interface Reachability {
  readonly reachable: boolean;
  /** Highest that the metric can show: percent of the request, or millicores per pod. Null without a limit. */
  readonly highest: number | null;
  /** What it has to exceed, same unit: target × (1 + tolerance). */
  readonly needed: number;
  readonly unit: '%' | 'm';
  /** One sentence with the numbers. */
  readonly reason: string;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/**
 * A pod cannot use more than its limit, so utilisation never shows more than limit / request. Where that is inside the
 * tolerance of the target the HPA never scales up, whatever the load.
 */
export function reachabilityOf(cpu: CpuTarget): Reachability {
  const { target, limitMilli, tolerances } = cpu;
  const aimed = target.kind === 'average' ? target.milli : target.percent;
  const unit = target.kind === 'average' ? 'm' : '%';
  const needed = round(aimed * (1 + tolerances.up));
  const what = target.kind === 'average' ? 'average CPU' : 'utilisation';
  if (limitMilli === null) {
    const reason = `without a CPU limit ${what} can exceed the ${needed}${unit} that a scale-up takes`;
    return { reachable: true, highest: null, needed, unit, reason };
  }
  const ratio = ratioOf(cpu, limitMilli);
  const highest = round(ratio * aimed);
  const reachable = ratio > 1 && !isWithin(tolerances, ratio);
  const by =
    target.kind === 'average' ? `limit ${limitMilli}m` : `limit ${limitMilli}m / request ${target.requestMilli}m`;
  const reason = `${what} can show at most ${highest}${unit} (${by}); a scale-up takes more than ${needed}${unit}`;
  return { reachable, highest, needed, unit, reason };
}
