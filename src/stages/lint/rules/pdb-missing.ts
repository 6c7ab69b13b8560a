import { firstBudgetOf, leastReplicas } from '../../../manifests/graph/budget.js';
import type { WorkloadRule } from '../rule.js';

export const pdbMissing: WorkloadRule = {
  id: 'pdb-missing',
  severity: 'note',
  requirement: 'horizontal-scaling',
  profile: 'recommended',
  remediation: 'Add a PodDisruptionBudget with maxUnavailable: 1.',
  peers: [
    'kube-score/deployment-has-poddisruptionbudget',
    'kube-score/statefulset-has-poddisruptionbudget',
    'polaris/missingPodDisruptionBudget',
    'kyverno/require-pdb',
  ],
  visits: 'workload',
  check(workload, lint) {
    if (workload.kind !== 'Deployment' && workload.kind !== 'StatefulSet') return undefined;
    const least = leastReplicas(lint.graph, workload);
    if (least < 2 || firstBudgetOf(lint.graph, workload)) return undefined;
    const message = `no PodDisruptionBudget: a drain may take all of its ${least} pods at once`;
    return { on: workload.manifest, path: [...workload.templatePath, 'metadata', 'labels'], message };
  },
};
