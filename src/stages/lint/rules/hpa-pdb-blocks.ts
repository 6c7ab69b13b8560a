import { allowedDisruptions, budgetOf, leastOf } from '../../../manifests/graph/budget.js';
import { firstOf, scaledPods } from '../../../manifests/graph/pod-sets.js';
import { fewHops, hop, mostNamed, type ObjectRule } from '../rule.js';

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
    const { pods } = budget;
    if (!pods?.bits.meets(scaledPods(graph))) return undefined;
    const scaled = firstOf(graph, pods.bits.copy().and(scaledPods(graph)), mostNamed);
    const total = leastOf(graph, pods);
    const allowed = allowedDisruptions(budget, total);
    if (allowed === undefined || allowed > 0) return undefined;
    const field = 'maxUnavailable' in ((manifest.value['spec'] ?? {}) as object) ? 'maxUnavailable' : 'minAvailable';
    return {
      on: manifest,
      path: ['spec', field],
      message: `at the HPA's minimum of ${total} pods it allows 0 disruptions, so no node with one of them can be drained`,
      hops: fewHops(
        scaled.flatMap((workload) => graph.scalersOf(workload).slice(0, mostNamed)),
        (one) =>
          hop(one.manifest, ['spec', 'minReplicas'], `HorizontalPodAutoscaler ${one.name} keeps ${one.min} or more`),
      ),
    };
  },
};
