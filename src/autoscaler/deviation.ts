import type { Autoscaler } from './autoscaler.js';
import { type Outcome, sameOutcome } from './decision.js';
import type { Memory } from './memory.js';
import type { SyncInstant } from './sync-instant.js';
import type { TimelineRow } from './timeline.js';

/** Why the port and the live controller differ, as far as the recording tells. None of them makes it an agreement. */
export type DeviationCode =
  /** Rows are missing around the decision, or a row has no pods, samples or scale. */
  | 'stale-observation'
  /** spec of the HPA changed in between. */
  | 'spec-changed'
  /** A metric of the HPA is not in the recording. */
  | 'metric-not-observed'
  /** Older samples reproduce it: the controller read before ours were there. */
  | 'metrics-newer-than-decision'
  /** Pods of two owners: a rollout changes what is counted. */
  | 'rollout'
  /** The size was changed by somebody else since the last sync. */
  | 'scaled-by-hand'
  /** The live controller remembers sizes from before the recording. */
  | 'memory-unknown'
  /** Live held by its down window, the port not. */
  | 'held-by-down-window'
  /** Live held by its up window, the port not. */
  | 'held-by-up-window'
  | 'unexplained';

export interface Deviation {
  readonly rows: readonly TimelineRow[];
  readonly instant: SyncInstant;
  readonly observed: Outcome;
  readonly predicted: Outcome;
  /** The port's outcome from the samples of another row. */
  readonly again: (row: TimelineRow) => Outcome;
  readonly memory: Memory;
  readonly autoscaler: Autoscaler;
  readonly options: { readonly syncPeriodSeconds: number };
}

/** Rows further apart than this are a gap, seconds. */
const gapSeconds = 3;

function isStale({ rows, instant: { row } }: Deviation): boolean {
  const [before, after] = [rows[row - 1], rows[row]];
  if (before === undefined || after === undefined) return true;
  return (
    after.at - before.at > gapSeconds ||
    [before, after].some(({ samples, scale }) => samples === null || scale === null)
  );
}

/** Living pods that belong to more than one ReplicaSet. */
export function isRollout(row: TimelineRow | undefined): boolean {
  const owners = (row?.pods ?? []).filter(({ deleting }) => !deleting).flatMap(({ owner }) => owner ?? []);
  return new Set(owners).size > 1;
}

/** Whether the size that a sync found is another than the controller itself had left. */
export function isByHand(before: TimelineRow | undefined, current: number): boolean {
  const status = before?.hpa?.status;
  return status !== undefined && status.desiredReplicas !== 0 && status.desiredReplicas !== current;
}

function windowOf({ behavior, flags }: Autoscaler): number {
  return behavior?.scaleDown.stabilizationWindowSeconds ?? flags.downscaleStabilizationSeconds;
}

export function deviationOf(deviation: Deviation): DeviationCode {
  const { rows, instant, observed, predicted, autoscaler, options } = deviation;
  const [before, after] = [rows[instant.row - 1], rows[instant.row]];
  if (isStale(deviation)) return 'stale-observation';
  if (JSON.stringify(before?.hpa?.spec) !== JSON.stringify(after?.hpa?.spec)) return 'spec-changed';
  const unseen = autoscaler.metrics.some(
    (metric, index) => !('resource' in metric) && !after?.readings?.some((reading) => reading.metric === index),
  );
  if (unseen) return 'metric-not-observed';
  const recent = rows.slice(0, instant.row).filter(({ at }) => at > instant.at - 2 * options.syncPeriodSeconds);
  if (recent.some((row) => sameOutcome(deviation.again(row), observed))) return 'metrics-newer-than-decision';
  if (isRollout(before) || isRollout(after)) return 'rollout';
  if (isByHand(before, observed.current)) return 'scaled-by-hand';
  const held = observed.able !== predicted.able;
  const young = instant.at - (rows[0]?.at ?? 0) < windowOf(autoscaler);
  if (held && observed.able.endsWith('ScaleDownStabilized')) return young ? 'memory-unknown' : 'held-by-down-window';
  if (held && observed.able.endsWith('ScaleUpStabilized')) return 'held-by-up-window';
  return 'unexplained';
}
