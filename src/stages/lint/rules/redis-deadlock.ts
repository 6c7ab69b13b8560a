import { dig } from '../../../manifests/graph/json.js';
import { redisClusters } from '../../../manifests/graph/redis.js';
import { type Finding, hop, type SetRule } from '../rule.js';

const asksForCluster = /cluster[_ -]?state|cluster\s+info|cluster_known_nodes/i;

/** OrderedReady starts pod 1 when pod 0 is ready, and pod 0 is ready when there is a cluster, which needs pod 1. */
export const redisDeadlock: SetRule = {
  id: 'redis-deadlock',
  severity: 'error',
  requirement: 'horizontal-scaling',
  profile: 'recommended',
  remediation: 'Set podManagementPolicy: Parallel, or let readiness ask for PING alone.',
  peers: [],
  visits: 'set',
  check({ graph }) {
    return redisClusters(graph).flatMap(({ workload, container }): Finding[] => {
      const probe = JSON.stringify(container.value['readinessProbe'] ?? null);
      const policy = dig(workload.manifest.value, 'spec', 'podManagementPolicy') ?? 'OrderedReady';
      if (workload.kind !== 'StatefulSet' || policy !== 'OrderedReady' || !asksForCluster.test(probe)) return [];
      return [
        {
          on: workload.manifest,
          path: ['spec', 'podManagementPolicy'],
          message:
            'readiness asks for the state of the cluster while pods are started one after another: pod 0 is never ready and pod 1 never starts',
          hops: [hop(workload.manifest, [...container.path, 'readinessProbe'], 'the readiness probe')],
        },
      ];
    });
  },
};
