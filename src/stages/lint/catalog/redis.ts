import type { Rule } from '../rule.js';
import { redisAnnounce } from '../rules/redis-announce.js';
import { redisAuth } from '../rules/redis-auth.js';
import { redisBusBlocked } from '../rules/redis-bus-blocked.js';
import { redisClient } from '../rules/redis-client.js';
import { redisDeadlock } from '../rules/redis-deadlock.js';
import { redisExposed } from '../rules/redis-exposed.js';
import { redisHeadless } from '../rules/redis-headless.js';
import { redisHpa } from '../rules/redis-hpa.js';
import { redisMemory } from '../rules/redis-memory.js';
import { redisNotReadyAddresses } from '../rules/redis-not-ready-addresses.js';
import { redisPersistence } from '../rules/redis-persistence.js';
import { redisSize } from '../rules/redis-size.js';
import { redisSpread } from '../rules/redis-spread.js';

export const redisRules: readonly Rule[] = [
  redisAnnounce,
  redisAuth,
  redisBusBlocked,
  redisClient,
  redisDeadlock,
  redisExposed,
  redisHeadless,
  redisHpa,
  redisMemory,
  redisNotReadyAddresses,
  redisPersistence,
  redisSize,
  redisSpread,
];
