import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import type { NodeAddress } from '../../ports/redis-nodes.js';
import type { DialMap } from '../../ports/redis-outside.js';
import type { KubeClient } from './client.js';

/** Local doors to pods, one each, kept by the pod's name: an address may be another pod's tomorrow. */
export interface PodDoors {
  readonly dial: DialMap;
  /** Opens doors for these, and maps their addresses from now on. */
  use(addresses: readonly NodeAddress[]): Promise<void>;
  close(): void;
}

/** Forwards through the API server. Slower than a probe in the cluster, and gone with the pod in the middle of a test. */
export function podDoors(client: KubeClient, namespace: string): PodDoors {
  const servers = new Map<string, Server>();
  const sockets = new Set<Socket>();
  let ports = new Map<string, number>();
  const open = async ({ name, port }: NodeAddress): Promise<Server> => {
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      // A pod that is gone is the caller's news: its connection ends, and that is what is counted.
      socket.on('error', () => socket.destroy());
      forward(client, namespace, name, port, socket).catch(() => socket.destroy());
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return server;
  };
  return {
    dial: (host, port) => ({ host: '127.0.0.1', port: ports.get(`${host}:${port}`) ?? 1 }),
    async use(addresses) {
      for (const address of addresses) if (!servers.has(address.name)) servers.set(address.name, await open(address));
      ports = new Map(addresses.map(({ name, host, port }) => [`${host}:${port}`, portOf(servers.get(name))]));
    },
    close() {
      for (const socket of sockets) socket.destroy();
      for (const server of servers.values()) server.close();
    },
  };
}

function portOf(server: Server | undefined): number {
  const address = server?.address();
  return typeof address === 'object' && address !== null ? address.port : 1;
}

/**
 * One connection as the API's port-forward protocol has it over a WebSocket: stream 0 is data, stream 1 errors, and
 * the first two bytes of each stream are the port's number.
 */
async function forward(
  client: KubeClient,
  namespace: string,
  pod: string,
  port: number,
  socket: Socket,
): Promise<void> {
  const { WebSocketHandler } = await import('@kubernetes/client-node/dist/web-socket-handler.js');
  const started = [false, false];
  const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/pods/${encodeURIComponent(pod)}/portforward?ports=${port}`;
  const webSocket = await new WebSocketHandler(client.connection.config).connect(
    path,
    null,
    (stream: number, bytes: Buffer) => {
      const data = started[stream] === true ? bytes : bytes.subarray(2);
      started[stream] = true;
      if (stream === 0 && data.length > 0) socket.write(data);
      if (stream === 1 && data.length > 0) socket.destroy();
      return true;
    },
  );
  webSocket.onclose = () => socket.destroy();
  webSocket.onerror = () => socket.destroy();
  socket.on('close', () => webSocket.close());
  WebSocketHandler.handleStandardInput(webSocket, socket, 0);
}
