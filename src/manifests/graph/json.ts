import type { Json, JsonObject, Path } from '../manifest.js';

/** Manifests are foreign: each reading says what it wants, and gets nothing where the manifest has something else. */
export function asObject(value: Json | undefined): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

export function asList(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

export function asString(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function asNumber(value: Json | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/**
 * What was written, for a message or to compare with: a scalar as a string, a collection as JSON. Not `String(…)`, which
 * throws where a mapping stands in place of a scalar.
 */
export function asText(value: Json | undefined): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

/** A member that the object itself holds; `constructor` and its kind are names like any other in a ConfigMap. */
export function member(value: Json | undefined, key: string | number): Json | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const found = (value as Readonly<Record<string | number, Json | undefined>>)[key];
  return found === undefined || Object.hasOwn(value, key) ? found : undefined;
}

/** What stands at a path, or undefined. */
export function dig(value: Json | undefined, ...path: Path): Json | undefined {
  let here = value;
  for (const step of path) {
    if (here === undefined) return undefined;
    here = member(here, step);
  }
  return here;
}

/** The string members of an object: labels, annotations, node selectors. */
export function asStrings(value: Json | undefined): ReadonlyMap<string, string> {
  const strings = new Map<string, string>();
  for (const [key, one] of Object.entries(asObject(value) ?? {})) if (typeof one === 'string') strings.set(key, one);
  return strings;
}
