import type { WorkloadRule } from '../rule.js';

export const serviceAccountField: WorkloadRule = {
  id: 'service-account-field',
  severity: 'note',
  requirement: 'configuration',
  profile: 'recommended',
  remediation: 'Use serviceAccountName.',
  peers: ['kube-linter/deprecated-service-account-field'],
  visits: 'workload',
  check(workload) {
    if (!(workload.pod['serviceAccount'] !== undefined && workload.pod['serviceAccountName'] === undefined))
      return undefined;
    return {
      on: workload.manifest,
      path: [...workload.podPath, 'serviceAccount'],
      message: 'serviceAccount is the old name of serviceAccountName',
    };
  },
};
