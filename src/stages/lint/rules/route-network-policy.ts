import { admits, isIsolated } from '../../../manifests/graph/network.js';
import { type WayIn, waysIn } from '../../../manifests/graph/reach.js';
import { type Finding, hop, type Lint, type SetRule } from '../rule.js';

function findingOf(
  { by, workload, manifest, path, port, podPort, service }: WayIn,
  { graph }: Lint,
): Finding | undefined {
  const name = typeof port?.targetPort === 'string' ? port.targetPort : undefined;
  const asked = { number: podPort, name, protocol: port?.protocol ?? 'TCP' };
  const { allowed, policies } = admits(graph, workload, 'ingress', 'elsewhere', asked);
  const [policy] = policies;
  if (allowed || !policy || by === 'hostNetwork' || by === 'hostPort') return undefined;
  const inside = admits(graph, workload, 'ingress', { namespace: workload.namespace, labels: workload.labels }, asked);
  return {
    on: manifest,
    path,
    severity: inside.allowed ? 'warning' : 'error',
    message:
      `${by} leads to ${workload.kind} ${workload.name} port ${podPort ?? name}, which NetworkPolicy ${policy.name} ` +
      'opens to no other namespace',
    hops: [
      ...(service
        ? [hop(service.manifest, ['spec', 'selector'], `Service ${service.name} selects ${workload.name}`)]
        : []),
      ...policies.map((one) => hop(one, ['spec', 'ingress'], `NetworkPolicy ${one.name} isolates ${workload.name}`)),
    ],
  };
}

export const routeNetworkPolicy: SetRule = {
  id: 'route-network-policy',
  severity: 'error',
  requirement: 'routing',
  profile: 'recommended',
  remediation: 'Let the namespace of the ingress controller in: a `from` with a namespaceSelector, for this port.',
  peers: [],
  visits: 'set',
  *check(lint) {
    const { graph } = lint;
    if (graph.ofKind('NetworkPolicy').length === 0) return;
    const among = graph.pods.where((workload) => isIsolated(graph, workload, 'ingress'));
    for (const way of waysIn(graph, [], { among })) {
      const found = findingOf(way, lint);
      if (found) yield found;
    }
  },
};
