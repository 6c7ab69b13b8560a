import type { BitSet } from '../../../manifests/graph/bit-set.js';
import type { Graph } from '../../../manifests/graph/graph.js';
import { admits, isolatedPods } from '../../../manifests/graph/network.js';
import { remembered } from '../../../manifests/graph/remembered.js';
import type { Manifest } from '../../../manifests/manifest.js';
import { hop, type WorkloadRule } from '../rule.js';

const dns = { number: 53, name: undefined, protocol: 'UDP' } as const;

/** A policy that lets nothing out at all is meant so. */
function opensSomething({ value }: Manifest): boolean {
  const text = JSON.stringify(value);
  return text.includes('"to"') || text.includes('"ports"');
}

const opened = remembered((graph: Graph): BitSet => isolatedPods(graph, 'egress', opensSomething));

/** A policy for Egress that forgets port 53 breaks every name, and with it every connection by name. */
export const networkPolicyDns: WorkloadRule = {
  id: 'network-policy-dns',
  severity: 'warning',
  requirement: 'routing',
  profile: 'recommended',
  remediation: 'Let the pods ask port 53 (UDP and TCP) of namespace kube-system.',
  peers: [],
  visits: 'workload',
  check(workload, { graph }) {
    if (graph.ofKind('NetworkPolicy').length === 0 || workload.pod['dnsPolicy'] === 'None') return undefined;
    if (!opened(graph).has(graph.pods.numberOf(workload) ?? -1)) return undefined;
    const { allowed, policies } = admits(graph, workload, 'egress', 'elsewhere', dns);
    const [policy] = policies;
    if (allowed || !policy) return undefined;
    return {
      on: policy,
      path: ['spec', 'egress'],
      message: `it lets ${workload.kind} ${workload.name} ask no DNS server (port 53/UDP): its pods can not resolve names`,
      hops: [hop(workload.manifest, [...workload.templatePath, 'metadata', 'labels'], `pods of ${workload.name}`)],
    };
  },
};
