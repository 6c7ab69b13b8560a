import type { Graph } from '../../../manifests/graph/graph.js';
import { asList, asString, dig } from '../../../manifests/graph/json.js';
import { remembered } from '../../../manifests/graph/remembered.js';
import type { Json, Path } from '../../../manifests/manifest.js';
import { listed, type ObjectRule } from '../rule.js';

const ownClasses = remembered((graph: Graph): ReadonlySet<string> => {
  return new Set(graph.ofKind('StorageClass').map(({ name }) => name));
});

export const kindStorageClass: ObjectRule = {
  id: 'kind-storage-class',
  severity: 'error',
  requirement: 'containers',
  profile: 'kind',
  remediation:
    'Leave storageClassName out, so that the default class of the cluster is taken, or add the StorageClass.',
  peers: [],
  visits: 'object',
  kinds: ['PersistentVolumeClaim', 'StatefulSet'],
  check(manifest, { graph, settings: { cluster } }) {
    if (!cluster) return undefined;
    const has = (name: string): boolean => cluster.storageClasses.includes(name) || ownClasses(graph).has(name);
    const claims: [Json | undefined, Path][] =
      manifest.kind === 'StatefulSet'
        ? asList(dig(manifest.value, 'spec', 'volumeClaimTemplates')).map((one, index) => [
            one,
            ['spec', 'volumeClaimTemplates', index],
          ])
        : [[manifest.value, []]];
    return claims.flatMap(([claim, path]) => {
      const name = asString(dig(claim, 'spec', 'storageClassName'));
      if (name === undefined || name === '' || has(name)) return [];
      const message = `the cluster has no storage class ${name}; it has ${listed([...new Set([...cluster.storageClasses, ...ownClasses(graph)])])}: the claim stays Pending`;
      return { on: manifest, path: [...path, 'spec', 'storageClassName'], message };
    });
  },
};
