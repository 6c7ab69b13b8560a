import type { Autoscaler } from './autoscaler.js';
import type { CpuTarget } from './cpu-target.js';
import type { Metric } from './metric.js';

/** A container as a manifest writes it. Millicores; null where nothing is written. */
export interface ContainerFacts {
  readonly name: string;
  /** An init container with restartPolicy Always. Plain init containers are not listed: they do not count. */
  readonly sidecar?: boolean;
  readonly cpuRequestMilli: number | null;
  readonly cpuLimitMilli: number | null;
  readonly readinessProbe: boolean;
}

/** The workload that an HPA scales, as its manifest writes it. */
export interface WorkloadFacts {
  /** `Deployment shop/web` */
  readonly name: string;
  /** spec.replicas; null where it is left out. */
  readonly replicas: number | null;
  readonly containers: readonly ContainerFacts[];
}

/** What the HPA scales on, or in the controller's own terms why it cannot. */
export type TargetOfWorkload =
  | { readonly cpu: CpuTarget; readonly metric: Metric; readonly containers: readonly ContainerFacts[] }
  | { readonly cpu: null; readonly obstacle: string };

const isCpu = (metric: Metric): boolean => 'resource' in metric && metric.resource === 'cpu';

/** Sum over containers; null where one has none. */
function sumOf(containers: readonly ContainerFacts[], field: 'cpuRequestMilli' | 'cpuLimitMilli'): number | null {
  let sum = 0;
  for (const container of containers) {
    const value = container[field];
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

/** API defaulting: a limit without a request is the request too. */
function defaulted(container: ContainerFacts): ContainerFacts {
  return { ...container, cpuRequestMilli: container.cpuRequestMilli ?? container.cpuLimitMilli };
}

/** Reduces an HPA and its workload to what decides on CPU. */
export function targetOfWorkload(autoscaler: Autoscaler, workload: WorkloadFacts): TargetOfWorkload {
  const metric = autoscaler.metrics.find(isCpu);
  if (metric === undefined) return { cpu: null, obstacle: 'the HPA has no CPU metric; only those are planned' };
  const named = 'container' in metric ? metric.container : undefined;
  const all = workload.containers.map(defaulted);
  const containers = named === undefined ? all : all.filter(({ name }) => name === named);
  if (containers.length === 0) {
    return { cpu: null, obstacle: `${workload.name} has no container ${named ?? ''}`.trim() };
  }
  const { min, max, tolerances } = autoscaler;
  const base = { min, max, tolerances, limitMilli: sumOf(containers, 'cpuLimitMilli') };
  if (typeof metric.target === 'bigint') {
    return { cpu: { ...base, target: { kind: 'average', milli: Number(metric.target) } }, metric, containers };
  }
  const requestMilli = sumOf(containers, 'cpuRequestMilli');
  const without = containers.find(({ cpuRequestMilli }) => cpuRequestMilli === null);
  if (requestMilli === null || requestMilli === 0) {
    const why = `missing request for cpu in container ${without?.name ?? containers[0]?.name} of ${workload.name}`;
    return { cpu: null, obstacle: `${why}: FailedGetResourceMetric, it will never scale` };
  }
  return {
    cpu: { ...base, target: { kind: 'utilization', percent: metric.target, requestMilli } },
    metric,
    containers,
  };
}
