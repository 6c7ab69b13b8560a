import { Cluster, type ClusterOptions } from 'ioredis';
import type { AppClient } from '../../ports/redis-load.js';
import type { NodeAddress } from '../../ports/redis-nodes.js';
import type { DialMap, RedisLogin } from '../../ports/redis-outside.js';
import { tlsOptions } from './connection.js';
import { dialConnector } from './dial-connector.js';

export interface AppClientOptions extends RedisLogin {
  readonly dial?: DialMap;
}

/**
 * ioredis' Cluster client with the application's own options. Only what belongs to the surroundings is added: the
 * password, RESP2, and where addresses have to be mapped a connector that does it when dialling. Never `natMap`: in
 * ioredis 6.0.0 the handler of MOVED (lib/cluster/index.ts) stores the address before mapping, and the next command
 * goes to a random node.
 */
export function openAppClient(
  { password, tls, dial }: AppClientOptions,
  seeds: readonly NodeAddress[],
  options: Readonly<Record<string, unknown>>,
): AppClient {
  const own = options as ClusterOptions;
  const redisOptions: ClusterOptions['redisOptions'] = {
    ...own.redisOptions,
    protocol: 2 as const,
    ...(password === undefined ? {} : { password }),
    ...tlsOptions(tls),
    ...(dial === undefined ? {} : { Connector: dialConnector(dial, tlsOptions(tls).tls) }),
  };
  const cluster = new Cluster(
    seeds.map(({ host, port }) => ({ host, port })),
    { ...own, redisOptions } as ConstructorParameters<typeof Cluster>[1] & object,
  );
  // What goes wrong is counted at the command that it went wrong for.
  cluster.on('error', () => undefined);
  return {
    async set(key, value, ttlSeconds) {
      await cluster.set(key, value, 'EX', ttlSeconds);
    },
    async close() {
      cluster.disconnect();
    },
  };
}
