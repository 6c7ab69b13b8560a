import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import { connections } from '../../../src/adapters/http/connections.js';
import { laneOpener } from '../../../src/adapters/http/lanes.js';
import { randomFrom } from '../../../src/adapters/http/random.js';
import { warmUp } from '../../../src/adapters/http/warm-up.js';
import type { LoadPlan } from '../../../src/ports/load-generator.js';
import { planFor, request, scenario } from './plans.js';

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** What a server sees of the warm-up of a plan. */
async function seenOf(changes: Partial<LoadPlan>): Promise<{ requests: string[]; connections: number }> {
  const seen = { requests: [] as string[], connections: 0 };
  server = createServer(({ method, url }, response) => {
    seen.requests.push(`${method} ${url}`);
    setTimeout(() => response.end(), 20);
  });
  server.on('connection', () => seen.connections++);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const plan = planFor(
    `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    changes,
  );
  const pool = connections(plan, randomFrom(1), await laneOpener(plan));
  await warmUp(plan, pool);
  pool.close();
  return seen;
}

describe('the warm-up', () => {
  test('sends some of the plan’s reads over connections that stay open', async () => {
    const { requests, connections: opened } = await seenOf({
      scenarios: [scenario({ requests: [request({ path: '/a' })] })],
    });
    expect(requests).toEqual(Array.from({ length: 32 }, () => 'GET /a'));
    expect(opened).toBeGreaterThan(0);
    expect(opened).toBeLessThan(33);
  });

  test.each([
    ['a plan that says so', { warmUp: false }],
    ['a request that writes', { scenarios: [scenario({ requests: [request({ method: 'POST', body: '{}' })] })] }],
    ['a request that is another each time', { scenarios: [scenario({ requests: [request({ path: '/{{id}}' })] })] }],
  ])('sends nothing for %s', async (_, changes) => {
    expect((await seenOf(changes)).requests).toEqual([]);
  });

  test('of a session it sends the first read alone', async () => {
    const steps = [request({ method: 'POST', path: '/login' }), request({ path: '/list' }), request({ path: '/item' })];
    expect(new Set((await seenOf({ scenarios: [scenario({ requests: steps })] })).requests)).toEqual(
      new Set(['GET /list']),
    );
  });
});
