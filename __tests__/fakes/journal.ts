import { isDeepStrictEqual } from 'node:util';
import type { Owned } from '../../src/domain/owned.js';
import type { Clock } from '../../src/ports/clock.js';
import type { Journal, JournalEntry, JournalRun } from '../../src/ports/journal.js';

/** A journal in memory. */
export class FakeJournal implements Journal {
  #entries: JournalEntry[] = [];
  readonly #runs = new Map<string, JournalRun>();
  readonly #kept = new Set<string>();
  readonly #clock: Pick<Clock, 'now'>;

  constructor(clock: Pick<Clock, 'now'> = { now: () => Date.UTC(2030, 0, 1) }) {
    this.#clock = clock;
  }

  async own(run: string, owned: Owned): Promise<void> {
    this.#touch(run);
    if (this.#entries.some((entry) => entry.run === run && isDeepStrictEqual(entry.owned, owned))) return;
    this.#entries.push({ run, at: new Date(this.#clock.now()).toISOString(), owned });
  }

  async release(run: string, owned: Owned): Promise<void> {
    this.#touch(run);
    this.#entries = this.#entries.filter((entry) => entry.run !== run || !isDeepStrictEqual(entry.owned, owned));
  }

  async owned(run?: string): Promise<readonly JournalEntry[]> {
    return this.#entries.filter((entry) => run === undefined || entry.run === run);
  }

  async keep(run: string): Promise<void> {
    this.#touch(run);
    this.#kept.add(run);
  }

  async forget(run: string): Promise<void> {
    if (!this.#entries.some((entry) => entry.run === run)) this.#runs.delete(run);
  }

  async runs(): Promise<readonly JournalRun[]> {
    return [...this.#runs.values()].map((known) => ({ ...known, kept: this.#kept.has(known.run) }));
  }

  /** The process of a run is gone. */
  die(run: string): void {
    const known = this.#runs.get(run);
    if (known !== undefined) this.#runs.set(run, { ...known, alive: false });
  }

  #touch(run: string): void {
    this.#runs.set(run, { run, lastWriteAt: new Date(this.#clock.now()).toISOString(), alive: true, kept: false });
  }
}
