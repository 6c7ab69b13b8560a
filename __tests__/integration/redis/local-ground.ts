import { openAppClient } from '../../../src/adapters/ioredis/app-client.js';
import { ioredisNodes } from '../../../src/adapters/ioredis/nodes.js';
import { processPulse } from '../../../src/adapters/node/pulse.js';
import type { Clock } from '../../../src/ports/clock.js';
import type { Log } from '../../../src/ports/log.js';
import type { NodeAddress, RedisNodes } from '../../../src/ports/redis-nodes.js';
import type { RedisLogin } from '../../../src/ports/redis-outside.js';
import type { RedisGround, RedisGrounds } from '../../../src/ports/redis-probe.js';
import { sessionLoad } from '../../../src/stages/redis/session-load.js';
import type { LocalServers } from './servers.js';

export const clock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, ms);
      signal?.addEventListener(
        'abort',
        () => {
          clearTimeout(timer);
          reject(signal.reason as Error);
        },
        { once: true },
      );
    }),
};

/** This process is probe and gate in one. */
export const pulse = processPulse('the test');

export const log: Log = {
  info: () => undefined,
  warn: () => undefined,
  debug: () => undefined,
  progress: () => undefined,
};

/** The probe in this very process, beside the servers. */
export function localGround(servers: LocalServers, password?: string, tls?: RedisLogin['tls']): RedisGround {
  const plain = ioredisNodes({ password, tls, connectMs: 5000 });
  let known: readonly NodeAddress[] = [];
  const nodes: RedisNodes = {
    async use(addresses) {
      known = addresses;
      await plain.use(addresses);
    },
    call: (calls, ms) => plain.call(calls, ms),
    close: () => plain.close(),
  };
  const load = sessionLoad(
    nodes,
    () => known,
    (seeds, options) => openAppClient({ password, tls }, seeds, options),
    clock,
  );
  const close = () => nodes.close();
  const probe = { nodes, load, where: 'this process', pulses: [pulse], close };
  return { hosts: servers, faults: servers, probe };
}

export function localGrounds(servers: LocalServers, password?: string, tls?: RedisLogin['tls']): RedisGrounds {
  const open = async () => localGround(servers, password, tls);
  return { create: open, find: open, exists: async () => true };
}
