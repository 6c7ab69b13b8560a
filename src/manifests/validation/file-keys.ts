import type { At } from './at.js';
import type { Faults } from './faults.js';
import { containersOf } from './pod-parts.js';
import { child, has, type Obj, structs, text } from './values.js';

function usesFileKeys(spec: Obj): boolean {
  return ['initContainers', 'containers'].some((list) =>
    structs(spec, list).some((container) =>
      structs(container, 'env').some((one) => has(child(one, 'valueFrom'), 'fileKeyRef')),
    ),
  );
}

/** Variables that are read from a file name a volume that is made with the pod. */
export function judgeFileKeys(spec: Obj, at: At, faults: Faults): void {
  if (!usesFileKeys(spec)) return;
  const volumes = new Map(structs(spec, 'volumes').map((volume) => [text(volume, 'name'), volume]));
  for (const [container, here] of containersOf(spec, at)) {
    structs(container, 'env').forEach((variable, index) => {
      const ref = child(child(variable, 'valueFrom'), 'fileKeyRef');
      if (ref === undefined) return;
      const place = here.in('env').item(index).in('valueFrom').in('fileKeyRef').in('volumeName');
      const volume = volumes.get(text(ref, 'volumeName'));
      if (volume === undefined) faults.notFound(place, text(ref, 'volumeName'));
      else if (!has(volume, 'emptyDir')) faults.invalid(place, text(ref, 'volumeName'), 'must be an emptyDir');
    });
  }
}
