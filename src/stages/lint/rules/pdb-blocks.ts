import { allowedDisruptions, budgetOf, leastOf } from '../../../manifests/graph/budget.js';
import { dig } from '../../../manifests/graph/json.js';
import { firstOf, scaledPods } from '../../../manifests/graph/pod-sets.js';
import { fewHops, hop, mostNamed, type ObjectRule } from '../rule.js';

export const pdbBlocks: ObjectRule = {
  id: 'pdb-blocks',
  severity: 'warning',
  requirement: 'horizontal-scaling',
  profile: 'recommended',
  remediation: 'Use maxUnavailable: 1.',
  peers: [
    'kube-linter/pdb-min-available',
    'kube-linter/pdb-max-unavailable',
    'polaris/pdbDisruptionsIsZero',
    'kyverno/pdb-minavailable',
    'kyverno/pdb-maxunavailable',
  ],
  visits: 'object',
  kinds: ['PodDisruptionBudget'],
  check(manifest, lint) {
    const budget = budgetOf(lint.graph, manifest);
    const { pods } = budget;
    if (!pods || pods.isEmpty || pods.bits.meets(scaledPods(lint.graph))) return undefined;
    const total = leastOf(lint.graph, pods);
    if (total === 0 || allowedDisruptions(budget, total) !== 0) return undefined;
    const field = dig(manifest.value, 'spec', 'maxUnavailable') === undefined ? 'minAvailable' : 'maxUnavailable';
    return {
      on: manifest,
      path: ['spec', field],
      message: `of ${total} pods it lets none go: no node with one of them can be drained`,
      hops: fewHops(firstOf(lint.graph, pods.bits, mostNamed), (one) =>
        hop(one.manifest, ['spec', 'replicas'], `${one.kind} ${one.name}`),
      ),
    };
  },
};
