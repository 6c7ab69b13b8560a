import type { WorkloadRule } from '../rule.js';

export const singleReplica: WorkloadRule = {
  id: 'single-replica',
  severity: 'note',
  requirement: 'horizontal-scaling',
  profile: 'recommended',
  remediation: 'Run two or more pods, or let an HPA with minReplicas 2 do it.',
  peers: ['kube-linter/minimum-three-replicas', 'kube-score/deployment-replicas', 'polaris/deploymentMissingReplicas'],
  visits: 'workload',
  check(workload, lint) {
    if (workload.kind !== 'Deployment' || lint.graph.scalersOf(workload).length > 0) return undefined;
    if ((workload.replicas ?? 1) > 1 || !lint.graph.serviceOf(workload)) return undefined;
    const message = `it serves with ${workload.replicas ?? 1} pod: each rollout, drain and crash is an outage`;
    return { on: workload.manifest, path: ['spec', 'replicas'], message };
  },
};
