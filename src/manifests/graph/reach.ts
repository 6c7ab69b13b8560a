import type { Manifest, Path } from '../manifest.js';
import { BitSet } from './bit-set.js';
import { type Graph, podsOf } from './graph.js';
import { asList, asString, asStrings, dig } from './json.js';
import { kindOf } from './kind.js';
import type { Chosen } from './label-index.js';
import { remembered } from './remembered.js';
import type { Backend } from './route.js';
import { findPort, portsOf, type Service, type ServicePort } from './service.js';
import type { Workload } from './workload.js';

/** One way from outside the cluster to the pods of a workload. */
export interface WayIn {
  readonly by: 'Ingress' | 'Gateway' | 'LoadBalancer' | 'NodePort' | 'externalIPs' | 'hostPort' | 'hostNetwork';
  readonly workload: Workload;
  /** Where it is opened. */
  readonly manifest: Manifest;
  readonly path: Path;
  readonly service: Service | undefined;
  readonly port: ServicePort | undefined;
  /** Port of the pod, where it is a number or declared. */
  readonly podPort: number | undefined;
}

/** Annotations by which the clouds keep a load balancer inside, with the values that mean so. */
const internalAnnotations: Readonly<Record<string, RegExp>> = {
  'service.beta.kubernetes.io/aws-load-balancer-internal': /^(true|0\.0\.0\.0\/0)$/,
  'service.beta.kubernetes.io/aws-load-balancer-scheme': /^internal$/,
  'networking.gke.io/load-balancer-type': /^internal$/i,
  'cloud.google.com/load-balancer-type': /^internal$/i,
  'service.beta.kubernetes.io/azure-load-balancer-internal': /^true$/,
  'service.beta.kubernetes.io/openstack-internal-load-balancer': /^true$/,
  'service.beta.kubernetes.io/oci-load-balancer-internal': /^true$/,
  'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type': /^intranet$/,
};

export function isInternalLoadBalancer({ manifest }: Service): boolean {
  const annotations = asStrings(dig(manifest.value, 'metadata', 'annotations'));
  return Object.entries(internalAnnotations).some(([name, values]) => values.test(annotations.get(name) ?? ''));
}

/** The class of an Ingress, or the classes of the Gateways that a route names. */
export function classesOf(graph: Graph, { manifest, namespace }: Backend): readonly string[] {
  if (kindOf(manifest.apiVersion, manifest.kind) === 'Ingress') {
    const annotation = dig(manifest.value, 'metadata', 'annotations', 'kubernetes.io/ingress.class');
    return [asString(dig(manifest.value, 'spec', 'ingressClassName')) ?? asString(annotation) ?? ''];
  }
  return asList(dig(manifest.value, 'spec', 'parentRefs')).map((parent) => {
    const home = asString(dig(parent, 'namespace')) ?? namespace;
    const gateway = graph.find('Gateway', home, asString(dig(parent, 'name')) ?? '');
    return asString(dig(gateway?.value, 'spec', 'gatewayClassName')) ?? '';
  });
}

/** Ports of the pods by name; a Service takes the first. */
const namedPorts = remembered((workload: Workload): ReadonlyMap<string, number | undefined> => {
  const ports = workload.containers
    .flatMap(portsOf)
    .flatMap(({ name, port }) => (name === undefined ? [] : [[name, port] as const]));
  return new Map(ports.toReversed());
});

function podPortOf({ targetPort }: ServicePort, workload: Workload): number | undefined {
  return typeof targetPort === 'string' ? namedPorts(workload).get(targetPort) : targetPort;
}

/** A way in that leads to as many workloads as the Service behind it chooses. */
interface Door {
  readonly by: 'Ingress' | 'Gateway' | 'LoadBalancer' | 'NodePort' | 'externalIPs';
  readonly manifest: Manifest;
  readonly path: Path;
  readonly service: Service;
  readonly ports: readonly (ServicePort | undefined)[];
  readonly pods: Chosen<Workload>;
}

function routeDoors(graph: Graph, internalClasses: readonly string[]): Door[] {
  const leadsOutside = new Map<Manifest, boolean>();
  const isOutside = (backend: Backend): boolean => {
    const known = leadsOutside.get(backend.manifest);
    if (known !== undefined) return known;
    const outside = classesOf(graph, backend).some((name) => !internalClasses.includes(name));
    leadsOutside.set(backend.manifest, outside);
    return outside;
  };
  return graph.backends.flatMap((backend): Door[] => {
    const service = graph.service(backend.serviceNamespace, backend.service);
    const pods = service && podsOf(graph, service);
    if (!service || !pods || !isOutside(backend)) return [];
    const { manifest, servicePath } = backend;
    const port = backend.port === undefined ? service.ports[0] : findPort(service, backend.port);
    const by = manifest.kind === 'Ingress' ? ('Ingress' as const) : ('Gateway' as const);
    return [{ by, manifest, path: servicePath, service, ports: [port], pods }];
  });
}

function serviceDoors(graph: Graph): Door[] {
  return graph.services.flatMap((service): Door[] => {
    const external = asList(dig(service.manifest.value, 'spec', 'externalIPs')).length > 0;
    const open = (service.type === 'LoadBalancer' && !isInternalLoadBalancer(service)) || service.type === 'NodePort';
    const pods = podsOf(graph, service);
    if (!pods || (!open && !external)) return [];
    const by = open ? (service.type as 'LoadBalancer' | 'NodePort') : ('externalIPs' as const);
    const path = ['spec', open ? 'type' : 'externalIPs'];
    return [{ by, manifest: service.manifest, path, service, ports: service.ports, pods }];
  });
}

function doorsOf(graph: Graph, internalClasses: readonly string[]): Door[] {
  return [...routeDoors(graph, internalClasses), ...serviceDoors(graph)];
}

function byHost(workload: Workload): WayIn[] {
  const base = { workload, manifest: workload.manifest, service: undefined, port: undefined };
  const ports = workload.containers.flatMap(portsOf);
  if (workload.pod['hostNetwork'] === true) {
    const path = [...workload.podPath, 'hostNetwork'];
    return [{ ...base, by: 'hostNetwork', path, podPort: ports[0]?.port }];
  }
  return ports
    .filter(({ hostPort }) => hostPort !== undefined)
    .map((port) => ({ ...base, by: 'hostPort' as const, path: [...port.path, 'hostPort'], podPort: port.port }));
}

/** What a rule wants of the ways in; where a thousand doors lead to a thousand workloads each, nobody can look at all. */
export interface Narrowed {
  /** Only to these workloads. */
  readonly among?: BitSet;
  /** Only to these ports of pods. */
  readonly podPorts?: (port: number) => boolean;
  /** One way of those that say the same of a workload and its port. */
  readonly distinct?: boolean;
}

type Wanted = NonNullable<Narrowed['podPorts']>;

/** Workloads by the names of their ports that are wanted. */
function wantedNames(graph: Graph, wanted: Wanted): ReadonlyMap<string, readonly number[]> {
  const byName = new Map<string, number[]>();
  for (const [number, workload] of graph.pods.items.entries()) {
    for (const [name, port] of namedPorts(workload)) {
      if (port === undefined || !wanted(port)) continue;
      const list = byName.get(name) ?? [];
      list.push(number);
      byName.set(name, list);
    }
  }
  return byName;
}

/** Says which pods of a door have a wanted port. */
function withPorts(graph: Graph, wanted: Wanted): (door: Door) => BitSet | undefined {
  const byName = wantedNames(graph, wanted);
  return ({ ports, pods }) => {
    const targets = ports.flatMap((port) => port?.targetPort ?? []);
    if (targets.some((target) => typeof target === 'number' && wanted(target))) return pods.bits;
    const numbers = targets.flatMap((target) => (typeof target === 'string' ? (byName.get(target) ?? []) : []));
    return numbers.length === 0 ? undefined : BitSet.of(graph.pods.items.length, numbers).and(pods.bits);
  };
}

function once(): (door: Door) => boolean {
  const seen = new Map<Chosen<Workload>, Set<string>>();
  return ({ by, ports, pods }) => {
    const key = JSON.stringify([by, ports.map((port) => port?.targetPort)]);
    const keys = seen.get(pods) ?? new Set();
    seen.set(pods, keys);
    if (keys.has(key)) return false;
    keys.add(key);
    return true;
  };
}

function* through(graph: Graph, door: Door, numbers: readonly number[], wanted: Wanted | undefined): Iterable<WayIn> {
  const { by, manifest, path, service, ports } = door;
  for (const number of numbers) {
    const workload = graph.pods.items[number] as Workload;
    for (const port of ports) {
      const podPort = port && podPortOf(port, workload);
      if (!wanted || (podPort !== undefined && wanted(podPort)))
        yield { by, workload, manifest, path, service, port, podPort };
    }
  }
}

/** Every way in that the objects open, told one by one; classes that lead inside only are left out. */
export function* waysIn(graph: Graph, internalClasses: readonly string[], narrowed: Narrowed = {}): Iterable<WayIn> {
  const { among, podPorts } = narrowed;
  const isNew = narrowed.distinct ? once() : () => true;
  const ported = podPorts && withPorts(graph, podPorts);
  for (const door of doorsOf(graph, internalClasses)) {
    if (door.ports.length === 0 || !isNew(door)) continue;
    const pods = ported ? ported(door) : door.pods.bits;
    if (pods === undefined || (among && !pods.meets(among))) continue;
    yield* through(graph, door, (among ? pods.copy().and(among) : pods).numbers(), podPorts);
  }
  for (const [number, workload] of graph.pods.items.entries()) {
    if (among && !among.has(number)) continue;
    yield* byHost(workload).filter(({ podPort }) => !podPorts || (podPort !== undefined && podPorts(podPort)));
  }
}

/** The workloads that some way in leads to. */
export function reached(graph: Graph, internalClasses: readonly string[]): BitSet {
  const pods = graph.pods.where((workload) => byHost(workload).length > 0);
  for (const door of doorsOf(graph, internalClasses)) if (door.ports.length > 0) pods.or(door.pods.bits);
  return pods;
}
