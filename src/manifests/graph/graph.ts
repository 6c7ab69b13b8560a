import type { Manifest } from '../manifest.js';
import { groupOf, kindOf } from './kind.js';
import { type Backend, gatewayBackends, ingressBackends } from './route.js';
import { type Scaler, scalerOf } from './scaler.js';
import { type Selector, selects } from './selector.js';
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
  /** Names of a kind in a namespace, for a did-you-mean. */
  namesOf(kind: string, namespace: string): readonly string[];
  workload(kind: string, namespace: string, name: string): Workload | undefined;
  service(namespace: string, name: string): Service | undefined;
  selected(namespace: string, selector: Selector): readonly Workload[];
  /** Services that select the pods of a workload. */
  servicesOf(workload: Workload): readonly Service[];
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

/** Pods by namespace and by each label pair, so that a selector looks at its likely matches only. */
function selectionOf(workloads: readonly Workload[]): Graph['selected'] {
  const byNamespace = grouped(workloads, ({ namespace }) => namespace);
  const byLabel = new Map<string, Workload[]>();
  for (const workload of workloads) {
    for (const [label, value] of workload.labels) {
      const at = key(workload.namespace, label, value);
      const list = byLabel.get(at);
      if (list) list.push(workload);
      else byLabel.set(at, [workload]);
    }
  }
  return (namespace, selector) => {
    const [first] = selector.matchLabels;
    const likely = first ? byLabel.get(key(namespace, ...first)) : byNamespace.get(namespace);
    return (likely ?? []).filter(({ labels }) => selects(selector, labels));
  };
}

function servicesByWorkload(services: readonly Service[], selected: Graph['selected']): Graph['servicesOf'] {
  const map = new Map<Workload, Service[]>();
  for (const service of services) {
    for (const workload of service.selector ? selected(service.namespace, service.selector) : []) {
      map.set(workload, [...(map.get(workload) ?? []), service]);
    }
  }
  return (workload) => map.get(workload) ?? [];
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
  const selected = selectionOf(workloads);
  const operated = operatedNamespaces(manifests, namespaceOf);
  return {
    manifests,
    workloads,
    services,
    scalers,
    backends: backendsOf(byKind, namespaceOf),
    ofKind: (kind) => byKind.get(kind) ?? [],
    find: (kind, inNamespace, name) => byName.get(key(kind, inNamespace, name)),
    namesOf: (kind, inNamespace) =>
      (byKind.get(kind) ?? []).filter((one) => namespaceOf(one) === inNamespace).map(({ name }) => name),
    workload: (kind, inNamespace, name) => workloadByName.get(key(kind, inNamespace, name)),
    service: (inNamespace, name) => serviceByName.get(key('Service', inNamespace, name)),
    selected,
    servicesOf: servicesByWorkload(services, selected),
    scalersOf: ({ kind, namespace: inNamespace, name }) => scalersByTarget.get(key(kind, inNamespace, name)) ?? [],
    namespaceOf,
    isOperated: (inNamespace) => operated.has(inNamespace),
  };
}
