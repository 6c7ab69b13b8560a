import type { Defect } from '../defect.js';

const rejected = (reason: RegExp): Defect['expect'] => ({ decision: 'reject', stage: 'redis', reason });
const section = { mode: 'verify', name: 'redis', 'replicas-per-shard': 1, 'auth-secret': 'redis', timeout: '40s' };

/** Redis Clusters that run, and are none, or not the ones that were asked for. */
export const verified: readonly Defect[] = [
  {
    name: 'Redis evicts sessions when its memory is full',
    base: 'redis',
    change: [['redis.yaml', 'maxmemory-policy noeviction', 'maxmemory-policy allkeys-lru']],
    until: 'redis',
    expect: rejected(/maxmemory-policy|evict/),
  },
  {
    name: 'nobody forms the cluster',
    base: 'redis',
    change: [['redis.yaml', '--cluster create $nodes', '--cluster check redis-0.redis:6379 #']],
    config: { redis: section },
    until: 'redis',
    expect: rejected(/slot|cluster/),
  },
  {
    name: 'two replicas a shard are asked for, and there is one',
    base: 'redis',
    config: { redis: { ...section, 'replicas-per-shard': 2 } },
    until: 'redis',
    expect: rejected(/6|9|replica/),
  },
];
