import { createConnection } from 'node:net';
import { AbstractConnector, type RedisOptions } from 'ioredis';

/** The address to dial for an announced one; asked at every dial, so that a pod that moved is followed. */
export type DialMap = (host: string, port: number) => { readonly host: string; readonly port: number };

type Stream = Awaited<ReturnType<AbstractConnector['connect']>>;

/**
 * A connector that maps addresses when it dials. The client keeps the announced addresses as its keys, so that MOVED,
 * ASK and its slot table speak of the same nodes.
 */
export function dialConnector(map: DialMap): NonNullable<RedisOptions['Connector']> {
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
      this.stream = createConnection({ host, port });
      return this.stream;
    }
  };
}
