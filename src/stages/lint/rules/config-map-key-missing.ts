import { didYouMean } from '../../../manifests/graph/nearness.js';
import { keysOf, referencesOf } from '../../../manifests/graph/reference.js';
import { type Finding, hop, type WorkloadRule } from '../rule.js';

export const configMapKeyMissing: WorkloadRule = {
  id: 'config-map-key-missing',
  severity: 'error',
  requirement: 'configuration',
  profile: 'recommended',
  remediation: 'Name a key that the ConfigMap has.',
  peers: [],
  visits: 'workload',
  check(workload, { graph }) {
    return referencesOf(workload).flatMap((one): Finding[] => {
      const map = one.kind === 'ConfigMap' ? graph.find('ConfigMap', workload.namespace, one.name) : undefined;
      if (!map || one.key === undefined || one.optional) return [];
      const keys = keysOf(map);
      if (keys.has(one.key)) return [];
      return [
        {
          on: workload.manifest,
          path: one.keyPath,
          message: `ConfigMap ${one.name} has no key ${one.key}${didYouMean(one.key, keys)}; it has ${keys.list.slice(0, 8).join(', ') || 'none'}`,
          hops: [hop(map, ['data'], `keys of ConfigMap ${one.name}`)],
        },
      ];
    });
  },
};
