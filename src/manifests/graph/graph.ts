import type { Manifest } from '../manifest.js';
import { groupOf, kindOf } from './kind.js';
import { type Chosen, firstHolders, LabelIndex } from './label-index.js';
import { Names } from './nearness.js';
import { type Backend, gatewayBackends, ingressBackends } from './route.js';
import { type Scaler, scalerOf } from './scaler.js';
import type { Selector } from './selector.js';
import { type Service, serviceOf } from './service.js';
import { type Workload, workloadOf } from './workload.js';

/** The objects of one input set, each looked up in constant time; built once, asked by every rule. */
export interface Graph {
  readonly manifests: readonly Manifest[];
  readonly workloads: readonly Workload[];
  readonly services: readonly Service[];
  readonly scalers: readonly Scaler[];
  readonly backends: readonly Backend[];
  /** `kind` as `kindOf` tells it. */
  ofKind(kind: string): readonly Manifest[];
  find(kind: string, namespace: string, name: string): Manifest | undefined;
  /** The first object of a kind and a name, in whatever namespace it is. */
  named(kind: string, name: string): Manifest | undefined;
  /** Names of a kind in a namespace, for a did-you-mean. */
  namesOf(kind: string, namespace: string): Names;
  workload(kind: string, namespace: string, name: string): Workload | undefined;
  service(namespace: string, name: string): Service | undefined;
  /** The workloads by the labels of their pods. Where many may be chosen, ask this and not `selected`. */
  readonly pods: LabelIndex<Workload>;
  selected(namespace: string, selector: Selector): readonly Workload[];
  /** The first Service that selects the pods of a workload. */
  serviceOf(workload: Workload): Service | undefined;
  scalersOf(workload: Workload): readonly Scaler[];
  /** The namespace that an object is applied to: its own, or the one of the run. */
  namespaceOf(manifest: Manifest): string;
  /** Whether a namespace holds custom resources whose operators make objects of their own. */
  isOperated(namespace: string): boolean;
}

const key = (kind: string, namespace: string, name: string): string => `${kind}\n${namespace}\n${name}`;
const gatewayRoutes: readonly string[] = ['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute'];

/** Custom resources that come with no workloads or Services of their own. */
const inert =
  /(^$|\.k8s\.io$|^(apps|batch|policy|autoscaling|extensions)$|^(argoproj|keda|cert-manager|kyverno|external-secrets)\.|^monitoring\.coreos\.com$|^bitnami\.com$|\.istio\.io$)/;

function operatedNamespaces(manifests: readonly Manifest[], namespaceOf: Graph['namespaceOf']): ReadonlySet<string> {
  return new Set(manifests.filter(({ apiVersion }) => !inert.test(groupOf(apiVersion))).map(namespaceOf));
}

function grouped<T>(items: Iterable<T>, keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** What is made when it is asked for the first time. */
function late<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The pods that a Service chooses, where it has a selector. */
export function podsOf({ pods }: Pick<Graph, 'pods'>, service: Service): Chosen<Workload> | undefined {
  return service.selector && pods.chosen(service.namespace, service.selector);
}

function firstServices(services: readonly Service[], pods: LabelIndex<Workload>): ReadonlyMap<Workload, Service> {
  const chosen = services.flatMap((service) => {
    const found = podsOf({ pods }, service);
    return found ? [[service, found] as const] : [];
  });
  return firstHolders(pods.items, chosen);
}

/** Names of a kind by namespace. */
function namesByKind(byKind: ReadonlyMap<string, readonly Manifest[]>, namespaceOf: Graph['namespaceOf']) {
  const known = new Map<string, ReadonlyMap<string, Names>>();
  const none = new Names([]);
  const ofKind = (kind: string): ReadonlyMap<string, Names> => {
    const groups = grouped(byKind.get(kind) ?? [], namespaceOf);
    return new Map([...groups].map(([namespace, all]) => [namespace, new Names(all.map(({ name }) => name))]));
  };
  return (kind: string, namespace: string): Names => {
    const names = known.get(kind) ?? ofKind(kind);
    known.set(kind, names);
    return names.get(namespace) ?? none;
  };
}

function firstByName(manifests: readonly Manifest[], kindOfManifest: (manifest: Manifest) => string) {
  const keyed = manifests.map((manifest) => [`${kindOfManifest(manifest)}\n${manifest.name}`, manifest] as const);
  return new Map(keyed.toReversed());
}

function backendsOf(byKind: ReadonlyMap<string, readonly Manifest[]>, namespaceOf: Graph['namespaceOf']): Backend[] {
  const ingresses = byKind.get('Ingress') ?? [];
  const routes = gatewayRoutes.flatMap((kind) => byKind.get(kind) ?? []);
  return [
    ...ingresses.flatMap((manifest) => ingressBackends(manifest, namespaceOf(manifest))),
    ...routes.flatMap((manifest) => gatewayBackends(manifest, namespaceOf(manifest))),
  ];
}

/** `namespace` is where objects go that name none. */
export function graphOf(manifests: readonly Manifest[], namespace: string): Graph {
  const kinds = new Map(manifests.map((manifest) => [manifest, kindOf(manifest.apiVersion, manifest.kind)]));
  const kindOfManifest = (manifest: Manifest): string => kinds.get(manifest) ?? manifest.kind;
  const namespaceOf = (manifest: Manifest): string => manifest.namespace ?? namespace;
  const byKind = grouped(manifests, kindOfManifest);
  const keyOf = (manifest: Manifest): string => key(kindOfManifest(manifest), namespaceOf(manifest), manifest.name);
  const byName = new Map(manifests.map((manifest) => [keyOf(manifest), manifest]));
  const workloads = manifests.flatMap((one) => workloadOf(one, kindOfManifest(one), namespaceOf(one)) ?? []);
  const workloadByName = new Map(workloads.map((one) => [keyOf(one.manifest), one]));
  const services = (byKind.get('Service') ?? []).map((one) => serviceOf(one, namespaceOf(one)));
  const serviceByName = new Map(services.map((one) => [keyOf(one.manifest), one]));
  const scalers = (byKind.get('HorizontalPodAutoscaler') ?? []).map((one) => scalerOf(one, namespaceOf(one)));
  const scalersByTarget = grouped(scalers, (one) =>
    key(kindOf(one.targetApiVersion, one.targetKind), one.namespace, one.targetName),
  );
  const pods = new LabelIndex(workloads);
  const firstService = late(() => firstServices(services, pods));
  const first = late(() => firstByName(manifests, kindOfManifest));
  const operated = operatedNamespaces(manifests, namespaceOf);
  return {
    manifests,
    workloads,
    services,
    scalers,
    backends: backendsOf(byKind, namespaceOf),
    ofKind: (kind) => byKind.get(kind) ?? [],
    find: (kind, inNamespace, name) => byName.get(key(kind, inNamespace, name)),
    named: (kind, name) => first().get(`${kind}\n${name}`),
    namesOf: namesByKind(byKind, namespaceOf),
    workload: (kind, inNamespace, name) => workloadByName.get(key(kind, inNamespace, name)),
    service: (inNamespace, name) => serviceByName.get(key('Service', inNamespace, name)),
    pods,
    selected: (inNamespace, selector) => pods.chosen(inNamespace, selector).list(),
    serviceOf: (workload) => firstService().get(workload),
    scalersOf: ({ kind, namespace: inNamespace, name }) => scalersByTarget.get(key(kind, inNamespace, name)) ?? [],
    namespaceOf,
    isOperated: (inNamespace) => operated.has(inNamespace),
  };
}
