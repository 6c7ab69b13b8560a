import { nearest } from '../../../manifests/graph/nearness.js';
import type { Labels } from '../../../manifests/graph/selector.js';
import { describeSelector } from '../../../manifests/graph/selector.js';
import { hasOwnEndpoints, type Service, serviceOf } from '../../../manifests/graph/service.js';
import { hop, type Lint, missingUnlessMade, type ObjectRule } from '../rule.js';

/** The pods that share most labels with the selector: mostly a typing mistake away. */
function almost({ namespace, selector }: Service, { graph }: Lint) {
  const wanted: Labels = selector?.matchLabels ?? new Map();
  return graph.workloads
    .filter((one) => one.namespace === namespace)
    .map((workload) => ({
      workload,
      differing: [...wanted].filter(([key, value]) => workload.labels.get(key) !== value),
    }))
    .filter(({ differing }) => differing.length < wanted.size || wanted.size === 1)
    .filter(({ differing, workload }) => differing.every(([key]) => workload.labels.has(key)))
    .map(({ workload, differing }) => ({
      workload,
      differing,
      close:
        differing.length < wanted.size ||
        differing.every(([key, value]) => nearest(value, [workload.labels.get(key) ?? '']) !== undefined),
    }))
    .toSorted((a, b) => a.differing.length - b.differing.length)
    .at(0);
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
