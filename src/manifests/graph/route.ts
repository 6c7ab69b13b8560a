import type { Json, JsonObject, Manifest, Path } from '../manifest.js';
import { asList, asNumber, asObject, asString, dig } from './json.js';

/** One way in: a host and path of an Ingress or of a Gateway API route, and the Service behind it. */
export interface Backend {
  readonly manifest: Manifest;
  readonly namespace: string;
  /** Of the Service; a Gateway API route may name another namespace than its own. */
  readonly serviceNamespace: string;
  readonly service: string;
  readonly servicePath: Path;
  readonly port: string | number | undefined;
  readonly portPath: Path;
  readonly hosts: readonly string[];
  /** Path as written, for messages; undefined for a default backend. */
  readonly urlPath: string | undefined;
}

type Place = Pick<Backend, 'manifest' | 'namespace' | 'hosts' | 'urlPath'>;

function ingressBackend(place: Place, value: Json | undefined, path: Path): Backend[] {
  const service = asObject(dig(value, 'service'));
  const legacy = asString(dig(value, 'serviceName'));
  const base = { ...place, serviceNamespace: place.namespace };
  if (service) {
    const name = asString(service['name']);
    const portName = asString(dig(service, 'port', 'name'));
    const port = portName ?? asNumber(dig(service, 'port', 'number'));
    const portPath = [...path, 'service', 'port', portName === undefined ? 'number' : 'name'];
    return name === undefined
      ? []
      : [{ ...base, service: name, servicePath: [...path, 'service', 'name'], port, portPath }];
  }
  if (legacy === undefined) return [];
  const port = asString(dig(value, 'servicePort')) ?? asNumber(dig(value, 'servicePort'));
  return [
    { ...base, service: legacy, servicePath: [...path, 'serviceName'], port, portPath: [...path, 'servicePort'] },
  ];
}

export function ingressBackends(manifest: Manifest, namespace: string): readonly Backend[] {
  const spec = asObject(manifest.value['spec']) ?? {};
  const place: Place = { manifest, namespace, hosts: [], urlPath: undefined };
  const backends = [
    ...ingressBackend(place, spec['defaultBackend'], ['spec', 'defaultBackend']),
    ...ingressBackend(place, spec['backend'], ['spec', 'backend']),
  ];
  asList(spec['rules']).forEach((rule, index) => {
    const host = asString(dig(rule, 'host'));
    asList(dig(rule, 'http', 'paths')).forEach((one, number) => {
      const at = { ...place, hosts: host === undefined ? [] : [host], urlPath: asString(dig(one, 'path')) ?? '/' };
      backends.push(
        ...ingressBackend(at, dig(one, 'backend'), ['spec', 'rules', index, 'http', 'paths', number, 'backend']),
      );
    });
  });
  return backends;
}

/** HTTPRoute, GRPCRoute, TCPRoute and TLSRoute: `backendRefs` to Services, as Gateway API v1 spells them. */
export function gatewayBackends(manifest: Manifest, namespace: string): readonly Backend[] {
  const hosts = asList(dig(manifest.value, 'spec', 'hostnames')).flatMap((host) => asString(host) ?? []);
  return asList(dig(manifest.value, 'spec', 'rules')).flatMap((rule, index) =>
    asList(dig(rule, 'backendRefs')).flatMap((one, number): Backend[] => {
      const reference: JsonObject = asObject(one) ?? {};
      const name = asString(reference['name']);
      const foreign = (reference['kind'] ?? 'Service') !== 'Service' || (reference['group'] ?? '') !== '';
      if (name === undefined || foreign) return [];
      const path = ['spec', 'rules', index, 'backendRefs', number];
      return [
        {
          manifest,
          namespace,
          serviceNamespace: asString(reference['namespace']) ?? namespace,
          service: name,
          servicePath: [...path, 'name'],
          port: asNumber(reference['port']),
          portPath: [...path, 'port'],
          hosts,
          urlPath: asString(dig(rule, 'matches', 0, 'path', 'value')) ?? '/',
        },
      ];
    }),
  );
}

/** `shop.example.com/cart`, for messages. */
export function describeBackend({ hosts, urlPath }: Backend): string {
  return urlPath === undefined ? 'its default backend' : `${hosts.join(' ') || '*'}${urlPath}`;
}
