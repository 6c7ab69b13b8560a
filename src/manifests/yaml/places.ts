/**
 * Where the parts of a collection are, as offsets into the file. One is made for every collection of every file, so it
 * is flat; ends are found when somebody asks.
 */
export class Places {
  /** Offset of the collection's first character, or of the alias that stands for it. */
  start: number;
  /** Keys in the order in which they were read, doubled ones twice; undefined for a sequence. */
  readonly keys: string[] | undefined;
  /** Offsets of the keys, or of the `-` of block sequences. */
  readonly keyAt: number[];
  readonly at: Place[];
  readonly flow: boolean;

  constructor(start: number, flow: boolean, keys: string[] | undefined, keyAt: number[] = [], at: Place[] = []) {
    this.start = start;
    this.keys = keys;
    this.keyAt = keyAt;
    this.at = at;
    this.flow = flow;
  }

  /** The same parts, seen through an alias. */
  aliased(start: number): Places {
    const copy = Object.create(Places.prototype) as { -readonly [K in keyof Places]: Places[K] };
    Object.assign(copy, this);
    copy.start = start;
    return copy;
  }
}

/** Below so many keys a look through them is quicker than an index. */
const few = 24;
const indexes = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** Where a key stands in a mapping, the last where it is doubled; -1 where it is not there. */
export function indexOfKey({ keys }: Places, key: string): number {
  if (keys === undefined) return -1;
  if (keys.length < few) return keys.lastIndexOf(key);
  const index = indexes.get(keys) ?? new Map(keys.map((one, at) => [one, at]));
  indexes.set(keys, index);
  return index.get(key) ?? -1;
}

/** Offset of a scalar, or the places in a collection. */
export type Place = number | Places;

export function startOf(place: Place): number {
  return typeof place === 'number' ? place : place.start;
}
