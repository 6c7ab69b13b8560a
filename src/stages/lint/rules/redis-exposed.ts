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
  check({ graph }) {
    const servers = new Set(redisServers(graph).map(({ workload }) => workload));
    if (servers.size === 0) return undefined;
    return waysIn(graph, [])
      .filter(({ workload, by }) => servers.has(workload) && by !== 'hostNetwork' && by !== 'hostPort')
      .map(({ by, manifest, path, workload, podPort }) => ({
        on: manifest,
        path,
        message: `${by} leads from outside to Redis ${workload.name}${podPort === undefined ? '' : `, port ${podPort}`}`,
        hops: [hop(workload.manifest, [...workload.podPath, 'containers'], `${workload.kind} ${workload.name}`)],
      }));
  },
};
