import { type Calculation, isWithin, roundUp, type Tolerances } from './calculation.js';
import type { Pod } from './pod.js';

const largestInt64 = 2n ** 63n - 1n;
const largestInt32 = 2 ** 31 - 1;

/** Running and Ready; that a pod is being deleted does not matter here. Upstream: `getReadyPodsCount`. */
function readyCount(pods: readonly Pod[]): number {
  return pods.filter(({ phase, ready }) => phase === 'Running' && ready?.status === 'True').length;
}

/**
 * Replicas for the total of an object's or an external metric, Value against Value.
 * Upstream: replica_calculator.go, `getUsageRatioReplicaCount`, under `GetObjectMetricReplicas` and
 * `GetExternalMetricReplicas`.
 *
 * @param target milli; `usage` is the total, milli.
 */
export function valueReplicas(
  currentReplicas: number,
  usage: bigint,
  target: bigint,
  tolerances: Tolerances,
  pods: readonly Pod[],
): Calculation {
  const ratio = Number(usage) / Number(target);
  if (currentReplicas === 0) return { replicas: roundUp(ratio), usageMilli: usage };
  if (isWithin(tolerances, ratio)) return { replicas: currentReplicas, usageMilli: usage };
  if (pods.length === 0) {
    return {
      error: 'unable to calculate ready pods: no pods returned by selector while calculating replica count',
    };
  }
  return { replicas: roundUp(ratio * readyCount(pods)), usageMilli: usage };
}

/**
 * Replicas for an object's or an external metric that is to be shared by all pods, AverageValue.
 * Upstream: replica_calculator.go, `GetObjectPerPodMetricReplicas`.
 *
 * @param statusReplicas status.replicas of the scale subresource.
 * @param target milli per pod; `usage` is the total, milli.
 */
export function sharedReplicas(
  statusReplicas: number,
  usage: bigint,
  target: bigint,
  tolerances: Tolerances,
): Calculation {
  const [total, each] = [Number(usage), Number(target)];
  const ratio = total / (each * statusReplicas);
  const replicas = isWithin(tolerances, ratio) ? statusReplicas : roundUp(total / each);
  return { replicas, usageMilli: statusReplicas === 0 ? null : BigInt(Math.ceil(total / statusReplicas)) };
}

/** The sum of all series; a sum past 64 bits, or below zero, is taken for an overflow. */
export function sharedExternalReplicas(
  statusReplicas: number,
  series: readonly bigint[],
  target: bigint,
  tolerances: Tolerances,
): Calculation {
  const total = series.reduce((a, b) => a + b, 0n);
  const overflown = total < 0n || total >= largestInt64;
  const found = sharedReplicas(statusReplicas, overflown ? largestInt64 : total, target, tolerances);
  if ('error' in found) return found;
  return {
    replicas: Math.min(found.replicas, largestInt32),
    usageMilli: overflown ? largestInt64 : found.usageMilli,
  };
}
