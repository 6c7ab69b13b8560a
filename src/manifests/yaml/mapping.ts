import type { Json } from '../manifest.js';

/** A mapping while it is being read. */
export type Mutable = { [key: string]: Json };

/**
 * A mapping of no keys yet, and of no prototype: a key is there or it is not, whatever it is called. To V8 all of these have
 * one shape, a dictionary. With a shape for each set of keys, what looks at them for the first time, and in a run over a
 * hundred files nearly everything does, is a fifth slower.
 */
export function emptyMapping(): Mutable {
  return { __proto__: null } as unknown as Mutable;
}

/** A key as JSON has it; undefined for null and for collections, which are no keys. */
export function keyName(key: Json): string | undefined {
  if (typeof key === 'string') return key;
  if (typeof key === 'boolean') return String(key);
  if (typeof key !== 'number') return undefined;
  if (Number.isFinite(key)) return String(key);
  return Number.isNaN(key) ? '.nan' : key > 0 ? '.inf' : '-.inf';
}
