import type { Owned } from '../domain/owned.js';

export interface JournalEntry {
  readonly run: string;
  readonly at: string;
  readonly owned: Owned;
}

/** A run that the journal knows. */
export interface JournalRun {
  readonly run: string;
  /** ISO 8601 in UTC: when the newest line of the run was written. */
  readonly lastWriteAt: string;
  /** Whether the process that wrote last still runs. Unknown counts as alive: nothing of a living run is ever reaped. */
  readonly alive: boolean;
  /** Its user asked that what it made stays. Whatever nobody asks for by name or by `--all` leaves it alone. */
  readonly kept: boolean;
}

/** What runs own. Written, and flushed to disk, before anything is made. */
export interface Journal {
  own(run: string, owned: Owned): Promise<void>;
  /** Strikes out what was deleted. */
  release(run: string, owned: Owned): Promise<void>;
  /** Writes down that the user wants to keep what a run made. */
  keep(run: string): Promise<void>;
  /** What is owned and not yet released, oldest first; of one run, or of all. */
  owned(run?: string): Promise<readonly JournalEntry[]>;
  /** Forgets a run of which nothing is owned any more; of one that owns something nothing is forgotten. */
  forget(run: string): Promise<void>;
  /** The runs that the journal knows, oldest first. */
  runs(): Promise<readonly JournalRun[]>;
}
