import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttp2Server } from 'node:http2';
import { afterEach, describe, expect, test } from '@jest/globals';
import { connections } from '../../../src/adapters/http/connections.js';
import { Engine } from '../../../src/adapters/http/engine.js';
import { laneOpener } from '../../../src/adapters/http/lanes.js';
import { randomFrom } from '../../../src/adapters/http/random.js';
import { generatorFaults } from '../../../src/stages/load/generator-faults.js';
import { load, planFor, request, scenario, tallyOf } from './plans.js';

/** What a busy machine would add to the faults. */
const unhurried = { cpu: 0, sendLagP99Ms: 0, eventLoopDelayP99Ms: 0 };

type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

interface Seen {
  readonly server: Server;
  readonly origin: string;
  connections: number;
}

const open: { close(): unknown; closeAllConnections?(): void }[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections?.();
    server.close();
  }
});

async function serve(handler: Handler): Promise<Seen> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => handler(request, response, Buffer.concat(chunks).toString()));
  });
  open.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const seen = { server, origin: `http://127.0.0.1:${port}`, connections: 0 };
  server.on('connection', () => seen.connections++);
  return seen;
}

describe('the engine over HTTP/1.1', () => {
  test('sends each arrival of the schedule once, and counts it once', async () => {
    let served = 0;
    const { origin } = await serve((_, response) => {
      served++;
      response.end('hello');
    });
    const result = await load(origin, {});
    expect(tallyOf(result)).toMatchObject({
      scheduled: 50,
      sent: 50,
      good: 50,
      bad: 0,
      shed: 0,
      bytes: 250,
      outcomes: { 200: 50 },
    });
    expect(served).toBe(50);
    expect(result.phases[0]?.latency.count).toBe(50);
  });

  test('method, headers, body and the Host arrive', async () => {
    const seen: unknown[] = [];
    const { origin } = await serve(({ method, headers, url }, response, body) => {
      seen.push({ method, url, body, host: headers.host, trace: headers['x-trace'] });
      response.end();
    });
    const post = request({ method: 'POST', path: '/orders?x=1', headers: { 'x-trace': 'abc' }, body: '{"n":1}' });
    await load(origin, { host: 'shop.example', scenarios: [scenario({ requests: [post] })] }, 20, 0.1);
    expect(seen[0]).toEqual({
      method: 'POST',
      url: '/orders?x=1',
      body: '{"n":1}',
      host: 'shop.example',
      trace: 'abc',
    });
  });

  test('a session keeps its cookies, takes values out of answers, and reads its row of data', async () => {
    const seen: string[] = [];
    let sessions = 0;
    const { origin } = await serve(({ url, headers }, response, body) => {
      seen.push(`${url} ${headers.cookie ?? '-'} ${body}`);
      if (url === '/login') {
        response.setHeader('set-cookie', [`sid=${++sessions}; Path=/; HttpOnly`, 'old=1; Max-Age=0']);
        response.end(JSON.stringify({ user: { token: `t${sessions}` } }));
      } else response.end();
    });
    const login = request({
      method: 'POST',
      path: '/login',
      body: '{{name}}',
      extract: [{ into: 'token', from: 'json', path: 'user.token' }],
    });
    const buy = request({ path: '/buy/{{token}}' });
    const shop = scenario({ requests: [login, buy], cookies: true, data: [{ name: 'ada' }, { name: 'bob' }] });
    await load(origin, { scenarios: [shop] }, 20, 0.2);
    expect(seen).toEqual(['/login - ada', '/buy/t1 sid=1 ', '/login - bob', '/buy/t2 sid=2 ']);
  });

  test('scenarios are mixed by weight', async () => {
    const paths: string[] = [];
    const { origin } = await serve(({ url = '' }, response) => {
      paths.push(url);
      response.end();
    });
    const often = scenario({ name: 'often', weight: 3, requests: [request({ path: '/often' })] });
    const seldom = scenario({ name: 'seldom', weight: 1, requests: [request({ path: '/seldom' })] });
    await load(origin, { scenarios: [often, seldom] }, 800, 0.5);
    const share = paths.filter((path) => path === '/often').length / paths.length;
    expect(share).toBeGreaterThan(0.65);
    expect(share).toBeLessThan(0.85);
  });

  test('connections are replaced when they are old, so that new pods get traffic', async () => {
    const old = await serve((_, response) => response.end());
    await load(old.origin, { connections: 2, connectionMaxAgeMs: 100 }, 50, 0.8);
    const kept = await serve((_, response) => response.end());
    await load(kept.origin, { connections: 2 }, 50, 0.8);
    expect(kept.connections).toBeLessThan(3);
    expect(old.connections).toBeGreaterThan(5);
  });

  test('a server that stalls does not slow the schedule, and its stall is in the latency', async () => {
    let served = 0;
    const { origin } = await serve((_, response) => {
      served++;
      if (served < 10) response.end();
      else setTimeout(() => response.end(), 120);
    });
    const result = await load(origin, { connections: 4 }, 100, 0.5);
    expect(tallyOf(result)).toMatchObject({ scheduled: 50, good: 50 });
    expect(tallyOf(result).late).toBeGreaterThan(30);
    expect(result.phases[0]!.latency.max).toBeGreaterThan(600);
    expect(result.phases[0]!.service.max).toBeLessThan(500);
  });

  test('more in flight than allowed is shed, and counts with the time-out at least', async () => {
    const { origin } = await serve((_, response) => void setTimeout(() => response.end(), 700));
    const result = await load(origin, { maxInFlight: 10, timeoutMs: 1500 }, 100, 0.3);
    expect(tallyOf(result)).toMatchObject({ scheduled: 30, good: 10, shed: 20 });
    expect(result.phases[0]!.latency).toMatchObject({ count: 30, max: 1500 });
  });

  test('who never answers is timed out', async () => {
    const { origin } = await serve(() => undefined);
    const result = await load(origin, { timeoutMs: 300 }, 20, 0.2);
    expect(tallyOf(result)).toMatchObject({ good: 0, bad: 4, outcomes: { timeout: 4 } });
    expect(result.phases[0]!.latency.min).toBeGreaterThanOrEqual(300);
  });

  test('nobody listening is a fault with its name', async () => {
    const { server, origin } = await serve(() => undefined);
    server.close();
    await once(server, 'close');
    const { bad, outcomes } = tallyOf(await load(origin, {}, 20, 0.2));
    expect([bad, outcomes]).toEqual([4, { ECONNREFUSED: 4 }]);
  });

  test('a status that is not expected is bad, a redirect is not', async () => {
    let count = 0;
    const { origin } = await serve((_, response) => response.writeHead([200, 302, 404, 503][count++ % 4] ?? 0).end());
    expect(tallyOf(await load(origin, {}, 40, 0.1))).toMatchObject({ good: 2, bad: 2 });
    const only = scenario({ requests: [request({ expectStatus: [404] })] });
    expect(tallyOf(await load(origin, { scenarios: [only] }, 40, 0.1))).toMatchObject({ good: 1, bad: 3 });
  });

  test('answers are told apart by the pod that they name', async () => {
    let count = 0;
    const { origin } = await serve((_, response) => {
      response.setHeader('X-Pod', `web-${count++ % 2}`);
      response.end();
    });
    expect(tallyOf(await load(origin, { podHeader: 'x-pod' }, 40, 0.2)).byPod).toEqual({ 'web-0': 4, 'web-1': 4 });
  });

  test('a window full of failures ends the load', async () => {
    const { origin } = await serve((_, response) => response.writeHead(500).end());
    const abort = { errorRate: 0.5, windowSeconds: 5, minRequests: 20 };
    const result = await load(origin, { abort }, 50, 3);
    expect(result.ended).toMatch(/^abort: 100 % of \d+ requests failed within 1 s$/);
    expect(tallyOf(result).scheduled).toBeLessThan(100);
  });

  test('a kept connection that the server closed is no failure of the service', async () => {
    const { server, origin } = await serve((_, response) => response.end());
    server.on('request', (_, response) => response.on('finish', () => setTimeout(() => response.socket?.destroy(), 8)));
    const { good, bad } = tallyOf(await load(origin, {}, 120, 0.8));
    expect([good, bad]).toEqual([96, 0]);
  });

  test('in-flight requests are what service times make them, but for those that its ends cut', async () => {
    const { origin } = await serve((_, response) => void setTimeout(() => response.end(), 100));
    const { phases, health } = await load(origin, {}, 200, 1.5);
    const { meanInFlight, service, tally, durationMs, unanswered } = phases[0]!;
    const off = tally.good * service.mean - meanInFlight * durationMs;
    expect(unanswered.atStart).toBe(0);
    expect(off).toBeGreaterThanOrEqual(-0.001 * tally.good * service.mean);
    expect(off).toBeLessThanOrEqual(unanswered.atEnd * service.max);
    expect(generatorFaults({ phases, seconds: [], health: { ...health, ...unhurried }, ended: '' }, [])).toEqual([]);
  });

  test('a phase that begins while others have no answer knows how many', async () => {
    const { origin } = await serve((_, response) => void setTimeout(() => response.end(), 300));
    const plan = planFor(origin, { connections: 5 });
    const pool = connections(plan, randomFrom(1), await laneOpener(plan));
    const engine = new Engine(plan, pool, null);
    engine.phase('first', { shape: 'steps', rates: [1000], secondsEach: 0.02 });
    while (engine.snapshot().tally.scheduled < 20) await new Promise((resolve) => setTimeout(resolve, 1));
    engine.phase('second', { shape: 'steps', rates: [1000], secondsEach: 0.01 });
    while (engine.snapshot().tally.scheduled < 10) await new Promise((resolve) => setTimeout(resolve, 1));
    const { phases } = await engine.stop();
    pool.close();
    expect(phases.map(({ unanswered }) => unanswered)).toEqual([
      { atStart: 0, atEnd: 20 },
      { atStart: 20, atEnd: 30 },
    ]);
    // What is still answered after the end of the last phase is no part of it.
    const [, second] = phases;
    expect(second!.meanInFlight).toBeLessThanOrEqual(5);
  });
});

describe('the engine over HTTP/2', () => {
  test('many requests share few connections', async () => {
    const server = createHttp2Server();
    let sessions = 0;
    server.on('session', () => sessions++);
    server.on('stream', (stream) =>
      setTimeout(() => {
        stream.respond({ ':status': 200 });
        stream.end('hello');
      }, 50),
    );
    open.push(server);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const result = await load(`http://127.0.0.1:${port}`, { protocol: 'h2', connections: 2 }, 100, 0.5);
    expect(tallyOf(result)).toMatchObject({ good: 50, bad: 0 });
    expect(sessions).toBeLessThanOrEqual(2);
  });
});
