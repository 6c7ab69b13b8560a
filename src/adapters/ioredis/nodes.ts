import type { NodeAddress, NodeCall, NodeReply, RedisNodes } from '../../ports/redis-nodes.js';
import type { RedisLogin } from '../../ports/redis-outside.js';
import { NodeConnection } from './connection.js';

export interface NodesOptions extends RedisLogin {
  readonly connectMs: number;
  /** Maps an announced address to the one to dial, where they differ; asked at every dial. */
  readonly dial?: (address: NodeAddress) => { readonly host: string; readonly port: number };
}

/** Raw connections by ioredis, one for each node and lane. */
export function ioredisNodes(options: NodesOptions): RedisNodes {
  const addresses = new Map<string, NodeAddress>();
  const connections = new Map<string, NodeConnection>();
  const drop = (belongs: (key: string) => boolean): void => {
    for (const [key, connection] of connections) {
      if (!belongs(key)) continue;
      connection.close();
      connections.delete(key);
    }
  };
  const connectionFor = ({ node, lane = '', anonymous = false }: NodeCall): NodeConnection | undefined => {
    const address = addresses.get(node);
    if (address === undefined) return undefined;
    const key = `${node}\n${lane}\n${anonymous}`;
    const known = connections.get(key);
    if (known !== undefined) return known;
    const { host, port } = options.dial?.(address) ?? address;
    const password = anonymous ? undefined : options.password;
    const made = new NodeConnection({ host, port, password, tls: options.tls, connectMs: options.connectMs });
    connections.set(key, made);
    return made;
  };
  return {
    async use(given) {
      for (const address of given) {
        const old = addresses.get(address.name);
        if (old?.host !== address.host || old.port !== address.port) drop((key) => key.startsWith(`${address.name}\n`));
      }
      const names = new Set(given.map(({ name }) => name));
      drop((key) => !names.has(key.split('\n')[0] ?? ''));
      addresses.clear();
      for (const address of given) addresses.set(address.name, address);
    },
    call: (calls, timeoutMs) =>
      Promise.all(
        calls.map((call): Promise<NodeReply> => {
          const connection = connectionFor(call);
          if (connection === undefined)
            return Promise.resolve({ ok: false, error: `no address of ${call.node}`, ms: 0 });
          return connection.call(withPassword(call, options.password), timeoutMs);
        }),
      ),
    async close() {
      drop(() => true);
    },
  };
}

function withPassword({ args, passwordAt }: NodeCall, password: string | undefined): readonly string[] {
  if (passwordAt === undefined || password === undefined) return args;
  return [...args.slice(0, passwordAt), 'AUTH', password, ...args.slice(passwordAt)];
}
