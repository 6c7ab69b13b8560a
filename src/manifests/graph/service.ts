import type { Manifest, Path } from '../manifest.js';
import { asList, asNumber, asObject, asString, dig } from './json.js';
import { plainSelector, type Selector } from './selector.js';
import { type Container, running, type Workload } from './workload.js';

export interface ServicePort {
  readonly path: Path;
  readonly name: string | undefined;
  readonly port: number | undefined;
  /** As the API server defaults it: the port itself. */
  readonly targetPort: string | number | undefined;
  readonly protocol: string;
  readonly nodePort: number | undefined;
}

export interface Service {
  readonly manifest: Manifest;
  readonly namespace: string;
  readonly name: string;
  readonly type: string;
  readonly headless: boolean;
  /** Undefined where it has none: its endpoints are made by others. */
  readonly selector: Selector | undefined;
  readonly ports: readonly ServicePort[];
}

export function serviceOf(manifest: Manifest, namespace: string): Service {
  const spec = asObject(manifest.value['spec']) ?? {};
  const ports = asList(spec['ports']).flatMap((one, index): ServicePort[] => {
    const value = asObject(one);
    if (!value) return [];
    const target = value['targetPort'];
    const port = asNumber(value['port']);
    return [
      {
        path: ['spec', 'ports', index],
        name: asString(value['name']),
        port,
        targetPort: typeof target === 'string' || typeof target === 'number' ? target : port,
        protocol: asString(value['protocol']) ?? 'TCP',
        nodePort: asNumber(value['nodePort']),
      },
    ];
  });
  return {
    manifest,
    namespace,
    name: manifest.name,
    type: asString(spec['type']) ?? 'ClusterIP',
    headless: spec['clusterIP'] === 'None',
    selector: plainSelector(spec['selector']),
    ports,
  };
}

export interface ContainerPort {
  readonly container: Container;
  readonly path: Path;
  readonly name: string | undefined;
  readonly port: number | undefined;
  readonly protocol: string;
  readonly hostPort: number | undefined;
}

export function portsOf(container: Container): readonly ContainerPort[] {
  return asList(container.value['ports']).flatMap((one, index): ContainerPort[] => {
    const value = asObject(one);
    if (!value) return [];
    return [
      {
        container,
        path: [...container.path, 'ports', index],
        name: asString(value['name']),
        port: asNumber(value['containerPort']),
        protocol: asString(value['protocol']) ?? 'TCP',
        hostPort: asNumber(value['hostPort']),
      },
    ];
  });
}

export function podPorts(workload: Workload): readonly ContainerPort[] {
  return running(workload).flatMap(portsOf);
}

/** The declared container ports that a Service port leads to; numbers need not be declared to be reached. */
export function targetsOf({ targetPort, protocol }: ServicePort, workload: Workload): readonly ContainerPort[] {
  return podPorts(workload).filter(
    (port) => port.protocol === protocol && (port.name === targetPort || port.port === targetPort),
  );
}

/** The port of a Service that a backend asks for; a name never equals a missing name. */
export function findPort(service: Service, wanted: string | number): ServicePort | undefined {
  return service.ports.find(({ name, port }) => (typeof wanted === 'number' ? port === wanted : name === wanted));
}

export function describePorts(service: Service): string {
  return (
    service.ports.map(({ name, port }) => (name === undefined ? `${port}` : `${name}:${port}`)).join(', ') || 'none'
  );
}

/** Whether the endpoints are anyone's business but the selector's. */
export function hasOwnEndpoints(service: Service): boolean {
  return service.selector === undefined || dig(service.manifest.value, 'spec', 'type') === 'ExternalName';
}
