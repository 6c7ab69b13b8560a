import { type Place, Places } from './places.js';

/**
 * Parts of the collections that are open, the innermost last. When one closes its parts are cut off, as arrays of just
 * their length: arrays that grow by themselves take four times the room, and there are three for every collection.
 */
export class OpenParts {
  readonly #keys: string[] = [];
  readonly #keyAt: number[] = [];
  readonly #at: Place[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(key: string, keyAt: number, at: Place): void {
    const index = this.#count++;
    this.#keys[index] = key;
    this.#keyAt[index] = keyAt;
    this.#at[index] = at;
  }

  /** A mapping of all parts from `first` on. */
  mapping(first: number, start: number, flow: boolean): Places {
    const keys = this.#keys.slice(first, this.#count);
    return this.#close(first, start, flow, keys);
  }

  /** A sequence of all parts from `first` on; their keys count for nothing. */
  sequence(first: number, start: number, flow: boolean): Places {
    return this.#close(first, start, flow, undefined);
  }

  #close(first: number, start: number, flow: boolean, keys: string[] | undefined): Places {
    const end = this.#count;
    this.#count = first;
    return new Places(start, flow, keys, this.#keyAt.slice(first, end), this.#at.slice(first, end));
  }

  /** Forgets what a reader left open that gave up. */
  clear(): void {
    this.#count = 0;
  }
}
