import type { Json, JsonObject } from './manifest.js';

function haveSameKeys(left: JsonObject, right: JsonObject): boolean {
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && isSame(left[key], right[key]))
  );
}

/** Whether two values are the same JSON. What was read has no prototypes, and what is written in our sources has: that makes no difference here. */
export function isSame(left: Json | undefined, right: Json | undefined): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) || Array.isArray(right)) {
    if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
    return left.every((item, index) => isSame(item, right[index]));
  }
  return haveSameKeys(left as JsonObject, right as JsonObject);
}
