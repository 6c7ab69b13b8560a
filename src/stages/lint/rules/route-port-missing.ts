import { didYouMean, Names } from '../../../manifests/graph/nearness.js';
import { remembered } from '../../../manifests/graph/remembered.js';
import { describeBackend } from '../../../manifests/graph/route.js';
import { findPort, type Service } from '../../../manifests/graph/service.js';
import { hop, listed, type SetRule } from '../rule.js';

const portNames = remembered(({ ports }: Service) => new Names(ports.flatMap(({ name }) => name ?? [])));

function describePorts({ ports }: Service): string {
  return listed(ports.map(({ name, port }) => (name === undefined ? `${port}` : `${name}:${port}`))) || 'none';
}

/** A port is asked for by name or by number; an unnamed port is no answer to a number that is not there. */
export const routePortMissing: SetRule = {
  id: 'route-port-missing',
  severity: 'error',
  requirement: 'routing',
  profile: 'recommended',
  remediation: 'Name a port of the Service, by its number or by its name.',
  peers: ['kube-score/ingress-targets-service', 'popeye/POP-1402'],
  visits: 'set',
  check({ graph }) {
    return graph.backends.flatMap((backend) => {
      const service = graph.service(backend.serviceNamespace, backend.service);
      const { port } = backend;
      if (
        !service ||
        port === undefined ||
        port === 'use-annotation' ||
        service.type === 'ExternalName' ||
        findPort(service, port)
      )
        return [];
      const hint = typeof port === 'string' ? didYouMean(port, portNames(service)) : '';
      return {
        on: backend.manifest,
        path: backend.portPath,
        message: `${describeBackend(backend)} asks Service ${service.name} for port ${port}${hint}; it has ${describePorts(service)}`,
        hops: [hop(service.manifest, ['spec', 'ports'], `ports of Service ${service.name}`)],
      };
    });
  },
};
