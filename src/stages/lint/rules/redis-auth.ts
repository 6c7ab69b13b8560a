import { type RedisServer, redisServers, settingOf } from '../../../manifests/graph/redis.js';
import type { Finding, SetRule } from '../rule.js';

function findingsOf(server: RedisServer): Finding[] {
  const password = settingOf(server, 'requirepass');
  const forMaster = settingOf(server, 'masterauth');
  const accounts = settingOf(server, 'aclfile') ?? settingOf(server, 'user');
  const open = settingOf(server, 'protected-mode');
  if (server.clustered && password && !forMaster) {
    return [
      {
        ...password,
        message: 'requirepass without masterauth: replicas can not log in to their primary, and never hold its data',
      },
    ];
  }
  if (password && forMaster && password.value !== forMaster.value) {
    return [{ ...forMaster, message: 'masterauth and requirepass differ: replicas can not log in to their primary' }];
  }
  if (open?.value !== 'no' || password || accounts) return [];
  const environment = JSON.stringify(server.container.value['env'] ?? null);
  if (/PASSWORD/.test(environment)) return [];
  return [
    {
      ...open,
      severity: 'warning',
      message: 'protected-mode no and no password: whoever reaches the port may do everything',
    },
  ];
}

export const redisAuth: SetRule = {
  id: 'redis-auth',
  severity: 'error',
  requirement: 'configuration',
  profile: 'recommended',
  remediation: 'Set requirepass and masterauth to one value from a Secret.',
  peers: [],
  visits: 'set',
  check: ({ graph }) => redisServers(graph).flatMap(findingsOf),
};
