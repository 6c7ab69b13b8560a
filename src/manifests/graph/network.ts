import type { Json, Manifest } from '../manifest.js';
import type { Graph } from './graph.js';
import { asList, asNumber, asObject, asString, asStrings, dig } from './json.js';
import { remembered } from './remembered.js';
import { type Labels, labelSelector, type Selector, selects } from './selector.js';
import type { Workload } from './workload.js';

export type Direction = 'ingress' | 'egress';

/** Who is at the other end: a pod, or somebody in a namespace that the input does not hold. */
export type Peer = { readonly namespace: string; readonly labels: Labels } | 'elsewhere';

export interface Port {
  readonly number: number | undefined;
  readonly name: string | undefined;
  readonly protocol: string;
}

const nameLabel = 'kubernetes.io/metadata.name';

/** A NetworkPolicy, and which traffic of which pods it isolates. */
interface Isolation {
  readonly policy: Manifest;
  readonly selector: Selector;
  readonly ingress: boolean;
  readonly egress: boolean;
}

function isolationOf(policy: Manifest): Isolation[] {
  const spec = asObject(policy.value['spec']) ?? {};
  const types = asList(spec['policyTypes']);
  const selector = labelSelector(spec['podSelector'] ?? {});
  if (selector === undefined) return [];
  const [ingress, egress] =
    types.length > 0 ? [types.includes('Ingress'), types.includes('Egress')] : [true, spec['egress'] !== undefined];
  return [{ policy, selector, ingress, egress }];
}

const isolationsByNamespace = remembered((graph: Graph) => {
  const byNamespace = new Map<string, Isolation[]>();
  for (const policy of graph.ofKind('NetworkPolicy')) {
    const namespace = graph.namespaceOf(policy);
    byNamespace.set(namespace, [...(byNamespace.get(namespace) ?? []), ...isolationOf(policy)]);
  }
  return byNamespace;
});

/** The NetworkPolicies that isolate a pod in one direction; where there is none, everything is allowed. */
export function isolating(
  graph: Graph,
  { namespace, labels }: Pick<Workload, 'namespace' | 'labels'>,
  direction: Direction,
): readonly Manifest[] {
  const isolations = isolationsByNamespace(graph).get(namespace) ?? [];
  return isolations.filter((one) => one[direction] && selects(one.selector, labels)).map(({ policy }) => policy);
}

function portAllowed(rule: Json | undefined, port: Port): boolean {
  const ports = asList(dig(rule, 'ports'));
  if (ports.length === 0) return true;
  return ports.some((one) => {
    if ((asString(dig(one, 'protocol')) ?? 'TCP') !== port.protocol) return false;
    const wanted = dig(one, 'port');
    if (wanted === undefined || wanted === null) return true;
    if (typeof wanted === 'string') return wanted === port.name;
    if (typeof wanted !== 'number') return false;
    const end = asNumber(dig(one, 'endPort')) ?? wanted;
    return port.number !== undefined && port.number >= wanted && port.number <= end;
  });
}

function namespaceLabels(graph: Graph, namespace: string): Labels {
  const found = graph.ofKind('Namespace').find(({ name }) => name === namespace);
  return new Map([...asStrings(dig(found?.value, 'metadata', 'labels')), [nameLabel, namespace]]);
}

/** Whether one entry of `from` or `to` in a policy of `home` lets the peer through. */
function peerAllowed(graph: Graph, entry: Json, home: string, peer: Peer): boolean {
  if (dig(entry, 'ipBlock') !== undefined) return peer === 'elsewhere';
  const ofNamespace = labelSelector(dig(entry, 'namespaceSelector'));
  if (peer === 'elsewhere') {
    return ofNamespace !== undefined && ofNamespace.matchLabels.get(nameLabel) !== home;
  }
  const there = ofNamespace ? selects(ofNamespace, namespaceLabels(graph, peer.namespace)) : peer.namespace === home;
  const pods = labelSelector(dig(entry, 'podSelector'));
  return there && (pods === undefined || selects(pods, peer.labels));
}

function ruleAllows(graph: Graph, rule: Json, home: string, direction: Direction, peer: Peer, port: Port): boolean {
  const entries = asList(dig(rule, direction === 'ingress' ? 'from' : 'to'));
  const anyone = entries.length === 0;
  return portAllowed(rule, port) && (anyone || entries.some((entry) => peerAllowed(graph, entry, home, peer)));
}

/** Whether the policies let traffic of a port through: one rule of one policy is enough, no policy is enough too. */
export function admits(
  graph: Graph,
  pod: Pick<Workload, 'namespace' | 'labels'>,
  direction: Direction,
  peer: Peer,
  port: Port,
): { readonly allowed: boolean; readonly policies: readonly Manifest[] } {
  const policies = isolating(graph, pod, direction);
  const allowed =
    policies.length === 0 ||
    policies.some((policy) =>
      asList(dig(policy.value, 'spec', direction)).some((rule) =>
        ruleAllows(graph, rule, pod.namespace, direction, peer, port),
      ),
    );
  return { allowed, policies };
}
