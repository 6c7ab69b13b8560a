import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { KubeClient } from '../../../src/adapters/kubernetes/client.js';

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

export type Reply = { readonly status?: number; readonly json?: unknown; readonly text?: string } | 'hang' | 'reset';
/** What the server answers, the first that matches `METHOD /path?query`. */
export type Routes = readonly (readonly [RegExp, Reply | ((asked: Asked) => Reply)])[];

export const discovery: Routes = [
  [
    /^GET \/api\/v1$/,
    {
      json: {
        resources: [
          resource('pods', 'Pod'),
          resource('services', 'Service'),
          resource('namespaces', 'Namespace', false),
          resource('pods/log', 'Pod'),
        ],
      },
    },
  ],
  [/^GET \/apis\/apps\/v1$/, { json: { resources: [resource('deployments', 'Deployment')] } }],
];

function resource(name: string, kind: string, namespaced = true) {
  return { name, kind, namespaced };
}

/** An API server on a port of this machine, and a client that found it through a kubeconfig. */
export class ApiServer {
  readonly asked: Asked[] = [];
  routes: Routes;
  readonly #server: Server;
  #folder = '';

  constructor(routes: Routes) {
    this.routes = routes;
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const asked = { method: request.method ?? '', url: request.url ?? '', body: Buffer.concat(chunks).toString() };
        this.asked.push(asked);
        const reply = this.#replyTo(asked);
        if (reply === 'hang') return;
        if (reply === 'reset') return void request.socket.destroy();
        const { status = 200, json, text = JSON.stringify(json ?? {}) } = reply;
        response.writeHead(status).end(text);
      });
    });
  }

  async open(): Promise<KubeClient> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.#folder = await mkdtemp(path.join(tmpdir(), 'sg-api-'));
    const file = path.join(this.#folder, 'kubeconfig');
    const address = this.#server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const config = {
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': 'test',
      clusters: [{ name: 'test', cluster: { server: `http://127.0.0.1:${port}`, 'insecure-skip-tls-verify': true } }],
      users: [{ name: 'test', user: { token: 'tok' } }],
      contexts: [{ name: 'test', context: { cluster: 'test', user: 'test' } }],
    };
    await writeFile(file, JSON.stringify(config), { mode: 0o600 });
    return KubeClient.open(file);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    await rm(this.#folder, { recursive: true, force: true });
  }

  #replyTo(asked: Asked): Reply {
    const found = this.routes.find(([pattern]) => pattern.test(`${asked.method} ${asked.url}`))?.[1];
    if (found === undefined) return { status: 404, json: { reason: 'NotFound', message: `no ${asked.url}` } };
    return typeof found === 'function' ? found(asked) : found;
  }
}

/** Runs an act against such a server and closes both. */
export async function withApi<Value>(
  routes: Routes,
  act: (client: KubeClient, server: ApiServer) => Promise<Value>,
): Promise<Value> {
  const server = new ApiServer(routes);
  const client = await server.open();
  try {
    return await act(client, server);
  } finally {
    client.close();
    await server.close();
  }
}

export const items = (...list: readonly unknown[]): Reply => ({ json: { items: list } });
