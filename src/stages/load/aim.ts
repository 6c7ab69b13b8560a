import { loadsFor, loadsOnlyFor } from '../../autoscaler/acceptance.js';
import type { CpuTarget } from '../../autoscaler/cpu-target.js';
import { reachabilityOf } from '../../autoscaler/reachability.js';
import { amount } from '../../domain/amount.js';
import type { ClusterRoom } from '../../ports/autoscaler-observer.js';
import type { Halt } from './recording.js';

/**
 * How far above its lower edge a load is chosen that has no upper one, as at the autoscaler's maximum. A warm service
 * needs less CPU for a request than the probes have seen.
 */
const clampMargin = 1.5;

/** Total load in millicores under which the autoscaler rests at `size`, and at no other where that can be had. */
export function loadFor(cpu: CpuTarget, size: number, idleMilliPerPod: number): number | null {
  const range = loadsOnlyFor(cpu, size, idleMilliPerPod) ?? loadsFor(cpu, size, idleMilliPerPod);
  if (range === undefined) return null;
  const { lowMilli, highMilli } = range;
  return highMilli === Number.POSITIVE_INFINITY ? lowMilli * clampMargin : (lowMilli + highMilli) / 2;
}

/** Share of its CPU limit that a pod which serves is asked for: above it requests queue, whatever the autoscaler does. */
const bearableShare = 0.8;
/** Above its target by this factor a pod makes the autoscaler go up for certain. */
const surelyAbove = 1.25;

/**
 * Arrivals a second that `ready` pods bear until more of them are there; infinite without a limit. Never less than what
 * makes the autoscaler scale, so that a limit near the target is gone to all the same.
 */
export function bearableRate(
  cpu: CpuTarget,
  ready: number,
  cost: { readonly costHigh: number; readonly idleMilli: number },
): number {
  const { target, limitMilli, tolerances } = cpu;
  if (limitMilli === null) return Number.POSITIVE_INFINITY;
  const aimed = target.kind === 'average' ? target.milli : (target.requestMilli * target.percent) / 100;
  const each = Math.max(bearableShare * limitMilli, surelyAbove * (1 + tolerances.up) * aimed);
  return (ready * Math.max(0, each - cost.idleMilli)) / cost.costHigh;
}

function placeable(nodes: ClusterRoom['nodes'], pod: { cpuMilli: number; memoryMilli: number }): number {
  const times = (free: number, each: number): number =>
    each <= 0 ? Number.POSITIVE_INFINITY : Math.floor(free / each);
  return nodes.reduce(
    (sum, { freeCpuMilli, freeMemoryMilli, freePods }) =>
      sum + Math.max(0, Math.min(times(freeCpuMilli, pod.cpuMilli), times(freeMemoryMilli, pod.memoryMilli), freePods)),
    0,
  );
}

function withinQuota(
  { quota }: ClusterRoom,
  pod: { cpuMilli: number; memoryMilli: number },
  more: number,
): string | null {
  const wants: readonly (readonly [string, number | null, number, string])[] = [
    ['pods', quota.pods, more, ''],
    ['requests.cpu', quota.cpuRequestMilli, more * pod.cpuMilli, 'm'],
    ['requests.memory', quota.memoryRequestMilli, more * pod.memoryMilli, ' milli-bytes'],
  ];
  const short = wants.find(([, left, wanted]) => left !== null && wanted > left);
  return short === undefined
    ? null
    : `${amount(more, 'more pod needs', 'more pods need')} ${short[2]}${short[3]} of the quota's ${short[0]}, which has ${short[1]}${short[3]} left`;
}

/** Why `to` replicas can not be reached, found before any load is sent; null where nothing is in the way. */
export function obstacle(
  cpu: CpuTarget | null,
  bounds: { readonly min: number; readonly max: number },
  sizes: { readonly from: number; readonly to: number },
  pod: { readonly cpuMilli: number; readonly memoryMilli: number },
  room: ClusterRoom,
): Halt | null {
  const { from, to } = sizes;
  const workload = (why: string): Halt => ({ kind: 'unreachable', why, fault: 'workload' });
  const cluster = (why: string): Halt => ({ kind: 'unreachable', why, fault: 'cluster' });
  if (to > bounds.max)
    return workload(`${amount(to, 'replica is', 'replicas are')} more than maxReplicas ${bounds.max}`);
  if (to <= from) return workload(`maxReplicas ${bounds.max} leaves nothing above ${from}: it can never scale`);
  if (cpu !== null && !reachabilityOf(cpu).reachable) return workload(reachabilityOf(cpu).reason);
  const quota = withinQuota(room, pod, to - from);
  if (quota !== null) return cluster(quota);
  const fits = placeable(room.nodes, pod);
  if (fits < to - from) {
    return cluster(
      `${amount(to - from, 'more pod', 'more pods')} of ${pod.cpuMilli}m CPU ${to - from === 1 ? 'is' : 'are'} needed; the nodes have room for ${fits}`,
    );
  }
  return null;
}
