import { boolean, choice, duration, integer, shaped, text } from '../option.js';
import { dnsLabel, quantity } from './shapes.js';

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
  probeImage: text('Image with redis-cli for checks from inside. Without it: the image of the nodes.'),
  behaviour: boolean('Also prove behaviour: redirects, sessions, a failover.', true),
  maxFailoverMs: duration('milliseconds', 'Longest time until a replica is promoted.', 30_000),
  maxLostAcks: integer({ min: 0, max: 1_000_000 }, 'Acknowledged writes that a failover may lose.', 0),
  maxErrorWindowMs: duration('milliseconds', 'Longest time in which writes fail during a failover.', 30_000),
  timeoutSeconds: duration('seconds', 'Deadline for a cluster on which all nodes agree.', 300),
} as const;
