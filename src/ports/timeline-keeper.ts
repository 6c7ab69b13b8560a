import type { TimelineRow } from '../autoscaler/timeline.js';

/** Where the timeline of a load run goes: row by row while it lasts, so that a run that is killed leaves what it saw. */
export interface TimelineKeeper {
  /** One more row, in the order in which they were seen. */
  keep(row: TimelineRow): void;
  /** The whole in place of what was kept, once it is known what the generator sent in each second. */
  complete(rows: readonly TimelineRow[]): void;
}
