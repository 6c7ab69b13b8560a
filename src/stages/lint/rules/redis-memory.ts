import { dig } from '../../../manifests/graph/json.js';
import { quantity } from '../../../manifests/graph/quantity.js';
import { type RedisServer, redisBytes, redisServers, settingOf } from '../../../manifests/graph/redis.js';
import { type Finding, hop, type SetRule } from '../rule.js';

/** What a fork for a snapshot or a new replica needs beside the data, by experience. */
const share = 0.75;

function findingOf(server: RedisServer): Finding | undefined {
  const { container, workload } = server;
  const path = [...container.path, 'resources', 'limits', 'memory'];
  const limit = quantity(dig(container.value, 'resources', 'limits', 'memory'));
  const setting = settingOf(server, 'maxmemory');
  const most = setting && redisBytes(setting.value);
  if (limit === undefined || server.layers.length === 0) return undefined;
  if (!setting || most === undefined || most === 0) {
    const message = 'a memory limit and no maxmemory: Redis grows until the kernel kills it';
    return {
      on: workload.manifest,
      path,
      message,
      remediation: `Set maxmemory to ${Math.floor((limit * share) / 2 ** 20)}mb or less.`,
    };
  }
  if (most <= limit * share) return undefined;
  return {
    on: setting.on,
    path: setting.path,
    ...(setting.textLine ? { textLine: setting.textLine } : {}),
    message: `maxmemory ${setting.value} is ${Math.round((most / limit) * 100)} % of the memory limit: a snapshot or a full sync gets it killed`,
    hops: [hop(workload.manifest, path, 'the memory limit')],
  };
}

export const redisMemory: SetRule = {
  id: 'redis-memory',
  severity: 'warning',
  requirement: 'containers',
  profile: 'recommended',
  remediation: 'Set maxmemory to three quarters of the memory limit or less.',
  peers: [],
  visits: 'set',
  check: ({ graph }) => redisServers(graph).flatMap((server) => findingOf(server) ?? []),
};
