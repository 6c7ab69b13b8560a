import { dig } from '../../../manifests/graph/json.js';
import type { ObjectRule } from '../rule.js';

export const pdbUnhealthyPolicy: ObjectRule = {
  id: 'pdb-unhealthy-policy',
  severity: 'note',
  requirement: 'horizontal-scaling',
  profile: 'production',
  remediation: 'Set unhealthyPodEvictionPolicy: AlwaysAllow.',
  peers: ['kube-linter/pdb-unhealthy-pod-eviction-policy'],
  visits: 'object',
  kinds: ['PodDisruptionBudget'],
  check(manifest) {
    if (dig(manifest.value, 'spec', 'unhealthyPodEvictionPolicy') !== undefined) return undefined;
    const message = 'a pod that is not ready blocks the drain of its node (unhealthyPodEvictionPolicy is not set)';
    return { on: manifest, path: ['spec', 'unhealthyPodEvictionPolicy'], message };
  },
};
