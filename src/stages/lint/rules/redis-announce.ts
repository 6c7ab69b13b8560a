import { asList, asString, dig } from '../../../manifests/graph/json.js';
import { type RedisServer, redisClusters, settingOf } from '../../../manifests/graph/redis.js';
import { remembered } from '../../../manifests/graph/remembered.js';
import type { Workload } from '../../../manifests/graph/workload.js';
import type { SetRule } from '../rule.js';

const announcing = /cluster-announce-ip|CLUSTER_ANNOUNCE_IP|cluster-announce-hostname/;
const dynamic = /REDIS_CLUSTER_DYNAMIC_IPS/;

const initText = remembered(({ pod }: Workload): string => JSON.stringify(pod['initContainers'] ?? null));

/** An address that follows the pod: its IP from the downward API, or its name. */
function announces(server: RedisServer): boolean {
  const text = JSON.stringify(server.container.value);
  const before = initText(server.workload);
  if (announcing.test(text) || announcing.test(before)) return true;
  const fromPod = asList(server.container.value['env']).some(
    (one) =>
      dig(one, 'valueFrom', 'fieldRef', 'fieldPath') === 'status.podIP' &&
      /ANNOUNCE|DYNAMIC/.test(asString(dig(one, 'name')) ?? ''),
  );
  const byName = settingOf(server, 'cluster-announce-hostname') ?? settingOf(server, 'cluster-announce-ip');
  return fromPod || byName !== undefined || dynamic.test(text) || dynamic.test(before);
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
