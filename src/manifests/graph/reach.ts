import type { Manifest, Path } from '../manifest.js';
import type { Graph } from './graph.js';
import { asList, asString, asStrings, dig } from './json.js';
import { kindOf } from './kind.js';
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

function podPortOf({ targetPort }: ServicePort, workload: Workload): number | undefined {
  if (typeof targetPort === 'number') return targetPort;
  return workload.containers.flatMap(portsOf).find(({ name }) => name === targetPort)?.port;
}

function byRoute(graph: Graph, internalClasses: readonly string[]): WayIn[] {
  return graph.backends.flatMap((backend) => {
    const service = graph.service(backend.serviceNamespace, backend.service);
    const outside = classesOf(graph, backend).some((name) => !internalClasses.includes(name));
    if (!service?.selector || !outside) return [];
    const port = backend.port === undefined ? service.ports[0] : findPort(service, backend.port);
    const by = backend.manifest.kind === 'Ingress' ? ('Ingress' as const) : ('Gateway' as const);
    return graph.selected(service.namespace, service.selector).map((workload) => {
      const podPort = port && podPortOf(port, workload);
      return { by, workload, manifest: backend.manifest, path: backend.servicePath, service, port, podPort };
    });
  });
}

function byService(graph: Graph): WayIn[] {
  return graph.services.flatMap((service): WayIn[] => {
    const external = asList(dig(service.manifest.value, 'spec', 'externalIPs')).length > 0;
    const open = (service.type === 'LoadBalancer' && !isInternalLoadBalancer(service)) || service.type === 'NodePort';
    if (!service.selector || (!open && !external)) return [];
    const by = open ? (service.type as 'LoadBalancer' | 'NodePort') : ('externalIPs' as const);
    const path = ['spec', open ? 'type' : 'externalIPs'];
    return graph.selected(service.namespace, service.selector).flatMap((workload) =>
      service.ports.map((port) => {
        return { by, workload, manifest: service.manifest, path, service, port, podPort: podPortOf(port, workload) };
      }),
    );
  });
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

/** Every way in that the objects open; classes that lead inside only are left out. */
export function waysIn(graph: Graph, internalClasses: readonly string[]): readonly WayIn[] {
  return [...byRoute(graph, internalClasses), ...byService(graph), ...graph.workloads.flatMap(byHost)];
}
