import type { Owned } from '../domain/owned.js';

export interface JournalEntry {
  readonly run: string;
  readonly at: string;
  readonly owned: Owned;
}

/** What runs own. Written, and flushed to disk, before anything is made. */
export interface Journal {
  own(run: string, owned: Owned): Promise<void>;
  /** Strikes out what was deleted. */
  release(run: string, owned: Owned): Promise<void>;
  /** What is owned and not yet released, oldest first; of one run, or of all. */
  owned(run?: string): Promise<readonly JournalEntry[]>;
}
