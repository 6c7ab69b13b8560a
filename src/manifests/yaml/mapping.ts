import type { Json } from '../manifest.js';

/** A mapping while it is being read. */
export type Mutable = { [key: string]: Json };

/** Sets a key without ever reaching a prototype. */
export function put(target: Mutable, key: string, value: Json): void {
  if (key !== '__proto__') target[key] = value;
  else Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

/** A key as JSON has it; undefined for null and for collections, which are no keys. */
export function keyName(key: Json): string | undefined {
  if (typeof key === 'string') return key;
  if (typeof key === 'boolean') return String(key);
  if (typeof key !== 'number') return undefined;
  if (Number.isFinite(key)) return String(key);
  return Number.isNaN(key) ? '.nan' : key > 0 ? '.inf' : '-.inf';
}
