import type { Cursor, Mark } from './cursor.js';

/** A token that turns into a key if a `:` follows on its line, within 1,024 characters. */
export interface SimpleKey {
  readonly mark: Mark;
  /** Number of the token, counted from the start of the document. */
  readonly token: number;
  readonly required: boolean;
}

/** The tokens that may still turn into keys: one for the block context and one for each open flow collection. */
export class SimpleKeys {
  readonly #cursor: Cursor;
  readonly #reach: number;
  readonly #levels: (SimpleKey | undefined)[] = [undefined];

  constructor(cursor: Cursor, reach: number) {
    this.#cursor = cursor;
    this.#reach = reach;
  }

  /** Number of open flow collections. */
  get depth(): number {
    return this.#levels.length - 1;
  }

  open(): void {
    this.#levels.push(undefined);
  }

  close(): void {
    if (this.#levels.length > 1) this.#levels.pop();
  }

  save(key: SimpleKey): void {
    this.drop();
    this.#levels[this.depth] = key;
  }

  drop(): void {
    const key = this.#levels[this.depth];
    if (key?.required) throw this.#cursor.fault("could not find expected ':'", key.mark);
    this.#levels[this.depth] = undefined;
  }

  forget(): void {
    this.#levels[this.depth] = undefined;
  }

  /** The key of the innermost level, if the cursor is still within its reach. */
  current(): SimpleKey | undefined {
    return this.#valid(this.depth);
  }

  /** Whether a token may still become a key, so that it must not be handed out yet. */
  holds(token: number): boolean {
    for (let level = 0; level < this.#levels.length; level++) {
      if (this.#levels[level]?.token === token) return this.#valid(level) !== undefined;
    }
    return false;
  }

  #valid(level: number): SimpleKey | undefined {
    const key = this.#levels[level];
    if (key === undefined) return undefined;
    if (key.mark.line === this.#cursor.line && key.mark.at + this.#reach >= this.#cursor.at) return key;
    if (key.required) throw this.#cursor.fault("could not find expected ':'", key.mark);
    this.#levels[level] = undefined;
    return undefined;
  }
}
