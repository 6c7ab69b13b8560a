import { asList, asString, dig } from '../../../manifests/graph/json.js';
import type { Json, Path } from '../../../manifests/manifest.js';
import type { ObjectRule } from '../rule.js';

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
    const classes = new Set([...cluster.storageClasses, ...graph.ofKind('StorageClass').map(({ name }) => name)]);
    const claims: [Json | undefined, Path][] =
      manifest.kind === 'StatefulSet'
        ? asList(dig(manifest.value, 'spec', 'volumeClaimTemplates')).map((one, index) => [
            one,
            ['spec', 'volumeClaimTemplates', index],
          ])
        : [[manifest.value, []]];
    return claims.flatMap(([claim, path]) => {
      const name = asString(dig(claim, 'spec', 'storageClassName'));
      if (name === undefined || name === '' || classes.has(name)) return [];
      const message = `the cluster has no storage class ${name}; it has ${[...classes].join(', ')}: the claim stays Pending`;
      return { on: manifest, path: [...path, 'spec', 'storageClassName'], message };
    });
  },
};
