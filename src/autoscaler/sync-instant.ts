import { observedOutcome, sameOutcome } from './decision.js';
import type { TimelineRow } from './timeline.js';

/** When the live controller decided, as closely as the rows tell. */
export interface SyncInstant {
  /** Seconds since the epoch; between `earliest` and `latest`. */
  readonly at: number;
  readonly earliest: number;
  readonly latest: number;
  /** The first row that shows the outcome; for a quiet sync the row nearest to it. */
  readonly row: number;
  /** The status changed. A quiet sync left it as it was; its instant is counted from the visible ones. */
  readonly visible: boolean;
}

/** Row by row: did the status change since the row before that had an HPA of the same name? */
function visibleSyncs(rows: readonly TimelineRow[]): readonly SyncInstant[] {
  const found: SyncInstant[] = [];
  for (let row = 1; row < rows.length; row += 1) {
    const [before, after] = [rows[row - 1], rows[row]];
    if (!before?.hpa || !after?.hpa || before.hpa.name !== after.hpa.name) continue;
    const { lastScaleTime } = after.hpa.status;
    const rescaled = lastScaleTime !== before.hpa.status.lastScaleTime;
    if (!rescaled && sameOutcome(observedOutcome(before.hpa), observedOutcome(after.hpa))) continue;
    const [earliest, latest] = [before.at, after.until];
    // lastScaleTime is cut to the second; it names the instant better than the rows do.
    const stamped = rescaled && lastScaleTime !== null ? lastScaleTime + 0.5 : (earliest + latest) / 2;
    found.push({ at: Math.min(Math.max(stamped, earliest), latest), earliest, latest, row, visible: true });
  }
  return found;
}

function nearestRow(rows: readonly TimelineRow[], at: number): number {
  let best = 0;
  for (let row = 1; row < rows.length; row += 1) {
    if (Math.abs((rows[row]?.at ?? 0) - at) < Math.abs((rows[best]?.at ?? 0) - at)) best = row;
  }
  return best;
}

/** How far a quiet sync may be from where it is counted to be, seconds. */
const slack = 1.5;
/** How far the distance of two visible syncs may be from a multiple of the period, as a share of it. */
const drift = 0.25;

function quietSync(rows: readonly TimelineRow[], at: number): SyncInstant {
  return { at, earliest: at - slack, latest: at + slack, row: nearestRow(rows, at), visible: false };
}

function between(rows: readonly TimelineRow[], from: number, to: number, period: number): readonly SyncInstant[] {
  const steps = Math.round((to - from) / period);
  if (steps < 2 || Math.abs((to - from) / steps - period) > drift * period) return [];
  return Array.from({ length: steps - 1 }, (_, index) => quietSync(rows, from + ((to - from) * (index + 1)) / steps));
}

function run(rows: readonly TimelineRow[], from: number, end: number, period: number): readonly SyncInstant[] {
  const count = Math.max(0, Math.floor((Math.abs(end - from) - slack) / period));
  const sign = Math.sign(end - from);
  return Array.from({ length: count }, (_, index) => quietSync(rows, from + sign * period * (index + 1)));
}

/**
 * Every sync of the controller in a recording: those that changed the status, and between, before and after them those
 * that its period implies.
 */
export function syncInstants(rows: readonly TimelineRow[], periodSeconds: number): readonly SyncInstant[] {
  const visible = visibleSyncs(rows);
  const [first, last] = [visible[0], visible.at(-1)];
  const [start, end] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined || start === undefined || end === undefined) return [];
  const inside = visible.flatMap((sync, index) => {
    const next = visible[index + 1];
    return next === undefined ? [sync] : [sync, ...between(rows, sync.at, next.at, periodSeconds)];
  });
  const beforeFirst = run(rows, first.at, start.at, periodSeconds).toReversed();
  const all = [...beforeFirst, ...inside, ...run(rows, last.at, end.at, periodSeconds)];
  return all.filter(({ row }) => rows[row]?.hpa && rows[Math.max(0, row - 1)]?.hpa);
}
