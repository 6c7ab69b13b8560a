import type { Autoscaler, AutoscalerStatus, Sync } from './autoscaler.js';
import { type Outcome, outcomeOf } from './decision.js';
import type { Memory } from './memory.js';
import { observationOf } from './observation.js';
import { reconcile } from './reconcile.js';
import { withoutUnseen } from './shadow-memory.js';
import type { SyncInstant } from './sync-instant.js';
import type { TimelineRow } from './timeline.js';

/** What the controller knew before a sync. */
export interface Known {
  readonly memory: Memory;
  readonly status: AutoscalerStatus;
}

/** Inputs that the controller may have had, and what the port makes of them. */
export interface Candidate {
  readonly now: number;
  readonly sync: Sync;
  readonly outcome: Outcome;
}

export function tryInputs(
  autoscaler: Autoscaler,
  { memory, status }: Known,
  rows: { readonly samples: TimelineRow; readonly pods: TimelineRow },
  now: number,
  current: number,
): Candidate {
  const sync = reconcile(autoscaler, status, memory, observationOf(rows, autoscaler.metrics, now, current));
  return { now, sync, outcome: outcomeOf(current, sync.status) };
}

/** Rows in which the controller may have read, those before the outcome first: what it read it read before it wrote. */
export function rowsOf(
  rows: readonly TimelineRow[],
  { row, earliest, latest, visible }: SyncInstant,
): readonly TimelineRow[] {
  if (visible) return [rows[row - 1], rows[row], rows[row - 2]].filter((each) => each !== undefined);
  const near = rows.filter(({ at }) => at >= earliest && at <= latest);
  const nearest = rows[row];
  return nearest === undefined ? near : [nearest, ...near.filter((each) => each !== nearest)];
}

/**
 * Instants at which the controller may have decided, the likeliest first. Beyond both ends by half the interval: a window
 * opens at an instant that is known no better, so that the age of what it holds is less certain than the time of day.
 */
function instantsOf({ at, earliest, latest }: SyncInstant): readonly number[] {
  const half = (latest - earliest) / 2;
  return [at, latest, earliest, latest + half, earliest - half];
}

/** Every combination of what was known, when, and what was read, the likeliest first. */
export function* candidates(
  autoscaler: Autoscaler,
  known: readonly Known[],
  rows: readonly TimelineRow[],
  instant: SyncInstant,
  current: number,
): Generator<Candidate> {
  const without = known.flatMap(({ memory, status }) => {
    const less = withoutUnseen(memory);
    return less === null ? [] : [{ memory: less, status }];
  });
  for (const each of [...known, ...without]) {
    for (const now of instantsOf(instant)) {
      for (const samples of rows) {
        for (const pods of rows) yield tryInputs(autoscaler, each, { samples, pods }, now, current);
      }
    }
  }
}
