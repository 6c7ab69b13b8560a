import { setOf } from '../../../manifests/graph/pod-sets.js';
import { waysIn } from '../../../manifests/graph/reach.js';
import { redisServers } from '../../../manifests/graph/redis.js';
import { hop, type SetRule } from '../rule.js';

export const redisExposed: SetRule = {
  id: 'redis-exposed',
  severity: 'error',
  requirement: 'exposure',
  profile: 'recommended',
  remediation: 'Keep Redis behind a ClusterIP or headless Service.',
  peers: [],
  visits: 'set',
  *check({ graph }) {
    const servers = redisServers(graph).map(({ workload }) => workload);
    if (servers.length === 0) return;
    for (const { by, manifest, path, workload, podPort } of waysIn(graph, [], { among: setOf(graph, servers) })) {
      if (by === 'hostNetwork' || by === 'hostPort') continue;
      const { kind, name, podPath } = workload;
      const port = podPort === undefined ? '' : `, port ${podPort}`;
      yield {
        on: manifest,
        path,
        message: `${by} leads from outside to Redis ${name}${port}`,
        hops: [hop(workload.manifest, [...podPath, 'containers'], `${kind} ${name}`)],
      };
    }
  },
};
