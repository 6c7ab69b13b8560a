import type { Manifest, Path } from '../manifest.js';
import type { Graph } from './graph.js';
import { asList, asObject, asString, dig } from './json.js';
import type { Workload } from './workload.js';

/** A claim that all pods of a workload share: a volume, not a claim template. */
export interface SharedClaim {
  readonly name: string;
  readonly path: Path;
  readonly claim: Manifest | undefined;
  readonly accessModes: readonly string[];
}

export function sharedClaims(graph: Graph, { pod, podPath, namespace }: Workload): readonly SharedClaim[] {
  return asList(pod['volumes']).flatMap((volume, index): SharedClaim[] => {
    const name = asString(dig(asObject(volume), 'persistentVolumeClaim', 'claimName'));
    if (name === undefined) return [];
    const claim = graph.find('PersistentVolumeClaim', namespace, name);
    const accessModes = asList(dig(claim?.value, 'spec', 'accessModes')).flatMap((mode) => asString(mode) ?? []);
    return [{ name, path: [...podPath, 'volumes', index, 'persistentVolumeClaim', 'claimName'], claim, accessModes }];
  });
}
