import { dig } from '../../../manifests/graph/json.js';
import type { WorkloadRule } from '../rule.js';

export const strategyRecreate: WorkloadRule = {
  id: 'strategy-recreate',
  severity: 'warning',
  requirement: 'horizontal-scaling',
  profile: 'recommended',
  remediation: 'Use RollingUpdate.',
  peers: ['kube-score/deployment-strategy', 'kube-linter/no-rolling-update-strategy'],
  visits: 'workload',
  check(workload, lint) {
    const type = dig(workload.manifest.value, 'spec', 'strategy', 'type');
    if (workload.kind !== 'Deployment' || type !== 'Recreate' || !lint.graph.serviceOf(workload)) return undefined;
    const message =
      'strategy Recreate ends every pod before it starts a new one: each rollout is an outage of its Service';
    return { on: workload.manifest, path: ['spec', 'strategy', 'type'], message };
  },
};
