import { serviceOf } from '../../../manifests/graph/service.js';
import { servingKinds } from '../../../manifests/graph/workload.js';
import { hop, type ObjectRule } from '../rule.js';

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
    const selected = graph
      .selected(service.namespace, service.selector)
      .filter(({ kind }) => servingKinds.includes(kind));
    const workloads = selected.filter(
      (one) => !trackLabels.some((label) => one.labels.has(label) && !service.selector?.matchLabels.has(label)),
    );
    const [first, second] = workloads;
    if (!first || !second || first.name === second.name || workloads.every(({ kind }) => kind === 'Pod'))
      return undefined;
    return {
      on: manifest,
      path: ['spec', 'selector'],
      message: `it spreads requests over ${workloads.length} workloads: ${workloads.map(({ kind, name }) => `${kind} ${name}`).join(', ')}`,
      hops: workloads.map((one) =>
        hop(one.manifest, [...one.templatePath, 'metadata', 'labels'], `${one.kind} ${one.name}`),
      ),
    };
  },
};
