import { asObject } from '../../../manifests/graph/json.js';
import type { ObjectRule } from '../rule.js';

export const pdbEmpty: ObjectRule = {
  id: 'pdb-empty',
  severity: 'warning',
  requirement: 'horizontal-scaling',
  profile: 'recommended',
  remediation: 'Set maxUnavailable or minAvailable.',
  peers: ['kube-score/poddisruptionbudget-has-policy'],
  visits: 'object',
  kinds: ['PodDisruptionBudget'],
  check(manifest) {
    const { minAvailable, maxUnavailable } = asObject(manifest.value['spec']) ?? {};
    if (minAvailable !== undefined || maxUnavailable !== undefined) return undefined;
    return {
      on: manifest,
      path: ['spec'],
      message: 'it says neither minAvailable nor maxUnavailable: one pod must stay, by default',
    };
  },
};
