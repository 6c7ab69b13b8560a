import { once } from 'node:events';
import { createServer } from 'node:net';
import type { LoadPlan } from '../../ports/load-generator.js';
import { connections } from './connections.js';
import { Engine } from './engine.js';
import { laneOpener } from './lanes.js';
import { randomFrom } from './random.js';

const rehearsed = { rate: 1000, seconds: 0.15 } as const;
const answer = Buffer.from('HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: 2\r\n\r\nok');

/**
 * Sends some hundred requests to a server of its own, so that the code is compiled and the first requests that count are
 * as quick as the later ones. A machine that lets nobody listen has no rehearsal, which costs accuracy at the start alone.
 */
export async function rehearse(plan: LoadPlan): Promise<void> {
  const server = createServer((socket) => socket.on('data', () => socket.write(answer)).on('error', () => undefined));
  try {
    await once(server.listen(0, '127.0.0.1'), 'listening');
  } catch {
    return;
  }
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const request = { method: 'GET', path: '/', headers: {}, body: null, extract: [], expectStatus: null };
  const play: LoadPlan = {
    ...plan,
    origin: `http://127.0.0.1:${port}`,
    protocol: 'http/1.1',
    host: null,
    abort: null,
    scenarios: [{ name: 'rehearsal', weight: 1, requests: [request], cookies: false, data: [] }],
    timeoutMs: 1000,
  };
  const pool = connections(play, randomFrom(1), await laneOpener(play));
  const engine = new Engine(play, pool, null);
  engine.phase('rehearsal', { shape: 'constant', ...rehearsed });
  await new Promise((resolve) => setTimeout(resolve, 1000 * rehearsed.seconds));
  // What happens once a second would be compiled within the first second that counts.
  for (let second = 0; second < 3; second++) engine.eachSecond(performance.now());
  await engine.stop();
  pool.close();
  server.close();
}
