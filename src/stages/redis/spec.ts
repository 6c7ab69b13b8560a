import type { Topology } from './topology.js';

/** What may be done to the cluster, and is measured; docs/redis.md has a heading for each. */
export const behaviours = [
  'redirects',
  'sessions',
  'planned-failover',
  'terminate',
  'kill',
  'hang',
  'partition',
  'restart-all',
  'scale',
] as const;

export type Behaviour = (typeof behaviours)[number];

/** What a run may cost at most; each is compared with what was measured. */
export interface RedisBudgets {
  /** Milliseconds until a replica is primary: planned, and after a fault over the node timeout. */
  readonly maxPlannedFailoverMs: number;
  readonly maxFailoverMs: number;
  /** Acknowledged writes that are gone afterwards: written plainly, and with WAIT 1. */
  readonly maxLostAcks: number;
  readonly maxLostWaitedAcks: number;
  /** The same when a primary is cut off or hangs, which Redis is not made to survive; undefined: reported, not judged. */
  readonly maxPartitionLostAcks: number | undefined;
  /** Milliseconds between the first and the last failed write of the raw client. */
  readonly maxErrorWindowMs: number;
  /** Milliseconds without an acknowledged write on shards that nothing was done to. */
  readonly maxCollateralMs: number;
  /** Milliseconds from the first command to agreement of all nodes. */
  readonly maxAgreeMs: number;
  /** Milliseconds by which an expiry may differ from what was written. */
  readonly maxTtlDriftMs: number;
}

export const defaultRedisBudgets: RedisBudgets = {
  maxPlannedFailoverMs: 1000,
  maxFailoverMs: 30_000,
  maxLostAcks: 0,
  maxLostWaitedAcks: 0,
  maxPartitionLostAcks: undefined,
  maxErrorWindowMs: 30_000,
  maxCollateralMs: 2000,
  maxAgreeMs: 10_000,
  maxTtlDriftMs: 1500,
};

export interface RedisSpec {
  /** `create` brings a cluster up; `verify` takes one as it is and changes nothing unless behaviours are asked for. */
  readonly mode: 'create' | 'verify' | 'off';
  readonly shards: number;
  readonly replicasPerShard: number;
  readonly namespace: string;
  /** Name of the StatefulSet and of the Service that clients use as their seed. */
  readonly name: string;
  readonly image: string;
  readonly probeImage: string;
  /** Secret and key of the password; undefined for a cluster without one. */
  readonly auth: { readonly secret: string; readonly key: string } | undefined;
  /** Name of the Secret with `ca.crt`, `tls.crt` and `tls.key`; undefined for a cluster without TLS. */
  readonly tls: string | undefined;
  /** Kubernetes quantities: volume and memory limit of each node. */
  readonly storage: string;
  readonly memory: string;
  /** Redis sizes and words: `64mb`, `noeviction`. An undefined policy is undeclared: evicting one then is a fault. */
  readonly maxmemory: string;
  readonly maxmemoryPolicy: string | undefined;
  readonly nodeTimeoutMs: number;
  readonly requireFullCoverage: boolean;
  /** Seconds for nodes to answer, and again for the cluster to agree. */
  readonly timeoutSeconds: number;
  /** Seconds for which agreement has to hold without a break. */
  readonly holdSeconds: number;
  readonly behaviours: readonly Behaviour[];
  readonly budgets: RedisBudgets;
  /** Session writes per second of each of the two raw loads and the application's. */
  readonly rate: number;
  /** Milliseconds after which a raw write without an answer has failed. */
  readonly writeTimeoutMs: number;
  /** Options of the application's ioredis Cluster client. */
  readonly appOptions: Readonly<Record<string, unknown>>;
}

/** What a user who says nothing gets. */
export const defaultRedisSpec: RedisSpec = {
  mode: 'create',
  shards: 3,
  replicasPerShard: 3,
  namespace: 'default',
  name: 'redis',
  image: 'redis:8',
  probeImage: 'node:24-slim',
  auth: undefined,
  tls: undefined,
  storage: '1Gi',
  memory: '128Mi',
  maxmemory: '64mb',
  maxmemoryPolicy: 'noeviction',
  nodeTimeoutMs: 5000,
  requireFullCoverage: false,
  timeoutSeconds: 180,
  holdSeconds: 3,
  behaviours: ['redirects', 'sessions', 'planned-failover'],
  budgets: defaultRedisBudgets,
  rate: 100,
  writeTimeoutMs: 2000,
  appOptions: {},
};

export function topologyOf({ shards, replicasPerShard }: RedisSpec): Topology {
  return { shards, replicasPerShard };
}
