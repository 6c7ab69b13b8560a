import type { WorkloadRule } from '../rule.js';

export const hostAliases: WorkloadRule = {
  id: 'host-aliases',
  severity: 'note',
  requirement: 'containers',
  profile: 'production',
  remediation: 'Use DNS.',
  peers: ['kubesec/HostAliases'],
  visits: 'workload',
  check(workload) {
    if (!Array.isArray(workload.pod['hostAliases'])) return undefined;
    return {
      on: workload.manifest,
      path: [...workload.podPath, 'hostAliases'],
      message: 'its pods have names of their own in /etc/hosts, which nobody keeps up to date',
    };
  },
};
