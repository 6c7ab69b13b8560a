import { asString } from '../../../manifests/graph/json.js';
import type { WorkloadRule } from '../rule.js';

export const defaultServiceAccount: WorkloadRule = {
  id: 'default-service-account',
  severity: 'note',
  requirement: 'configuration',
  profile: 'production',
  remediation: 'Give the workload a ServiceAccount of its own.',
  peers: ['kube-linter/default-service-account', 'kubesec/ServiceAccountName', 'checkov/CKV_K8S_41'],
  visits: 'workload',
  check(workload) {
    const name = asString(workload.pod['serviceAccountName'] ?? workload.pod['serviceAccount']) ?? '';
    if (!(name === '' || name === 'default')) return undefined;
    return {
      on: workload.manifest,
      path: [...workload.podPath, 'serviceAccountName'],
      message: 'its pods use the ServiceAccount default: a right given to it is given to all',
    };
  },
};
