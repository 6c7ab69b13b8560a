import { isWithin, roundUp, type Tolerances } from './calculation.js';

/**
 * An HPA that scales on CPU, reduced to what decides where it comes to rest when every pod is ready and uses the same.
 * CPU is in millicores.
 */
export interface CpuTarget {
  readonly min: number;
  readonly max: number;
  readonly tolerances: Tolerances;
  readonly target:
    | {
        readonly kind: 'utilization';
        /** Percent of the request. */
        readonly percent: number;
        /** What one pod requests, over the containers that the metric covers. */
        readonly requestMilli: number;
      }
    | { readonly kind: 'average' /** Per pod. */; readonly milli: number };
  /** What one pod cannot exceed, over the containers that the metric covers; null where one has no limit. */
  readonly limitMilli: number | null;
}

/** Total CPU that the load asks for, whatever the number of pods, and what each pod costs at rest. Millicores. */
export interface Demand {
  readonly loadMilli: number;
  readonly idleMilliPerPod: number;
}

/** What one of `replicas` pods uses, in whole millicores as the metrics API is read: rounded up. */
export function usedMilli({ limitMilli }: CpuTarget, { loadMilli, idleMilliPerPod }: Demand, replicas: number): number {
  const used = Math.ceil(loadMilli / replicas + idleMilliPerPod);
  return limitMilli === null ? used : Math.min(used, limitMilli);
}

/** Usage over target: of whole percents for a utilisation, of millicores for an average. */
export function ratioOf({ target }: CpuTarget, usedMilli: number): number {
  return target.kind === 'average'
    ? usedMilli / target.milli
    : Math.trunc((100 * usedMilli) / target.requestMilli) / target.percent;
}

/** What the HPA proposes for `replicas` ready pods that use `usedMilli` each, held to min and max. */
export function proposedAt(cpu: CpuTarget, usedMilli: number, replicas: number): number {
  const ratio = ratioOf(cpu, usedMilli);
  const proposal = isWithin(cpu.tolerances, ratio) ? replicas : roundUp(ratio * replicas);
  return Math.min(Math.max(proposal, cpu.min), cpu.max);
}
