import type { WorkloadRule } from '../rule.js';

export const barePod: WorkloadRule = {
  id: 'bare-pod',
  severity: 'note',
  requirement: 'horizontal-scaling',
  profile: 'production',
  remediation: 'Make it a Deployment.',
  peers: [],
  visits: 'workload',
  check(workload, lint) {
    if (workload.kind !== 'Pod' || !lint.graph.serviceOf(workload)) return undefined;
    const message = 'a bare pod behind a Service is made anew by nobody, and scaled by nothing';
    return { on: workload.manifest, path: ['kind'], message };
  },
};
