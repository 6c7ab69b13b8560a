import { asString, dig } from '../../../manifests/graph/json.js';
import { redisClusters } from '../../../manifests/graph/redis.js';
import { type Finding, hop, type SetRule } from '../rule.js';

export const redisHeadless: SetRule = {
  id: 'redis-headless',
  severity: 'warning',
  requirement: 'routing',
  profile: 'recommended',
  remediation: 'Give the StatefulSet a headless Service (clusterIP: None) in spec.serviceName.',
  peers: [],
  visits: 'set',
  check({ graph }) {
    return redisClusters(graph).flatMap(({ workload }): Finding[] => {
      if (workload.kind !== 'StatefulSet') {
        const message = `a Redis Cluster as a ${workload.kind}: its nodes have no names and no disks that stay theirs`;
        return [{ on: workload.manifest, path: ['kind'], message, remediation: 'Make it a StatefulSet.' }];
      }
      const name = asString(dig(workload.manifest.value, 'spec', 'serviceName'));
      const service = name === undefined ? undefined : graph.service(workload.namespace, name);
      if (name !== undefined && (!service || service.headless)) return [];
      const path = ['spec', 'serviceName'];
      const why = service ? `Service ${name} is not headless` : 'spec.serviceName is not set';
      const hops = service ? [hop(service.manifest, ['spec'], `Service ${name}`)] : [];
      return [
        {
          on: workload.manifest,
          path,
          message: `${why}: the nodes have no names of their own, and a client may reach any of them`,
          hops,
        },
      ];
    });
  },
};
