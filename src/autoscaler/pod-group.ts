import type { ReadinessClock } from './calculation.js';
import type { Pod } from './pod.js';
import type { Sample } from './sample.js';

/** Pods by what the calculator may make of them. */
export interface PodGroups {
  readonly readyCount: number;
  readonly unready: ReadonlySet<string>;
  readonly missing: ReadonlySet<string>;
  readonly ignored: ReadonlySet<string>;
}

/** A starting pod burns CPU that says nothing of the load; only CPU is judged so. Ready=Unknown is not unready. */
function isUnready({ startTime, ready }: Pod, sample: Sample, clock: ReadinessClock): boolean {
  if (ready === null || startTime === null) return true;
  const notReady = ready.status === 'False';
  if (startTime + clock.cpuInitializationPeriodSeconds > clock.now) {
    return notReady || sample.timestamp < ready.lastTransition + sample.windowSeconds;
  }
  return notReady && startTime + clock.initialReadinessDelaySeconds > ready.lastTransition;
}

/**
 * Sorts the listed pods into ready, unready, missing and ignored. Succeeded pods are not ignored.
 * Upstream: replica_calculator.go, `groupPods`.
 *
 * @param resource `cpu`, `memory`, or undefined for custom metrics.
 */
export function groupPods(
  pods: readonly Pod[],
  samples: ReadonlyMap<string, Sample>,
  resource: string | undefined,
  clock: ReadinessClock,
): PodGroups {
  const groups = { unready: new Set<string>(), missing: new Set<string>(), ignored: new Set<string>() };
  let readyCount = 0;
  for (const pod of pods) {
    const sample = samples.get(pod.name);
    if (pod.deleting || pod.phase === 'Failed') groups.ignored.add(pod.name);
    else if (pod.phase === 'Pending') groups.unready.add(pod.name);
    else if (sample === undefined) groups.missing.add(pod.name);
    else if (resource === 'cpu' && isUnready(pod, sample, clock)) groups.unready.add(pod.name);
    else readyCount += 1;
  }
  return { ...groups, readyCount };
}
