import type { Json } from '../manifest.js';
import { emptyMapping, type Mutable } from './mapping.js';
import { type Place, Places, startOf } from './places.js';

/** A key that a mapping has twice. kubectl lets the last one win in silence; the API server refuses it. */
export interface DoubledKey {
  readonly key: string;
  /** Path of the mapping. */
  readonly path: readonly (string | number)[];
  readonly at: number;
  /** Where the value starts: the line of this is what the API server names. */
  readonly valueAt: number;
}

/** A mapping while it is being read, with the keys that it got twice. */
export class Entries {
  readonly target: Mutable = emptyMapping();
  readonly places: Places;
  readonly #path: readonly (string | number)[];
  readonly #doubled: DoubledKey[];

  constructor(start: number, flow: boolean, path: readonly (string | number)[], doubled: DoubledKey[]) {
    this.places = new Places(start, flow, []);
    this.#path = path;
    this.#doubled = doubled;
  }

  set(key: string, value: Json, at: number, place: Place): void {
    const { places, target } = this;
    if (Object.hasOwn(target, key)) this.#doubled.push({ key, path: [...this.#path], at, valueAt: startOf(place) });
    target[key] = value;
    places.keys?.push(key);
    places.keyAt.push(at);
    places.at.push(place);
  }

  /** Takes over the keys of a `<<` value; false where that is neither a mapping nor a sequence of mappings. */
  merge(value: Json, place: Place, at: number): boolean {
    const several = Array.isArray(value) && place instanceof Places;
    const sources = several ? place.at.toReversed() : [place];
    const values = several ? value.toReversed() : [value];
    return sources.every((source, index) => {
      const from = values[index];
      if (!(source instanceof Places) || source.keys === undefined || typeof from !== 'object' || from === null)
        return false;
      const positions = new Map(source.keys.map((key, position) => [key, position]));
      for (const [key, part] of Object.entries(from as Mutable)) {
        const position = positions.get(key) ?? -1;
        this.set(key, part, source.keyAt[position] ?? at, source.at[position] ?? at);
      }
      return true;
    });
  }
}
