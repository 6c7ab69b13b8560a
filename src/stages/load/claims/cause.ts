import { amount } from '../../../domain/amount.js';
import type { ObservedRow } from '../../../ports/autoscaler-observer.js';
import { type Change, changesOf, markOf, type Recording } from '../recording.js';
import { type Claim, objectOf, seconds } from './claim.js';

/** Kubernetes writes times in whole seconds, and the status follows the scaling by a moment. */
const graceMs = 3000;
const statusMs = 12_000;

/** The autoscaler says of itself that it scaled to this size at this time. */
function byAutoscaler(change: Change, rows: readonly ObservedRow[]): boolean {
  return rows.some(({ at, autoscaler }) => {
    if (at < change.before.at || at > change.after.at + statusMs || autoscaler === null) return false;
    const scaledNow = autoscaler.lastScaleTime !== null && autoscaler.lastScaleTime >= change.before.at - graceMs;
    return scaledNow && autoscaler.desiredReplicas === change.to;
  });
}

/** A write through the scale subresource has no writer where nobody owned `spec.replicas` before (seen with 1.34.4). */
function describe({ from, to, after }: Change): string {
  return `${from} → ${to} by ${after.scale?.replicasManager ?? 'an unknown writer'}`;
}

/** Scaling by hand, or by another controller, proves nothing about this autoscaler. */
export const causedByAutoscaler: Claim = (recording, spec) => {
  const start = markOf(recording, 'idle')?.from;
  if (start === undefined) return [];
  const changes = changesOf(recording.rows).filter(({ at }) => at >= start);
  const foreign = changes.filter((change) => !byAutoscaler(change, recording.rows));
  const verdict = foreign.length > 0 || (changes.length === 0 && spec.mode === 'prove') ? 'inconclusive' : 'pass';
  return [
    {
      claim: 'every change of size was made by the autoscaler',
      requirement: 'autoscaling',
      object: objectOf(spec),
      verdict,
      observed:
        foreign.length > 0
          ? `not by the autoscaler: ${foreign.map(describe).join(', ')}`
          : `${amount(changes.length, 'change')}, each with the autoscaler's lastScaleTime and desiredReplicas`,
      source: 'status.lastScaleTime, status.desiredReplicas, managed fields',
      ...(verdict === 'pass' ? {} : { remedy: 'Let nobody else scale the workload while the gate runs.' }),
    },
  ];
};

export const noRollout: Claim = (recording) => {
  const start = markOf(recording, 'idle')?.from;
  const rows = recording.rows.filter(({ at, scale }) => start !== undefined && at >= start && scale !== null);
  const [first] = rows;
  if (first === undefined) return [];
  const changed = rows.find(({ scale }) => scale?.templateHash !== first.scale?.templateHash);
  return [
    {
      claim: 'no rollout took place during the load',
      requirement: 'horizontal-scaling',
      verdict: changed === undefined ? 'pass' : 'inconclusive',
      observed:
        changed === undefined
          ? `one pod template in ${amount(rows.length, 'look')}`
          : `another pod template after ${seconds(changed.at - first.at)}`,
      source: 'spec.template of the workload',
      ...(changed === undefined ? {} : { remedy: 'Load after the rollout, not during it.' }),
    },
  ];
};

function restartsOf({ pods }: ObservedRow): ReadonlyMap<string, number> {
  return new Map(
    pods.map(({ name, containers }) => [name, containers.reduce((sum, { restarts }) => sum + restarts, 0)]),
  );
}

/** Containers that start again while they are loaded were killed or crashed. */
export const noRestarts: Claim = (recording: Recording) => {
  const start = markOf(recording, 'warm-up')?.from;
  const rows = recording.rows.filter(({ at }) => start !== undefined && at >= start);
  if (rows.length === 0) return [];
  const seen = new Map<string, number>();
  const restarted = new Set<string>();
  for (const row of rows) {
    for (const [pod, restarts] of restartsOf(row)) {
      if (restarts > (seen.get(pod) ?? restarts)) restarted.add(pod);
      seen.set(pod, restarts);
    }
  }
  return [
    {
      claim: 'no container restarted under load',
      requirement: 'horizontal-scaling',
      verdict: restarted.size === 0 ? 'pass' : 'fail',
      observed:
        restarted.size === 0 ? `${amount(seen.size, 'pod')}, no restart` : `restarted: ${[...restarted].join(', ')}`,
      source: 'status.containerStatuses',
      ...(restarted.size === 0
        ? {}
        : { remedy: 'Read the previous logs of these pods; look at memory limits and liveness probes.' }),
    },
  ];
};
