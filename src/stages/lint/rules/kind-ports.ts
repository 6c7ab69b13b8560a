import { asString } from '../../../manifests/graph/json.js';
import { serviceOf } from '../../../manifests/graph/service.js';
import type { ObjectRule } from '../rule.js';

export const kindPorts: ObjectRule = {
  id: 'kind-ports',
  severity: 'note',
  requirement: 'routing',
  profile: 'kind',
  remediation: 'Route through the Ingress, or map the port with extraPortMappings.',
  peers: [],
  visits: 'object',
  kinds: ['Service'],
  check(manifest, { graph, settings: { cluster } }) {
    if (!cluster) return undefined;
    const { type, ports } = serviceOf(manifest, graph.namespaceOf(manifest));
    if (type !== 'NodePort') return undefined;
    return ports
      .filter(({ nodePort }) => nodePort === undefined || !cluster.mappedPorts.includes(nodePort))
      .map(({ path, nodePort, name }) => ({
        on: manifest,
        path: nodePort === undefined ? path : [...path, 'nodePort'],
        message: `node port ${nodePort ?? `of ${asString(name) ?? 'the port'}`} is mapped to no port of the host: nothing outside of the cluster reaches it`,
      }));
  },
};
