import { allowedDisruptions, budgetOf, leastReplicas } from '../../../manifests/graph/budget.js';
import { hop, type ObjectRule } from '../rule.js';

/** At the HPA's minimum no pod may be evicted: nodes can not be drained while the load is low (`disruption.go`). */
export const hpaPdbBlocks: ObjectRule = {
  id: 'hpa-pdb-blocks',
  severity: 'warning',
  requirement: 'horizontal-scaling',
  profile: 'recommended',
  remediation: 'Use maxUnavailable: 1, or keep minAvailable below minReplicas of the HPA.',
  peers: [
    'kube-linter/pdb-min-available',
    'polaris/pdbMinAvailableGreaterThanHPAMinReplicas',
    'kyverno/deployment-replicas-higher-than-pdb',
  ],
  visits: 'object',
  kinds: ['PodDisruptionBudget'],
  check(manifest, { graph }) {
    const budget = budgetOf(graph, manifest);
    const scalers = budget.workloads.flatMap((workload) => graph.scalersOf(workload));
    if (scalers.length === 0) return undefined;
    const total = budget.workloads.reduce((sum, workload) => sum + leastReplicas(graph, workload), 0);
    const allowed = allowedDisruptions(budget, total);
    if (allowed === undefined || allowed > 0) return undefined;
    const field = 'maxUnavailable' in ((manifest.value['spec'] ?? {}) as object) ? 'maxUnavailable' : 'minAvailable';
    return {
      on: manifest,
      path: ['spec', field],
      message: `at the HPA's minimum of ${total} pods it allows 0 disruptions, so no node with one of them can be drained`,
      hops: scalers.map((one) =>
        hop(one.manifest, ['spec', 'minReplicas'], `HorizontalPodAutoscaler ${one.name} keeps ${one.min} or more`),
      ),
    };
  },
};
