import type { Graph } from '../../../manifests/graph/graph.js';
import { dig } from '../../../manifests/graph/json.js';
import { remembered } from '../../../manifests/graph/remembered.js';
import { labelSelector, plainSelector } from '../../../manifests/graph/selector.js';
import { hop, type WorkloadRule } from '../rule.js';

const owners: readonly string[] = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'ReplicationController'];

const owningPods = remembered((graph: Graph) => graph.pods.where(({ kind }) => owners.includes(kind)));

export const workloadSelectorOverlap: WorkloadRule = {
  id: 'workload-selector-overlap',
  severity: 'warning',
  requirement: 'horizontal-scaling',
  profile: 'recommended',
  remediation: 'Give each workload a label of its own, and select by it.',
  peers: [],
  visits: 'workload',
  check(workload, { graph }) {
    if (!owners.includes(workload.kind)) return undefined;
    const written = dig(workload.manifest.value, 'spec', 'selector');
    const selector = workload.kind === 'ReplicationController' ? plainSelector(written) : labelSelector(written);
    if (!selector) return undefined;
    const owning = graph.pods.chosen(workload.namespace, selector).bits.copy().and(owningPods(graph));
    const number = owning.find((one) => graph.pods.items[one]?.name !== workload.name);
    const other = number === undefined ? undefined : graph.pods.items[number];
    if (!other) return undefined;
    const scaled = graph.scalersOf(workload).length > 0;
    return {
      on: workload.manifest,
      path: ['spec', 'selector'],
      severity: scaled ? 'error' : 'warning',
      message:
        `its selector also matches the pods of ${other.kind} ${other.name}` +
        (scaled ? ', whose use its HPA then averages in' : ''),
      hops: [hop(other.manifest, [...other.templatePath, 'metadata', 'labels'], `pods of ${other.kind} ${other.name}`)],
    };
  },
};
