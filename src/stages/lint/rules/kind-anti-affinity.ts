import { asList, dig } from '../../../manifests/graph/json.js';
import { labelSelector, selects } from '../../../manifests/graph/selector.js';
import { portsOf } from '../../../manifests/graph/service.js';
import { running, scalableKinds, type Workload } from '../../../manifests/graph/workload.js';
import type { WorkloadRule } from '../rule.js';

const rules = ['affinity', 'podAntiAffinity', 'requiredDuringSchedulingIgnoredDuringExecution'] as const;

/** Why a node takes one pod of the workload at most, and where that is said. */
function onePerNode({ pod, podPath, labels, ...workload }: Workload) {
  const index = asList(dig(pod, ...rules)).findIndex((rule) => {
    const selector = labelSelector(dig(rule, 'labelSelector'));
    return dig(rule, 'topologyKey') === 'kubernetes.io/hostname' && selector !== undefined && selects(selector, labels);
  });
  if (index >= 0) return { path: [...podPath, ...rules, index], why: 'required anti-affinity' };
  const port = running({ pod, podPath, labels, ...workload })
    .flatMap(portsOf)
    .find(({ hostPort }) => hostPort !== undefined);
  return port && { path: [...port.path, 'hostPort'], why: `hostPort ${port.hostPort}` };
}

export const kindAntiAffinity: WorkloadRule = {
  id: 'kind-anti-affinity',
  severity: 'error',
  requirement: 'horizontal-scaling',
  profile: 'kind',
  remediation:
    'Prefer instead of require, use a topologySpreadConstraint with ScheduleAnyway, or give the cluster more nodes.',
  peers: [],
  visits: 'workload',
  check(workload, { graph, settings: { cluster } }) {
    if (!cluster || !scalableKinds.includes(workload.kind)) return undefined;
    const limit = onePerNode(workload);
    const [scaler] = graph.scalersOf(workload);
    const least = scaler?.min ?? workload.replicas ?? 1;
    const most = scaler?.max ?? least;
    if (!limit || most <= cluster.nodes) return undefined;
    return {
      on: workload.manifest,
      path: limit.path,
      severity: least > cluster.nodes ? 'error' : 'warning',
      message: `${limit.why} lets each node take one pod; ${least} to ${most} pods are wanted and the cluster has ${cluster.nodes} nodes`,
    };
  },
};
