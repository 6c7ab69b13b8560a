import { asString, dig } from '../../../manifests/graph/json.js';
import { redisClusters } from '../../../manifests/graph/redis.js';
import { type Finding, hop, type SetRule } from '../rule.js';

/** Nodes must find each other before they are ready: they are ready only when they have found each other. */
export const redisNotReadyAddresses: SetRule = {
  id: 'redis-not-ready-addresses',
  severity: 'warning',
  requirement: 'routing',
  profile: 'recommended',
  remediation: 'Set publishNotReadyAddresses: true on the headless Service.',
  peers: [],
  visits: 'set',
  check({ graph }) {
    return redisClusters(graph).flatMap(({ workload }): Finding[] => {
      const name = asString(dig(workload.manifest.value, 'spec', 'serviceName')) ?? '';
      const service = graph.service(workload.namespace, name);
      if (!service?.headless || dig(service.manifest.value, 'spec', 'publishNotReadyAddresses') === true) return [];
      return [
        {
          on: service.manifest,
          path: ['spec', 'publishNotReadyAddresses'],
          message: 'nodes have no name in DNS until they are ready, so a restarted node is not found by the others',
          hops: [hop(workload.manifest, ['spec', 'serviceName'], `StatefulSet ${workload.name} is named by it`)],
        },
      ];
    });
  },
};
