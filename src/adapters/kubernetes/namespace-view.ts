import type { Exposure } from '../../ports/deployment.js';
import type { KubeClient } from './client.js';
import type { KubeObject, Pod } from './objects.js';

interface ServiceObject extends KubeObject {
  readonly spec: {
    readonly type?: string;
    readonly externalIPs?: readonly string[];
    readonly ports?: readonly { readonly port: number; readonly nodePort?: number }[];
  };
}

/** Everything in a namespace that can be reached from outside without the ingress controller. */
export async function exposuresOf(
  client: KubeClient,
  namespace: string,
  signal: AbortSignal,
): Promise<readonly Exposure[]> {
  const [services, pods] = await Promise.all([
    client.list<ServiceObject>(`/api/v1/namespaces/${namespace}/services`, {}, { signal }),
    client.list<Pod>(`/api/v1/namespaces/${namespace}/pods`, {}, { signal }),
  ]);
  return [...services.flatMap(serviceExposures), ...pods.flatMap(podExposures)];
}

function serviceExposures({ metadata, spec }: ServiceObject): Exposure[] {
  const object = `Service/${metadata.name}`;
  const type = spec.type ?? 'ClusterIP';
  const ports = (spec.ports ?? []).map(({ nodePort, port }) => nodePort ?? port).join(', ');
  return [
    ...(type === 'NodePort' || type === 'LoadBalancer' ? [{ object, how: `${type} ${ports}` }] : []),
    ...(spec.externalIPs ?? []).map((ip) => ({ object, how: `external IP ${ip}` })),
  ];
}

function podExposures({ metadata, spec }: Pod): Exposure[] {
  const object = `Pod/${metadata.name}`;
  const ports = spec.containers.flatMap(({ ports: declared = [] }) =>
    declared.flatMap(({ hostPort }) => hostPort ?? []),
  );
  return [
    ...(spec.hostNetwork === true ? [{ object, how: 'host network' }] : []),
    ...ports.map((port) => ({ object, how: `host port ${port}` })),
  ];
}

/** Image reference → digest as the container runtime tells it. */
export async function imagesOf(
  client: KubeClient,
  namespace: string,
  signal: AbortSignal,
): Promise<Readonly<Record<string, string>>> {
  const pods = await client.list<Pod>(`/api/v1/namespaces/${namespace}/pods`, {}, { signal });
  const images = pods.flatMap(({ spec, status }) =>
    (status.containerStatuses ?? []).flatMap(({ name, imageID }) => {
      const reference = spec.containers.find((container) => container.name === name)?.image;
      return reference === undefined || imageID === undefined || imageID === '' ? [] : [[reference, imageID] as const];
    }),
  );
  return Object.fromEntries(images.toSorted(([a], [b]) => a.localeCompare(b)));
}
