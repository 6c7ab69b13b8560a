import { afterEach, describe, expect, test } from '@jest/globals';
import { ioredisNodes } from '../../../src/adapters/ioredis/nodes.js';
import type { RedisNodes } from '../../../src/ports/redis-nodes.js';
import { type Answering, RespServer } from '../../fakes/resp-server.js';

describe('raw connections by ioredis', () => {
  let server: RespServer;
  let nodes: RedisNodes;
  afterEach(async () => {
    await nodes.close();
    await server.close();
  });

  async function open(answer: Answering, password?: string) {
    server = new RespServer(answer);
    const port = await server.listen();
    nodes = ioredisNodes({ password, connectMs: 500 });
    await nodes.use([{ name: 'redis-0', host: '127.0.0.1', port }]);
    return port;
  }

  const ask = async (...args: string[]) => (await nodes.call([{ node: 'redis-0', args }], 300))[0];

  test('gives the answer as it is', async () => {
    await open(([word]) => (word === 'MGET' ? '*2\r\n$1\r\na\r\n$-1\r\n' : ':7\r\n'));
    expect(await ask('MGET', 'a', 'b')).toMatchObject({ ok: true, value: ['a', null] });
    expect(await ask('DBSIZE')).toMatchObject({ ok: true, value: 7 });
  });

  test("gives the server's own words for an error, and follows nothing", async () => {
    await open(() => '-MOVED 866 10.0.0.9:6379\r\n');
    expect(await ask('GET', 'hello')).toMatchObject({ ok: false, error: 'MOVED 866 10.0.0.9:6379' });
    expect(server.asked.filter(([word]) => word === 'GET' || word === 'get')).toHaveLength(1);
  });

  test('an answer that does not come is a timeout, and its connection is not used again', async () => {
    let slow = true;
    await open(([word]) => (word === 'PING' && slow ? undefined : '+PONG\r\n'));
    expect(await ask('PING')).toMatchObject({ ok: false, error: 'timeout after 300 ms' });
    slow = false;
    expect(await ask('PING')).toMatchObject({ ok: true, value: 'PONG' });
    expect(server.connections).toBe(2);
  });

  test('a node that refuses the connection is an answer, and no exception', async () => {
    const port = await open(() => '+OK\r\n');
    await server.close();
    const reply = await ask('PING');
    expect(reply).toMatchObject({ ok: false, error: expect.stringContaining('ECONNREFUSED') });
    server = new RespServer(() => '+OK\r\n');
    await server.listen();
    expect(port).toBeGreaterThan(0);
  });

  test('logs in with the password, but not where a call is anonymous', async () => {
    await open(() => '+OK\r\n', 'secret');
    await nodes.call([{ node: 'redis-0', args: ['PING'], anonymous: true }], 300);
    expect(server.asked.flat()).not.toContain('secret');
    await ask('PING');
    expect(server.asked).toContainEqual(['auth', 'secret']);
  });

  test('puts the password where a call asks for it, and nothing without one', async () => {
    await open(() => '+OK\r\n', 'secret');
    const call = { node: 'redis-0', args: ['MIGRATE', 'h', '6379', '', '0', '5000', 'KEYS', 'k'], passwordAt: 6 };
    await nodes.call([call], 300);
    expect(server.asked.at(-1)).toEqual(['MIGRATE', 'h', '6379', '', '0', '5000', 'AUTH', 'secret', 'KEYS', 'k']);
    await nodes.close();
    await server.close();
    await open(() => '+OK\r\n');
    await nodes.call([call], 300);
    expect(server.asked.at(-1)).toEqual(call.args);
  });

  test('calls of one lane share a connection, lanes do not', async () => {
    await open(() => '+OK\r\n');
    const call = (lane: string) => ({ node: 'redis-0', lane, args: ['PING'] });
    await nodes.call([call('a'), call('a'), call('b')], 300);
    expect(server.connections).toBe(2);
  });

  test('a node that is no longer named has no connection', async () => {
    await open(() => '+OK\r\n');
    await ask('PING');
    await nodes.use([]);
    expect(await ask('PING')).toMatchObject({ ok: false, error: 'no address of redis-0' });
  });

  test('dials where it is told to, and keeps the name', async () => {
    const port = await open(() => '+OK\r\n');
    const mapped = ioredisNodes({ password: undefined, connectMs: 500, dial: () => ({ host: '127.0.0.1', port }) });
    await mapped.use([{ name: 'redis-0', host: '10.255.255.1', port: 6379 }]);
    expect((await mapped.call([{ node: 'redis-0', args: ['PING'] }], 300))[0]).toMatchObject({ ok: true });
    await mapped.close();
  });
});
