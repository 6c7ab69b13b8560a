import type { At } from './at.js';
import { type Obj, structs } from './values.js';

/** All containers of a pod with their places. */
export function containersOf(spec: Obj, at: At): readonly (readonly [Obj, At])[] {
  return ['initContainers', 'containers', 'ephemeralContainers'].flatMap((list) =>
    structs(spec, list).map((container, index) => [container, at.in(list).item(index)] as const),
  );
}
