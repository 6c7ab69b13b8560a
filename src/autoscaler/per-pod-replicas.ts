import { type Calculation, isWithin, type ReadinessClock, roundUp, type Tolerances } from './calculation.js';
import { type Pod, requestsOf } from './pod.js';
import { groupPods, type PodGroups } from './pod-group.js';
import type { Sample } from './sample.js';

/** What a metric that is measured per pod is computed from. */
export interface PerPodInput {
  /** spec.replicas of the scale subresource. */
  readonly currentReplicas: number;
  readonly tolerances: Tolerances;
  readonly clock: ReadinessClock;
  /** Every pod that the selector lists, in listing order: the order decides which error is met first. */
  readonly pods: readonly Pod[];
  readonly samples: readonly Sample[];
  /** `cpu`, `memory`; undefined for custom metrics. */
  readonly resource?: string;
  /** Named container; undefined is the whole pod. */
  readonly container?: string;
}

interface Usage {
  readonly ratio: number;
  readonly usageMilli: bigint;
  readonly utilizationPercent?: number;
}

/** How usage is held against the target: as utilisation of requests, or as a plain average. */
interface Measure {
  usage(values: ReadonlyMap<string, bigint>): Usage | { readonly error: string };
  /** What a pod without a sample is taken to use when the others ask for fewer pods, milli. */
  fallback(pod: string): bigint;
}

const noPods = 'no pods returned by selector while calculating replica count';
const noSamples = 'did not receive metrics for targeted pods (pods might be unready)';

function sum(values: Iterable<bigint>): bigint {
  let total = 0n;
  for (const value of values) total += value;
  return total;
}

/** Upstream: metrics/utilization.go, `GetResourceUtilizationRatio`; integer division truncates toward zero. */
function utilization(requests: ReadonlyMap<string, bigint>, target: number): Measure {
  return {
    usage(values) {
      const known = [...values].filter(([pod]) => requests.has(pod));
      const used = sum(known.map(([, value]) => value));
      const requested = sum(known.map(([pod]) => requests.get(pod) ?? 0n));
      if (requested === 0n) return { error: 'no metrics returned matched known pods' };
      const percent = Number((used * 100n) / requested);
      return { ratio: percent / target, utilizationPercent: percent, usageMilli: used / BigInt(known.length) };
    },
    fallback: (pod) => ((requests.get(pod) ?? 0n) * BigInt(Math.max(100, target))) / 100n,
  };
}

/** Upstream: metrics/utilization.go, `GetMetricUsageRatio`. Samples of pods that are not listed count here. */
function average(target: bigint): Measure {
  return {
    usage(values) {
      const usageMilli = sum(values.values()) / BigInt(values.size);
      return { ratio: Number(usageMilli) / Number(target), usageMilli };
    },
    fallback: () => target,
  };
}

/** Fills in pods of which nothing is known, against the direction in which the others point. */
function filled(
  values: ReadonlyMap<string, bigint>,
  { missing, unready }: PodGroups,
  ratio: number,
  measure: Measure,
): ReadonlyMap<string, bigint> {
  const all = new Map(values);
  if (ratio !== 1) for (const pod of missing) all.set(pod, ratio < 1 ? measure.fallback(pod) : 0n);
  if (ratio > 1) for (const pod of unready) all.set(pod, 0n);
  return all;
}

function replicasFor(input: PerPodInput, groups: PodGroups, values: ReadonlyMap<string, bigint>, measure: Measure) {
  const first = measure.usage(values);
  if ('error' in first) return first;
  const { ratio, ...seen } = first;
  const { currentReplicas, tolerances } = input;
  const kept = { replicas: currentReplicas, ...seen };
  if (groups.missing.size === 0 && !(groups.unready.size > 0 && ratio > 1)) {
    return isWithin(tolerances, ratio) ? kept : { replicas: roundUp(ratio * groups.readyCount), ...seen };
  }
  const all = filled(values, groups, ratio, measure);
  const second = measure.usage(all);
  if ('error' in second) return second;
  if (isWithin(tolerances, second.ratio) || (ratio < 1 && second.ratio > 1) || (ratio > 1 && second.ratio < 1))
    return kept;
  const replicas = roundUp(second.ratio * all.size);
  const against = second.ratio < 1 ? replicas > currentReplicas : second.ratio > 1 && replicas < currentReplicas;
  return against ? kept : { replicas, ...seen };
}

function calculate(input: PerPodInput, measureOf: () => Measure | { readonly error: string }): Calculation {
  if (input.pods.length === 0) return { error: noPods };
  const samples = new Map(input.samples.map((sample) => [sample.pod, sample]));
  const groups = groupPods(input.pods, samples, input.resource, input.clock);
  const values = new Map<string, bigint>();
  for (const [pod, { milli }] of samples) {
    if (!groups.ignored.has(pod) && !groups.unready.has(pod)) values.set(pod, milli);
  }
  if (values.size === 0) return { error: noSamples };
  const measure = measureOf();
  return 'error' in measure ? measure : replicasFor(input, groups, values, measure);
}

/**
 * Replicas for a target in percent of what pods request.
 * Upstream: replica_calculator.go, `GetResourceReplicas`.
 *
 * @param target percent of the request, whole.
 */
export function utilizationReplicas(input: PerPodInput, target: number): Calculation {
  return calculate(input, () => {
    const requests = requestsOf(input.pods, input.resource ?? '', input.container);
    return 'error' in requests ? requests : utilization(requests.byPod, target);
  });
}

/**
 * Replicas for a target average per pod: AverageValue of a resource, and metrics of kind Pods.
 * Upstream: replica_calculator.go, `calcPlainMetricReplicas`, under `GetRawResourceReplicas` and `GetMetricReplicas`.
 *
 * @param target milli per pod.
 */
export function averageReplicas(input: PerPodInput, target: bigint): Calculation {
  return calculate(input, () => average(target));
}
