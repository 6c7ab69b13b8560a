import { createConnection } from 'node:net';
import { type ConnectionOptions, connect as connectTls } from 'node:tls';
import { AbstractConnector, type RedisOptions } from 'ioredis';
import type { DialMap } from '../../ports/redis-outside.js';

type Stream = Awaited<ReturnType<AbstractConnector['connect']>>;

/**
 * A connector that maps addresses when it dials. The client keeps the announced addresses as its keys, so that MOVED,
 * ASK and its slot table speak of the same nodes.
 */
export function dialConnector(map: DialMap, tls?: ConnectionOptions): NonNullable<RedisOptions['Connector']> {
  return class DialConnector extends AbstractConnector {
    readonly #host: string;
    readonly #port: number;

    constructor(options: unknown) {
      const { host = 'localhost', port = 6379, disconnectTimeout = 2000 } = options as RedisOptions;
      super(disconnectTimeout);
      this.#host = host;
      this.#port = port;
    }

    override async connect(): Promise<Stream> {
      this.connecting = true;
      const { host, port } = map(this.#host, this.#port);
      this.stream = tls === undefined ? createConnection({ host, port }) : connectTls({ ...tls, host, port });
      return this.stream;
    }
  };
}
