import type { Recording } from './recording.js';
import type { LoadSpec } from './spec.js';

/** Longest stretch without a look that still shows each decision, in sync periods. */
const longestGapSyncs = 2;
const mostMissed = 0.05;

/** Up to the end of the last phase; a wall clock that went back is a gap too, because times before and after it do not compare. */
export function longestGap({ rows, marks }: Recording): number {
  const times = [...rows.map(({ at }) => at), ...marks.slice(-1).map(({ to }) => to)];
  return times.slice(1).reduce((longest, at, index) => Math.max(longest, Math.abs(at - (times[index] ?? at))), 0);
}

/** Whether enough was seen for something that was not seen to be taken as not having happened. */
export function isWatched(recording: Recording, { clocks }: LoadSpec): boolean {
  const { rows, misses } = recording;
  const allowed = 1000 * Math.max(10, longestGapSyncs * clocks.syncPeriodSeconds);
  const share = misses.length / Math.max(1, rows.length + misses.length);
  return rows.length > 0 && longestGap(recording) <= allowed && share <= mostMissed;
}
