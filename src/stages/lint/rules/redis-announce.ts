import { asList, asString, dig } from '../../../manifests/graph/json.js';
import { type RedisServer, redisClusters, settingOf } from '../../../manifests/graph/redis.js';
import type { SetRule } from '../rule.js';

/** An address that follows the pod: its IP from the downward API, or its name. */
function announces(server: RedisServer): boolean {
  const text = JSON.stringify([server.container.value, server.workload.pod['initContainers'] ?? null]);
  if (/cluster-announce-ip|CLUSTER_ANNOUNCE_IP|cluster-announce-hostname/.test(text)) return true;
  const fromPod = asList(server.container.value['env']).some(
    (one) =>
      dig(one, 'valueFrom', 'fieldRef', 'fieldPath') === 'status.podIP' &&
      /ANNOUNCE|DYNAMIC/.test(asString(dig(one, 'name')) ?? ''),
  );
  const byName = settingOf(server, 'cluster-announce-hostname') ?? settingOf(server, 'cluster-announce-ip');
  return fromPod || byName !== undefined || /REDIS_CLUSTER_DYNAMIC_IPS/.test(text);
}

export const redisAnnounce: SetRule = {
  id: 'redis-announce',
  severity: 'warning',
  requirement: 'routing',
  profile: 'recommended',
  remediation: 'Start with --cluster-announce-ip $(POD_IP) from the downward API, or announce host names.',
  peers: [],
  visits: 'set',
  check({ graph }) {
    return redisClusters(graph)
      .filter((server) => !announces(server))
      .map(({ workload, container }) => ({
        on: workload.manifest,
        path: container.path,
        what: 'key' as const,
        message:
          'its nodes announce no address: after a restart with a new IP the others, and the clients, keep the old one',
      }));
  },
};
