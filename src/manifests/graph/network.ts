import type { Json, Manifest } from '../manifest.js';
import { BitSet } from './bit-set.js';
import type { Graph } from './graph.js';
import { asList, asNumber, asObject, asString, asStrings, dig } from './json.js';
import type { Chosen } from './label-index.js';
import { remembered } from './remembered.js';
import { type Labels, labelSelector, type Selector, selects } from './selector.js';
import type { Workload } from './workload.js';

export type Direction = 'ingress' | 'egress';
const directions = ['ingress', 'egress'] as const;

/** Who is at the other end: a pod, or somebody in a namespace that the input does not hold. */
export type Peer = { readonly namespace: string; readonly labels: Labels } | 'elsewhere';

export interface Port {
  readonly number: number | undefined;
  readonly name: string | undefined;
  readonly protocol: string;
}

const nameLabel = 'kubernetes.io/metadata.name';

/** One entry of `from` or `to`. */
interface Entry {
  readonly block: boolean;
  readonly ofNamespace: Selector | undefined;
  readonly pods: Selector | undefined;
}

interface Rule {
  readonly value: Json;
  readonly entries: readonly Entry[];
}

/** NetworkPolicies of one namespace that say the same, and which traffic of which pods they isolate. */
interface Isolation {
  readonly namespace: string;
  /** In the order of the input, with their places in it. */
  readonly policies: { readonly policy: Manifest; readonly order: number }[];
  readonly selector: Selector;
  readonly pods: Chosen<Workload>;
  readonly isolates: Readonly<Record<Direction, boolean>>;
  readonly rules: Readonly<Record<Direction, readonly Rule[]>>;
}

function entryOf(value: Json): Entry {
  return {
    block: dig(value, 'ipBlock') !== undefined,
    ofNamespace: labelSelector(dig(value, 'namespaceSelector')),
    pods: labelSelector(dig(value, 'podSelector')),
  };
}

function rulesOf(spec: Json, direction: Direction): readonly Rule[] {
  return asList(dig(spec, direction)).map((value) => {
    return { value, entries: asList(dig(value, direction === 'ingress' ? 'from' : 'to')).map(entryOf) };
  });
}

function isolationOf(graph: Graph, policy: Manifest): Isolation | undefined {
  const spec = asObject(policy.value['spec']) ?? {};
  const types = asList(spec['policyTypes']);
  const selector = labelSelector(spec['podSelector'] ?? {});
  if (selector === undefined) return undefined;
  const [ingress, egress] =
    types.length > 0 ? [types.includes('Ingress'), types.includes('Egress')] : [true, spec['egress'] !== undefined];
  const namespace = graph.namespaceOf(policy);
  return {
    namespace,
    policies: [],
    selector,
    pods: graph.pods.chosen(namespace, selector),
    isolates: { ingress, egress },
    rules: { ingress: rulesOf(spec, 'ingress'), egress: rulesOf(spec, 'egress') },
  };
}

interface Isolations {
  readonly byNamespace: ReadonlyMap<string, readonly Isolation[]>;
  readonly pods: Readonly<Record<Direction, BitSet>>;
}

const isolationsOf = remembered((graph: Graph): Isolations => {
  const alike = new Map<string, Isolation>();
  const byNamespace = new Map<string, Isolation[]>();
  const pods = { ingress: new BitSet(graph.pods.items.length), egress: new BitSet(graph.pods.items.length) };
  for (const [order, policy] of graph.ofKind('NetworkPolicy').entries()) {
    const key = `${graph.namespaceOf(policy)}\n${JSON.stringify(policy.value['spec'])}`;
    const isolation = alike.get(key) ?? isolationOf(graph, policy);
    if (isolation === undefined) continue;
    isolation.policies.push({ policy, order });
    if (alike.has(key)) continue;
    alike.set(key, isolation);
    byNamespace.set(isolation.namespace, byNamespace.get(isolation.namespace) ?? []);
    byNamespace.get(isolation.namespace)?.push(isolation);
    for (const direction of directions) if (isolation.isolates[direction]) pods[direction].or(isolation.pods.bits);
  }
  return { byNamespace, pods };
});

/** A pod of the input, or one that is only thought of. */
type Pod = Pick<Workload, 'namespace' | 'labels'>;

/** The first isolations of a pod, which hold its first policies. */
function isolating(graph: Graph, pod: Pod, direction: Direction, most: number): readonly Isolation[] {
  const number = graph.pods.numberOf(pod as Workload);
  const found: Isolation[] = [];
  for (const one of isolationsOf(graph).byNamespace.get(pod.namespace) ?? []) {
    const { isolates, selector, pods } = one;
    if (found.length === most) break;
    if (isolates[direction] && (number === undefined ? selects(selector, pod.labels) : pods.bits.has(number)))
      found.push(one);
  }
  return found;
}

/** The workloads that some policy of a sort isolates. */
export function isolatedPods(graph: Graph, direction: Direction, isOfSort: (policy: Manifest) => boolean): BitSet {
  const isolated = new BitSet(graph.pods.items.length);
  for (const { isolates, pods, policies } of [...isolationsOf(graph).byNamespace.values()].flat()) {
    const [first] = policies;
    if (isolates[direction] && first && isOfSort(first.policy)) isolated.or(pods.bits);
  }
  return isolated;
}

/** Whether a NetworkPolicy isolates the pods of a workload in one direction; where there is none, everything is allowed. */
export function isIsolated(graph: Graph, workload: Workload, direction: Direction): boolean {
  const number = graph.pods.numberOf(workload);
  return number !== undefined && isolationsOf(graph).pods[direction].has(number);
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

const namespaceLabels = remembered((graph: Graph) => {
  const known = new Map<string, Labels>();
  return (namespace: string): Labels => {
    const before = known.get(namespace);
    if (before !== undefined) return before;
    const found = graph.named('Namespace', namespace);
    const labels = new Map([...asStrings(dig(found?.value, 'metadata', 'labels')), [nameLabel, namespace]]);
    known.set(namespace, labels);
    return labels;
  };
});

/** Whether one entry of `from` or `to` in a policy of `home` lets the peer through. */
function peerAllowed(graph: Graph, { block, ofNamespace, pods }: Entry, home: string, peer: Peer): boolean {
  if (block) return peer === 'elsewhere';
  if (peer === 'elsewhere') {
    return ofNamespace !== undefined && ofNamespace.matchLabels.get(nameLabel) !== home;
  }
  const there = ofNamespace ? selects(ofNamespace, namespaceLabels(graph)(peer.namespace)) : peer.namespace === home;
  return there && (pods === undefined || selects(pods, peer.labels));
}

function ruleAllows(graph: Graph, { value, entries }: Rule, home: string, peer: Peer, port: Port): boolean {
  const anyone = entries.length === 0;
  return portAllowed(value, port) && (anyone || entries.some((entry) => peerAllowed(graph, entry, home, peer)));
}

/** Pods of the own namespace that one entry lets through. */
function ownPeers(graph: Graph, { block, ofNamespace, pods }: Entry, home: string): BitSet | undefined {
  if (block || (ofNamespace && !selects(ofNamespace, namespaceLabels(graph)(home)))) return undefined;
  return graph.pods.chosen(home, pods ?? everything).bits;
}

const everything: Selector = { matchLabels: new Map(), requirements: [] };

/** Which of the pods that a policy isolates it lets reach pods of their own workload. */
function openToItself(graph: Graph, { namespace, rules, pods }: Isolation, direction: Direction, port: Port): BitSet {
  const open = new BitSet(graph.pods.items.length);
  for (const { entries } of rules[direction].filter(({ value }) => portAllowed(value, port))) {
    if (entries.length === 0) return pods.bits;
    for (const entry of entries) open.or(ownPeers(graph, entry, namespace) ?? new BitSet(0));
  }
  return open.and(pods.bits);
}

const knownOpen = remembered((_: Graph) => new Map<string, BitSet>());

/** The pods of the input for which one policy is enough to let traffic through. */
function openPods(graph: Graph, direction: Direction, peer: 'elsewhere' | 'itself', port: Port): BitSet {
  const key = `${direction} ${peer} ${port.protocol} ${port.number} ${port.name}`;
  const known = knownOpen(graph).get(key);
  if (known !== undefined) return known;
  const open = new BitSet(graph.pods.items.length);
  for (const one of [...isolationsOf(graph).byNamespace.values()].flat()) {
    if (!one.isolates[direction]) continue;
    if (peer === 'itself') open.or(openToItself(graph, one, direction, port));
    else if (allows(graph, one, direction, peer, port)) open.or(one.pods.bits);
  }
  knownOpen(graph).set(key, open);
  return open;
}

function allows(graph: Graph, { rules, namespace }: Isolation, direction: Direction, peer: Peer, port: Port): boolean {
  return rules[direction].some((rule) => ruleAllows(graph, rule, namespace, peer, port));
}

export interface Admission {
  readonly allowed: boolean;
  /** The first of the policies that refuse, in the order of the input; none where it is allowed. */
  readonly policies: readonly Manifest[];
}

const admitted: Admission = { allowed: true, policies: [] };
/** Policies that an answer names at most. */
const mostPolicies = 25;

function refusal(isolations: readonly Isolation[]): Admission {
  const first = isolations.flatMap(({ policies }) => policies.slice(0, mostPolicies));
  const ordered = first.toSorted((a, b) => a.order - b.order).slice(0, mostPolicies);
  return { allowed: false, policies: ordered.map(({ policy }) => policy) };
}

/** Whether the policies let traffic of a port through: one rule of one policy is enough, no policy is enough too. */
export function admits(graph: Graph, pod: Pod, direction: Direction, peer: Peer, port: Port): Admission {
  const number = graph.pods.numberOf(pod as Workload);
  const isItself = peer !== 'elsewhere' && peer.labels === pod.labels && peer.namespace === pod.namespace;
  if (number === undefined || (peer !== 'elsewhere' && !isItself)) {
    const isolations = isolating(graph, pod, direction, Number.POSITIVE_INFINITY);
    const open = isolations.length === 0 || isolations.some((one) => allows(graph, one, direction, peer, port));
    return open ? admitted : refusal(isolations);
  }
  const isOpen =
    !isolationsOf(graph).pods[direction].has(number) ||
    openPods(graph, direction, isItself ? 'itself' : 'elsewhere', port).has(number);
  return isOpen ? admitted : refusal(isolating(graph, pod, direction, mostPolicies));
}
