import { boolean, choice, duration, integer, shaped, text } from '../option.js';
import { behaviourNames, dnsLabel, jsonObject, policyName, quantity } from './shapes.js';

/** Options of `redis:`. */
export const redisOptions = {
  mode: choice(
    ['create', 'verify', 'off'],
    'Create a Redis Cluster, verify the one of the manifests, or neither; `create` where the config has a redis section.',
    'off',
  ),
  shards: integer({ min: 3, max: 30 }, 'Shards, each with one primary.', 3),
  replicasPerShard: integer({ min: 0, max: 5 }, 'Replicas of each primary: 3 and 3 are 3 × (1 + 3) = 12 nodes.', 3),
  image: text('Image of the Redis nodes.', 'redis:8'),
  name: shaped(dnsLabel, 'Name of StatefulSet and Service.', 'redis-cluster'),
  authSecret: shaped(
    dnsLabel,
    'Secret with the password. Without it: one is made in `create`, and no password is used in `verify`.',
  ),
  authKey: text('Key of the password in the Secret.', 'password'),
  storage: shaped(quantity, 'Size of the volume of each node.', '128Mi'),
  probeImage: text('Plain Node.js image of the probe in the cluster.', 'node:24-slim'),
  behaviour: shaped(
    behaviourNames,
    'What is done to the cluster and measured: quick (redirects, sessions, a planned failover), full, none, or names with commas. Without it: quick in `create`, none in `verify`.',
  ),
  clientOptions: shaped(
    jsonObject,
    "Options of your ioredis Cluster client as JSON, to measure what its users see; without them, ioredis' defaults.",
  ),
  maxmemoryPolicy: shaped(
    policyName,
    'What happens when memory is full: noeviction in `create`. An evicting policy has to be declared here.',
  ),
  requireFullCoverage: boolean(
    'Whether a lost shard stops the others (cluster-require-full-coverage): set in `create`, expected in `verify`.',
    false,
  ),
  nodeTimeoutMs: duration('milliseconds', 'Node timeout (cluster-node-timeout) of a cluster that is created.', 5000),
  tlsSecret: shaped(
    dnsLabel,
    'Secret with ca.crt, tls.crt and tls.key: nodes and probe speak TLS. Without it: no TLS is spoken.',
  ),
  maxFailoverMs: duration('milliseconds', 'Longest time until a replica is promoted.', 30_000),
  maxPlannedFailoverMs: duration('milliseconds', 'The same, and for failing writes, when it is asked to.', 1000),
  maxLostAcks: integer({ min: 0, max: 1_000_000 }, 'Acknowledged writes that a failover may lose.', 0),
  maxLostWaitedAcks: integer({ min: 0, max: 1_000_000 }, 'The same, of writes with WAIT 1.', 0),
  maxPartitionLostAcks: integer(
    { min: 0, max: 1_000_000 },
    'The same, of plain writes while a primary is cut off or hangs; without it: reported, not judged.',
  ),
  maxErrorWindowMs: duration('milliseconds', 'Longest time in which writes fail during a failover.', 30_000),
  maxCollateralMs: duration('milliseconds', 'Longest time without a write on shards that nothing was done to.', 2000),
  maxAgreeMs: duration('milliseconds', 'Longest time from the first command to agreement of all nodes.', 10_000),
  maxTtlDriftMs: duration('milliseconds', 'Most by which an expiry may differ from what was written.', 1500),
  timeoutSeconds: duration('seconds', 'Deadline for a cluster on which all nodes agree.', 300),
} as const;
