import type { WorkloadRule } from '../rule.js';

export const defaultNamespace: WorkloadRule = {
  id: 'default-namespace',
  severity: 'note',
  requirement: 'configuration',
  profile: 'production',
  remediation: 'Name a namespace.',
  peers: ['kube-linter/use-namespace', 'checkov/CKV_K8S_21'],
  visits: 'workload',
  check(workload) {
    if (workload.namespace !== 'default') return undefined;
    return {
      on: workload.manifest,
      path: ['metadata', 'namespace'],
      message: "it goes to namespace default, where quotas, policies and rights are no one's",
    };
  },
};
