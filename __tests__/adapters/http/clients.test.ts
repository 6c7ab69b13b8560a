import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Lane, Receiver } from '../../../src/adapters/http/lane.js';
import { laneOpener } from '../../../src/adapters/http/lanes.js';
import { WireRequest } from '../../../src/adapters/http/request.js';
import type { LoadPlan } from '../../../src/ports/load-generator.js';

interface Outcome {
  readonly status: number;
  readonly body: string;
  readonly end: string;
}

const head = (...lines: string[]): string => `${['HTTP/1.1 200 OK', ...lines].join('\r\n')}\r\n\r\n`;

/** What a server writes, and whether it ends the connection then. The same must come of it with either client. */
const scripts: Readonly<Record<string, { readonly writes: readonly string[]; readonly ends?: boolean }>> = {
  ordinary: { writes: [`${head('Content-Length: 5')}hello`] },
  empty: { writes: [head('Content-Length: 0')] },
  chunks: { writes: [head('Transfer-Encoding: chunked'), '5\r\nhello\r\n', '0\r\n\r\n'] },
  trailers: { writes: [`${head('Transfer-Encoding: chunked')}2\r\nok\r\n0\r\nX-Sum: 1\r\n\r\n`] },
  drops: { writes: [...`${head('Content-Length: 5')}hello`] },
  'up to the end': { writes: [head(), 'all', ' of it'], ends: true },
  'last one': { writes: [`${head('Content-Length: 2', 'Connection: close')}ok`], ends: true },
  'early hints': { writes: [`HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${head('Content-Length: 2')}ok`] },
  'no content': { writes: ['HTTP/1.1 204 No Content\r\n\r\n'] },
  'not modified': { writes: ['HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\n'] },
  'server error': { writes: ['HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n'] },
  'old server': { writes: ['HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok'], ends: true },
  'closes at once': { writes: [], ends: true },
  'closes in the head': { writes: ['HTTP/1.1 200 OK\r\nContent-Le'], ends: true },
  'closes in the body': { writes: [`${head('Content-Length: 5')}he`], ends: true },
  'closes in a chunk': { writes: [`${head('Transfer-Encoding: chunked')}5\r\nhe`], ends: true },
  'another protocol': { writes: ['220 mail.example ESMTP\r\n'] },
  'a status of two digits': { writes: ['HTTP/1.1 20 OK\r\nContent-Length: 0\r\n\r\n'] },
  'a field without a colon': { writes: [head('Content-Length')] },
  'a space before the colon': { writes: [`${head('Content-Length : 2')}ok`] },
  'two lengths': { writes: [`${head('Content-Length: 2', 'Content-Length: 3')}okk`] },
  'a length that is none': { writes: [`${head('Content-Length: two')}ok`] },
  'a length beside chunks': { writes: [`${head('Content-Length: 2', 'Transfer-Encoding: chunked')}0\r\n\r\n`] },
  'a chunk that has no size': { writes: [`${head('Transfer-Encoding: chunked')}xyz\r\n`] },
  'a chunk longer than its size': { writes: [`${head('Transfer-Encoding: chunked')}2\r\nhello\r\n0\r\n\r\n`] },
  'a control character': { writes: [head('X-A: a\x00b', 'Content-Length: 0')] },
  'a head of 20 kB': { writes: [head(`X-A: ${'a'.repeat(20_000)}`, 'Content-Length: 0')] },
  'bytes after the answer': { writes: [`${head('Content-Length: 2')}ok${head('Content-Length: 4')}evil`] },
};

const names = Object.keys(scripts);
let server: Server;
const open = new Set<Socket>();
let origin = '';

beforeAll(async () => {
  server = createServer((socket) => {
    open.add(socket.on('error', () => undefined));
    socket.on('data', (bytes) => {
      const number = /^GET \/(\d+) /.exec(bytes.toString('latin1'))?.[1];
      const script = scripts[names[Number(number)] ?? ''];
      const write = (index: number): void => {
        const text = script?.writes[index];
        if (text === undefined) {
          if (script?.ends) socket.end();
          return;
        }
        socket.write(text, 'latin1', () => setImmediate(write, index + 1));
      };
      write(0);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});
afterAll(() => void server.close());

/** The header that our own client leaves to undici chooses between the two. */
async function opener(own: boolean): Promise<() => Lane> {
  const headers: Record<string, string> = own ? {} : { connection: 'keep-alive' };
  const request = { method: 'GET', path: '/', headers, body: null, extract: [], expectStatus: null };
  const plan: LoadPlan = {
    origin,
    protocol: 'http/1.1',
    host: null,
    ca: null,
    insecure: false,
    scenarios: [{ name: 'one', weight: 1, requests: [request], cookies: false, data: [] }],
    arrivals: 'even',
    seed: 1,
    maxInFlight: 1,
    connections: 1,
    connectionMaxAgeMs: 1000,
    timeoutMs: 1000,
    podHeader: null,
    abort: null,
  };
  return laneOpener(plan);
}

function ask(lane: Lane, path: string): Promise<Outcome> {
  return new Promise((resolve) => {
    let [status, body] = [0, ''];
    const receiver: Receiver = {
      answer(code) {
        status = code;
      },
      data(bytes, from, to) {
        body += Buffer.from(bytes.subarray(from, to)).toString('latin1');
      },
      complete: () => resolve({ status, body, end: 'complete' }),
      fail: (fault) => resolve({ status, body, end: fault }),
    };
    lane.send(new WireRequest('GET', path, ['host', new URL(origin).host], null), receiver);
  });
}

async function outcomes(own: boolean, path: string): Promise<Outcome> {
  const lane = (await opener(own))();
  const outcome = await ask(lane, path);
  lane.close();
  return outcome;
}

describe('our own client and undici', () => {
  test('are two', async () => {
    const [ours, theirs] = [(await opener(true))(), (await opener(false))()];
    expect([ours.constructor.name, theirs.constructor.name]).toEqual(['PlainLane', 'UndiciLane']);
    for (const lane of [ours, theirs]) lane.close();
  });

  test.each(names)('make the same of a server that writes: %s', async (name) => {
    const path = `/${names.indexOf(name)}`;
    const [ours, theirs] = [await outcomes(true, path), await outcomes(false, path)];
    expect(ours).toEqual(theirs);
  });

  test.each([true, false])('never send what would break out of its line (own client: %s)', async (own) => {
    const lane = (await opener(own))();
    const split = new WireRequest('GET', '/0', ['host', 'a', 'x-name', 'ada\r\nx-role: admin'], null);
    const faults = [];
    for (const request of [split, new WireRequest('GET', '/0 HTTP/1.1\r\nx: y', ['host', 'a'], null)]) {
      faults.push(
        await new Promise((resolve) => {
          const nothing = (): void => undefined;
          lane.send(request, { answer: nothing, data: nothing, complete: () => resolve('complete'), fail: resolve });
        }),
      );
    }
    lane.close();
    expect(faults).toEqual(['invalid-request', 'invalid-request']);
  });

  test('after an answer with bytes behind it no request goes over that connection', async () => {
    const lane = (await opener(true))();
    expect(await ask(lane, `/${names.indexOf('bytes after the answer')}`)).toMatchObject({ body: 'ok' });
    expect(lane.spent(performance.now())).toBe(true);
  });

  test('an idle connection that the server ends is spent', async () => {
    const lane = (await opener(true))();
    await ask(lane, `/${names.indexOf('ordinary')}`);
    expect(lane.spent(performance.now())).toBe(false);
    for (const socket of open) socket.end();
    while (!lane.spent(performance.now())) await new Promise((resolve) => setTimeout(resolve, 5));
  });
});
