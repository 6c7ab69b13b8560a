import type { Json, JsonObject } from '../manifest.js';

/** Reads of decoded objects: null is absent, an absent string is empty, as in Go. Types were checked before. */

export type Obj = JsonObject;
const none: Obj = {};

export function objectOf(value: Json | undefined): Obj | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Obj) : undefined;
}

export function child(parent: Obj | undefined, name: string): Obj | undefined {
  return parent === undefined ? undefined : objectOf(parent[name]);
}

/** A struct that is there even if nobody wrote it. */
export function struct(parent: Obj | undefined, name: string): Obj {
  return child(parent, name) ?? none;
}

/** A list of structs; null items are empty ones. */
export function structs(parent: Obj | undefined, name: string): readonly Obj[] {
  return list(parent, name).map((item) => objectOf(item) ?? none);
}

export function list(parent: Obj | undefined, name: string): readonly Json[] {
  const value = parent?.[name];
  return Array.isArray(value) ? value : [];
}

export function strings(parent: Obj | undefined, name: string): readonly string[] {
  return list(parent, name).map((item) => (typeof item === 'string' ? item : ''));
}

export function text(parent: Obj | undefined, name: string): string {
  const value = parent?.[name];
  return typeof value === 'string' ? value : '';
}

/** A string behind a pointer: undefined where it is absent, which is not the same as empty. */
export function optional(parent: Obj | undefined, name: string): string | undefined {
  const value = parent?.[name];
  return typeof value === 'string' ? value : undefined;
}

export function number(parent: Obj | undefined, name: string): number | undefined {
  const value = parent?.[name];
  return typeof value === 'number' ? value : undefined;
}

export function flag(parent: Obj | undefined, name: string): boolean | undefined {
  const value = parent?.[name];
  return typeof value === 'boolean' ? value : undefined;
}

/** An int-or-string. */
export function either(parent: Obj | undefined, name: string): number | string | undefined {
  const value = parent?.[name];
  return typeof value === 'number' || typeof value === 'string' ? value : undefined;
}

export function entries(parent: Obj | undefined, name: string): readonly (readonly [string, Json])[] {
  const map = child(parent, name);
  return map === undefined ? [] : Object.entries(map).map(([key, value]) => [key, value ?? null] as const);
}

export function texts(parent: Obj | undefined, name: string): readonly (readonly [string, string])[] {
  return entries(parent, name).map(([key, value]) => [key, typeof value === 'string' ? value : ''] as const);
}

/** Says of each value of a list, asked in order, whether it was there before. */
export function repeats<T>(): (value: T) => boolean {
  const seen = new Set<T>();
  return (value) => seen.size === seen.add(value).size;
}

export function has(parent: Obj | undefined, name: string): boolean {
  return parent !== undefined && Object.hasOwn(parent, name) && parent[name] !== null;
}
