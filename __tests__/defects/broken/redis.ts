import type { Defect } from '../defect.js';

/** Manifests from which no sound Redis Cluster comes. */
export const redis: readonly Defect[] = [
  {
    name: 'masterauth is another password',
    base: 'redis',
    change: [['redis.yaml', '--masterauth "$REDIS_PASSWORD"', '--masterauth "another"']],
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /redis.*masterauth/ },
  },
  {
    name: 'requirepass has no masterauth beside it',
    base: 'redis',
    change: [['redis.yaml', ' --masterauth "$REDIS_PASSWORD"', '']],
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /redis.*masterauth/ },
  },
  {
    name: 'a NetworkPolicy cuts the bus port',
    base: 'redis',
    add: `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: redis }
spec:
  podSelector: { matchLabels: { app: redis } }
  policyTypes: [Ingress]
  ingress: [{ ports: [{ protocol: TCP, port: 6379 }] }]
`,
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /redis.*16379/ },
  },
  {
    name: 'one node short of the replicas that are asked for',
    base: 'redis',
    change: [['redis.yaml', 'replicas: 6', 'replicas: 5']],
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /redis.*5/ },
  },
  {
    name: 'two shards are none of a Redis Cluster',
    base: 'redis',
    change: [['redis.yaml', 'replicas: 6', 'replicas: 4']],
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /redis.*4.*3 shards/ },
  },
  {
    name: 'readiness waits for a cluster that waits for readiness',
    base: 'redis',
    change: [
      ['redis.yaml', 'podManagementPolicy: Parallel', 'podManagementPolicy: OrderedReady'],
      [
        'redis.yaml',
        'tcpSocket: { port: redis }',
        'exec: { command: [sh, -c, "redis-cli cluster info | grep cluster_state:ok"] }',
      ],
    ],
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /redis/ },
  },
  {
    name: 'Redis is behind a LoadBalancer',
    base: 'redis',
    add: 'apiVersion: v1\nkind: Service\nmetadata: { name: redis-out }\nspec: { type: LoadBalancer, selector: { app: redis }, ports: [{ port: 6379 }] }\n',
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /redis-out/ },
  },
  {
    name: 'two shards are asked of the gate',
    base: 'shop',
    config: { redis: { shards: 2 } },
    until: 'lint',
    expect: { decision: 'invalid', reason: /redis\.shards is 2/ },
  },
  {
    name: 'fewer replicas a shard than none',
    base: 'shop',
    config: { redis: { 'replicas-per-shard': -1 } },
    until: 'lint',
    expect: { decision: 'invalid', reason: /redis\.replicas-per-shard is -1/ },
  },
];
