import type { Manifest, Path } from '../manifest.js';
import { asList, asNumber, asObject, asString, dig } from './json.js';
import { remembered } from './remembered.js';
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

export const portsOf = remembered((container: Container): readonly ContainerPort[] => {
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
});

export const podPorts = remembered((workload: Workload): readonly ContainerPort[] =>
  running(workload).flatMap(portsOf),
);

const portsByName = remembered(({ ports }: Service): ReadonlyMap<string | number, ServicePort> => {
  const keyed = ports.flatMap((one): [string | number, ServicePort][] => [
    ...(one.name === undefined ? [] : [[one.name, one] satisfies [string, ServicePort]]),
    ...(one.port === undefined ? [] : [[one.port, one] satisfies [number, ServicePort]]),
  ]);
  return new Map(keyed.toReversed());
});

/** The port of a Service that a backend asks for; a name never equals a missing name. */
export function findPort(service: Service, wanted: string | number): ServicePort | undefined {
  return portsByName(service).get(wanted);
}

/** Whether the endpoints are anyone's business but the selector's. */
export function hasOwnEndpoints(service: Service): boolean {
  return service.selector === undefined || dig(service.manifest.value, 'spec', 'type') === 'ExternalName';
}
