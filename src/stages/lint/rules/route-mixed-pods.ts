import type { BitSet } from '../../../manifests/graph/bit-set.js';
import { type Graph, podsOf } from '../../../manifests/graph/graph.js';
import { barePods, firstOf, servingPods } from '../../../manifests/graph/pod-sets.js';
import { remembered } from '../../../manifests/graph/remembered.js';
import type { Selector } from '../../../manifests/graph/selector.js';
import { serviceOf } from '../../../manifests/graph/service.js';
import { fewHops, hop, listed, mostNamed, type ObjectRule } from '../rule.js';

/** Labels by which two workloads of one Service are told to be meant so. */
const trackLabels: readonly string[] = [
  'track',
  'version',
  'app.kubernetes.io/version',
  'rollout',
  'color',
  'slot',
  'role',
  'shard',
];

const marked = remembered((graph: Graph): readonly (readonly [string, BitSet])[] =>
  trackLabels.map((label) => [label, graph.pods.where(({ labels }) => labels.has(label))]),
);

/** Those of the pods that serve, and are marked by no label that the selector leaves out. */
function unmarked(graph: Graph, { matchLabels }: Selector, pods: BitSet | undefined): BitSet {
  const left = servingPods(graph).copy();
  if (pods) left.and(pods);
  for (const [label, having] of marked(graph)) if (!matchLabels.has(label)) left.without(having);
  return left;
}

export const routeMixedPods: ObjectRule = {
  id: 'route-mixed-pods',
  severity: 'warning',
  requirement: 'routing',
  profile: 'recommended',
  remediation: 'Select by a label that one workload alone has; mark a canary with a label `track` or `version`.',
  peers: [],
  visits: 'object',
  kinds: ['Service'],
  check(manifest, { graph }) {
    const service = serviceOf(manifest, graph.namespaceOf(manifest));
    if (!service.selector) return undefined;
    const pods = unmarked(graph, service.selector, podsOf(graph, service)?.bits);
    const workloads = firstOf(graph, pods, mostNamed);
    const [first, second] = workloads;
    if (!first || !second || first.name === second.name || pods.copy().without(barePods(graph)).isEmpty)
      return undefined;
    const count = workloads.length < mostNamed ? workloads.length : pods.size;
    return {
      on: manifest,
      path: ['spec', 'selector'],
      message: `it spreads requests over ${count} workloads: ${listed(
        workloads.map(({ kind, name }) => `${kind} ${name}`),
        count,
      )}`,
      hops: fewHops(workloads, (one) =>
        hop(one.manifest, [...one.templatePath, 'metadata', 'labels'], `${one.kind} ${one.name}`),
      ),
    };
  },
};
