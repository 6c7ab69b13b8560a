import type { Graph } from '../../../manifests/graph/graph.js';
import { nearest } from '../../../manifests/graph/nearness.js';
import type { Labels } from '../../../manifests/graph/selector.js';
import { describeSelector } from '../../../manifests/graph/selector.js';
import { hasOwnEndpoints, type Service, serviceOf } from '../../../manifests/graph/service.js';
import type { Workload } from '../../../manifests/graph/workload.js';
import { hop, type Lint, missingUnlessMade, type ObjectRule } from '../rule.js';

/** Pods whose labels have all keys of a selector and, where it has several, one of its pairs; the first with most of them. */
function nearestPods(graph: Graph, namespace: string, wanted: Labels): Workload | undefined {
  const keys = [...wanted.keys()];
  const isLike = ({ labels }: Workload): boolean => keys.every((key) => labels.has(key));
  if (keys.length === 1) return graph.workloads.find((one) => one.namespace === namespace && isLike(one));
  const shared = [...wanted].flatMap((pair) => {
    return graph.selected(namespace, { matchLabels: new Map([pair]), requirements: [] }).filter(isLike);
  });
  const counts = new Map<Workload, number>();
  for (const workload of shared) counts.set(workload, (counts.get(workload) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const best = [...counts].flatMap(([workload, count]) => (count === most ? workload : []));
  return best.length > 1 ? graph.workloads.find((one) => best.includes(one)) : best[0];
}

/** The pods that share most labels with the selector: mostly a typing mistake away. */
function almost({ namespace, selector }: Service, { graph }: Lint) {
  const wanted: Labels = selector?.matchLabels ?? new Map();
  const workload = nearestPods(graph, namespace, wanted);
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
    if (lint.graph.selected(service.namespace, service.selector).length > 0) return undefined;
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
