import { sha256 } from '../../domain/digest.js';
import { asObject, asString, member } from '../../manifests/graph/json.js';
import type { Json, Path } from '../../manifests/manifest.js';

/** What names an item of a list to Kubernetes, the most telling first. */
const itemKeys: readonly string[] = ['name', 'mountPath', 'containerPort', 'port', 'host', 'path', 'key', 'type', 'ip'];

function itemName(item: Json | undefined): string | undefined {
  const object = asObject(item);
  if (!object) return asString(item);
  for (const key of itemKeys) {
    const value = object[key];
    if (typeof value === 'string' || typeof value === 'number') return `${key}=${value}`;
  }
  return undefined;
}

/** A path that survives a reordering: `spec.containers[name=web].image` in place of `spec.containers[0].image`. */
export function stablePath(value: Json, path: Path): string {
  let here: Json | undefined = value;
  return path
    .map((step) => {
      here = member(here, step);
      return typeof step === 'number' ? `[${itemName(here) ?? step}]` : `.${step}`;
    })
    .join('');
}

/** 16 hex digits over rule, object and stable path. */
export function fingerprintOf(...parts: readonly string[]): string {
  return sha256(parts.join('\n')).slice(0, 16);
}
