import { redisClusters } from '../../../manifests/graph/redis.js';
import { hop, type SetRule } from '../rule.js';

/** A pod that an HPA adds owns no slots, and one that it takes away takes its slots with it. */
export const redisHpa: SetRule = {
  id: 'redis-hpa',
  severity: 'error',
  requirement: 'autoscaling',
  profile: 'recommended',
  remediation: 'Take the HPA away, and change the number of shards by resharding.',
  peers: [],
  visits: 'set',
  check({ graph }) {
    return redisClusters(graph).flatMap(({ workload }) =>
      graph.scalersOf(workload).map((scaler) => ({
        on: scaler.manifest,
        path: ['spec', 'scaleTargetRef'],
        message: `it scales Redis Cluster ${workload.name}: new pods own no slots, and pods that go take their slots with them`,
        hops: [hop(workload.manifest, ['spec', 'replicas'], `StatefulSet ${workload.name}`)],
      })),
    );
  },
};
