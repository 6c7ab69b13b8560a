import { BitSet } from '../../../manifests/graph/bit-set.js';
import { type Graph, podsOf } from '../../../manifests/graph/graph.js';
import { nearest } from '../../../manifests/graph/nearness.js';
import { remembered } from '../../../manifests/graph/remembered.js';
import type { Labels } from '../../../manifests/graph/selector.js';
import { describeSelector } from '../../../manifests/graph/selector.js';
import { hasOwnEndpoints, type Service, serviceOf } from '../../../manifests/graph/service.js';
import type { Workload } from '../../../manifests/graph/workload.js';
import { hop, type Lint, missingUnlessMade, type ObjectRule } from '../rule.js';

/** Pods whose labels have all keys of a selector and, where it has several, one of its pairs; the first with most of them. */
function nearestPods({ pods }: Graph, namespace: string, wanted: Labels): Workload | undefined {
  const [label = '', ...others] = wanted.keys();
  const having = pods.holding(namespace, label);
  if (others.length === 0) return pods.items[having[0] ?? -1];
  const likely = BitSet.of(pods.items.length, having);
  for (const other of others) likely.and(BitSet.of(pods.items.length, pods.holding(namespace, other)));
  const counts = new Uint32Array(pods.items.length);
  let [best, most] = [-1, 0];
  for (const pair of wanted) {
    const alike = pods.chosen(namespace, { matchLabels: new Map([pair]), requirements: [] });
    if (alike.isEmpty) continue;
    alike.bits
      .copy()
      .and(likely)
      .find((number) => {
        const count = (counts[number] ?? 0) + 1;
        counts[number] = count;
        if (count > most || (count === most && number < best)) [best, most] = [number, count];
        return false;
      });
  }
  return pods.items[best];
}

const nearestKnown = remembered((_: Graph) => new Map<string, { readonly workload: Workload | undefined }>());

/** Looked for once, however many Services select the same and miss. */
function nearestTo(graph: Graph, namespace: string, wanted: Labels): Workload | undefined {
  const key = JSON.stringify([namespace, ...wanted]);
  const known = nearestKnown(graph);
  const found = known.get(key) ?? { workload: nearestPods(graph, namespace, wanted) };
  known.set(key, found);
  return found.workload;
}

/** The pods that share most labels with the selector: mostly a typing mistake away. */
function almost({ namespace, selector }: Service, { graph }: Lint) {
  const wanted: Labels = selector?.matchLabels ?? new Map();
  const workload = nearestTo(graph, namespace, wanted);
  if (!workload) return undefined;
  const { labels } = workload;
  const differing = [...wanted].filter(([key, value]) => labels.get(key) !== value);
  const close =
    differing.length < wanted.size ||
    differing.every(([key, value]) => nearest(value, [labels.get(key) ?? '']) !== undefined);
  return { workload, differing, close };
}

export const routeNoPods: ObjectRule = {
  id: 'route-no-pods',
  severity: 'error',
  requirement: 'routing',
  profile: 'recommended',
  remediation: 'Make the selector of the Service equal to labels of the pod template.',
  peers: [
    'kube-linter/dangling-service',
    'kube-score/service-targets-pod',
    'kics/service_does_not_target_pod',
    'popeye/POP-1100',
  ],
  visits: 'object',
  kinds: ['Service'],
  check(manifest, lint) {
    const service = serviceOf(manifest, lint.graph.namespaceOf(manifest));
    if (hasOwnEndpoints(service) || !service.selector) return undefined;
    if (podsOf(lint.graph, service)?.isEmpty !== true) return undefined;
    const near = almost(service, lint);
    const hint = near
      ? `; ${near.workload.kind} ${near.workload.name} has ${near.differing.map(([key]) => `${key}=${near.workload.labels.get(key)}`).join(',')}`
      : '';
    return {
      on: manifest,
      path: ['spec', 'selector'],
      message: `its selector ${describeSelector(service.selector)} matches no pod of namespace ${service.namespace}${hint}`,
      severity: missingUnlessMade(lint, service.namespace, near?.close === true),
      hops: near
        ? [
            hop(
              near.workload.manifest,
              [...near.workload.templatePath, 'metadata', 'labels'],
              'labels of the nearest pods',
            ),
          ]
        : [],
    };
  },
};
