import { once } from 'node:events';
import { createServer } from 'node:http';
import type { LoadPlan } from '../../ports/load-generator.js';
import { Engine } from './engine.js';

const rehearsed = { rate: 1000, seconds: 0.3 } as const;

/**
 * Sends some hundred requests to a server of its own, so that the code is compiled and the first requests that count are
 * as quick as the later ones. A machine that lets nobody listen has no rehearsal, which costs accuracy at the start alone.
 */
export async function rehearse(plan: LoadPlan): Promise<void> {
  const server = createServer((_, response) => response.end('ok'));
  try {
    await once(server.listen(0, '127.0.0.1'), 'listening');
  } catch {
    return;
  }
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const request = { method: 'GET', path: '/', headers: {}, body: null, extract: [], expectStatus: null };
  const engine = new Engine({
    ...plan,
    origin: `http://127.0.0.1:${port}`,
    protocol: 'http/1.1',
    host: null,
    abort: null,
    scenarios: [{ name: 'rehearsal', weight: 1, requests: [request], cookies: false, data: [] }],
    timeoutMs: 1000,
  });
  engine.phase('rehearsal', { shape: 'constant', ...rehearsed });
  await new Promise((resolve) => setTimeout(resolve, 1000 * rehearsed.seconds));
  await engine.stop();
  server.closeAllConnections();
  server.close();
}
