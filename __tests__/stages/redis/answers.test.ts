import { describe, expect, test } from '@jest/globals';
import type { NodeCall, NodeReply, RedisNodes, RedisValue } from '../../../src/ports/redis-nodes.js';
import { isMyself, parseClusterNodes, parseFields, parseInfo } from '../../../src/stages/redis/cluster-nodes.js';
import { configurationKeys, readSettings } from '../../../src/stages/redis/configuration.js';

const peer = (line: string) => parseClusterNodes(line)[0];
const usual = {
  id: 'aa',
  host: '10.0.0.1',
  port: 6379,
  busPort: 16379,
  hostname: '',
  flags: ['master'],
  role: 'primary',
  primary: undefined,
  epoch: 7,
  linked: true,
  slots: [],
  open: [],
};

describe('a line of CLUSTER NODES', () => {
  test.each<[string, string, object]>([
    ['of a primary', 'aa 10.0.0.1:6379@16379 master - 0 0 7 connected', {}],
    [
      'of the node itself, with slots',
      'aa 10.0.0.1:6379@16379 myself,master - 0 0 7 connected 0-99 101 5461-10922',
      {
        flags: ['myself', 'master'],
        slots: [
          { first: 0, last: 99 },
          { first: 101, last: 101 },
          { first: 5461, last: 10922 },
        ],
      },
    ],
    [
      'of a replica',
      'aa 10.0.0.1:6379@16379 slave bb 0 0 7 disconnected',
      { flags: ['slave'], role: 'replica', primary: 'bb', linked: false },
    ],
    [
      'with slots under way',
      'aa 10.0.0.1:6379@16379 master - 0 0 7 connected 0-9 [77->-bb] [78-<-cc]',
      { slots: [{ first: 0, last: 9 }], open: ['77->-bb', '78-<-cc'] },
    ],
    ['of IPv6', 'aa fd00::1:6379@16379 master - 0 0 7 connected', { host: 'fd00::1' }],
    [
      'with a name and more',
      'aa 10.0.0.1:6379@16379,redis-0.redis,shard-id=5 master - 0 0 7 connected',
      { hostname: 'redis-0.redis' },
    ],
    ['of Redis 3, without a bus port', 'aa 10.0.0.1:6379 master - 0 0 7 connected', { busPort: 0 }],
    [
      'without an address',
      'aa :0@0 noflags - 0 0 7 disconnected',
      { host: '', port: 0, busPort: 0, flags: [], role: 'unknown', linked: false },
    ],
    ['that is cut off', 'aa', { host: '', port: 0, busPort: 0, flags: [''], role: 'unknown', epoch: 0, linked: false }],
  ])('%s', (_, line, expected) => expect(peer(line)).toEqual({ ...usual, ...expected }));

  test('is one of many, with blank ones between', () => {
    const many = parseClusterNodes(
      'aa h:1@2 myself,master - 0 0 1 connected\r\n\n  \nbb h:1@2 slave aa 0 0 1 connected\n',
    );
    expect(many.map(({ id }) => id)).toEqual(['aa', 'bb']);
    expect(many.map(isMyself)).toEqual([true, false]);
  });
});

describe('lines of INFO', () => {
  test('are names and values', () => {
    expect(
      parseInfo('# Server\r\nredis_version:8.0.6\r\nno colon\r\n:5\r\n# a:b\r\nslave0:ip=::1,port=6379\r\n'),
    ).toEqual({
      redis_version: '8.0.6',
      '': '5',
      slave0: 'ip=::1,port=6379',
    });
  });

  test('are fields, the one of a replica', () => {
    expect(parseFields('ip=10.0.0.1,port=6379,state=online,offset=1=2')).toEqual({
      ip: '10.0.0.1',
      port: '6379',
      state: 'online',
      offset: '1=2',
    });
  });
});

/** Nodes that answer as the test says, and what they were asked. */
function answering(answer: (call: NodeCall) => NodeReply | undefined) {
  const asked: NodeCall[] = [];
  const nodes: RedisNodes = {
    use: async () => undefined,
    close: async () => undefined,
    call: async (calls) => {
      asked.push(...calls);
      return calls.map((call) => answer(call) ?? { ok: false, error: 'ERR unknown', ms: 1 });
    },
  };
  return { nodes, asked };
}

const ok = (value: RedisValue): NodeReply => ({ ok: true, value, ms: 1 });

describe('the settings of nodes', () => {
  test('that have to be alike are these', () => {
    expect(configurationKeys.join(' ')).toBe(
      'maxmemory maxmemory-policy appendonly appendfsync cluster-node-timeout cluster-require-full-coverage cluster-allow-replica-migration cluster-replica-validity-factor min-replicas-to-write repl-diskless-sync-delay',
    );
  });

  test('are asked of each in one round, and once without a password', async () => {
    const { nodes, asked } = answering(() => undefined);
    await readSettings(nodes, [], ['a', 'b'], 100);
    const own = asked.filter(({ node }) => node === 'b');
    expect(asked).toHaveLength(2 * own.length);
    expect(own).toEqual([
      ...[...configurationKeys, 'port', 'tls-cluster', 'tls-replication'].map((key) => ({
        node: 'b',
        args: ['CONFIG', 'GET', key],
      })),
      ...['persistence', 'memory', 'stats', 'server'].map((section) => ({ node: 'b', args: ['INFO', section] })),
      { node: 'b', args: ['CLUSTER', 'INFO'], lane: 'anonymous', anonymous: true },
    ]);
  });

  test('are each its own, with what the orchestrator knows of it', async () => {
    const { nodes } = answering(({ node, args: [word, section, key], anonymous }) => {
      if (anonymous) return node === 'a' ? ok('cluster_state:ok') : { ok: false, error: 'NOAUTH first', ms: 1 };
      if (word === 'INFO') return ok(`# ${section}\r\n${section}_of:${node}\r\n`);
      return key === 'appendonly' ? ok([key, `yes on ${node}`]) : undefined;
    });
    const host = { name: 'b' } as never;
    const info = (node: string) =>
      Object.fromEntries(['persistence', 'memory', 'stats'].map((section) => [`${section}_of`, node]));
    expect(await readSettings(nodes, [host], ['a', 'b'], 100)).toEqual([
      {
        name: 'a',
        config: { appendonly: 'yes on a' },
        info: { ...info('a'), server_of: 'a' },
        anonymous: 'open',
        host: undefined,
      },
      {
        name: 'b',
        config: { appendonly: 'yes on b' },
        info: { ...info('b'), server_of: 'b' },
        anonymous: 'refused',
        host,
      },
    ]);
  });

  test.each<[string, NodeReply | undefined]>([
    ['refused', { ok: false, error: 'NOPERM', ms: 1 }],
    ['of a key that it has not', ok([])],
    ['of no text', ok(['maxmemory', 5])],
    ['of another form', ok('maxmemory')],
  ])('an answer %s tells nothing', async (_, reply) => {
    const { nodes } = answering(({ anonymous }) => (anonymous ? undefined : reply));
    const [own] = await readSettings(nodes, [], ['a'], 100);
    expect(own?.config).toEqual({});
  });

  test('of nodes that answer nothing at all are empty', async () => {
    const nodes: RedisNodes = { use: async () => undefined, close: async () => undefined, call: async () => [] };
    const nothing = { config: {}, info: {}, anonymous: undefined, host: undefined };
    expect(await readSettings(nodes, [], ['a', 'b'], 100)).toEqual([
      { name: 'a', ...nothing },
      { name: 'b', ...nothing },
    ]);
  });

  test('INFO that is no text tells nothing', async () => {
    const { nodes } = answering(({ args: [word] }) => (word === 'INFO' ? ok(['a:b']) : undefined));
    expect((await readSettings(nodes, [], ['a'], 100))[0]?.info).toEqual({});
  });

  test.each<[NodeReply, string | undefined]>([
    [ok('cluster_state:ok'), 'open'],
    [{ ok: false, error: 'NOAUTH Authentication required.', ms: 1 }, 'refused'],
    [{ ok: false, error: 'NOPERM User default has no permissions', ms: 1 }, 'refused'],
    [{ ok: false, error: 'WRONGPASS invalid username-password pair', ms: 1 }, 'refused'],
    [{ ok: false, error: 'timeout after 100 ms', ms: 100 }, undefined],
  ])('without a password %j is %s', async (reply, anonymous) => {
    const { nodes } = answering((call) => (call.anonymous ? reply : undefined));
    expect((await readSettings(nodes, [], ['a'], 100))[0]?.anonymous).toBe(anonymous);
  });
});
