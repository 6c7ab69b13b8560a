import { afterEach, describe, expect, test } from '@jest/globals';
import type { Evidence } from '../../../src/domain/evidence.js';
import { defaultRedisSpec, type RedisSpec } from '../../../src/stages/redis/spec.js';
import { redisStage } from '../../../src/stages/redis/stage.js';
import { clock, localGround, localGrounds, log } from './local-ground.js';
import { iptables, LocalServers, redisServer, type ServerOptions } from './servers.js';

const context = { signal: new AbortController().signal, own: async () => undefined };
const here = redisServer === undefined ? describe.skip : describe;
const asRoot = iptables === undefined ? test.skip : test;

const withoutPassword = Object.fromEntries(
  Array.from({ length: 6 }, (_, index) => [`redis-${index}`, { requirepass: '', masterauth: '' }]),
);

here('a fault planted into 6 servers of this machine', () => {
  let servers: LocalServers;
  afterEach(() => servers.stop());

  async function start(options: Partial<ServerOptions> = {}) {
    servers = new LocalServers({
      count: 6,
      password: 'secret',
      machine: (index) => `machine-${index % 3}`,
      ...options,
    });
    await servers.start();
  }

  function result(more: Partial<RedisSpec> = {}, login: { password?: string } = { password: 'secret' }) {
    const spec: RedisSpec = {
      ...defaultRedisSpec,
      replicasPerShard: 1,
      holdSeconds: 0,
      timeoutSeconds: 8,
      behaviours: [],
      ...more,
    };
    return redisStage({ grounds: localGrounds(servers, login.password), clock, log }).run(spec, context);
  }

  async function run(more: Partial<RedisSpec> = {}, login?: { password?: string }) {
    return (await result(more, login)).evidence;
  }

  /** One command to one node, past the stage. */
  async function tell(node: string, ...args: string[]) {
    const ground = localGround(servers, 'secret');
    await ground.probe.nodes.use((await servers.nodes()).flatMap(({ address }) => address ?? []));
    await ground.probe.nodes.call([{ node, args }], 2000);
    await ground.probe.close();
  }

  const bad = (evidence: readonly Evidence[]) =>
    evidence
      .filter(({ verdict }) => verdict === 'fail')
      .map(({ observed }) => observed)
      .join('\n');

  test('a wrong masterauth is named at the replica', async () => {
    await start({ own: { 'redis-4': { masterauth: 'wrong' } } });
    const seen = bad(await run());
    expect(seen).toMatch(/redis-4 has no replication link to redis-\d/);
    expect(seen).not.toMatch(/redis-5 has no replication link/);
  });

  asRoot('a blocked bus port is named as a pair, before anything is formed', async () => {
    await start();
    servers.block('redis-1', 'redis-5', 16379);
    const evidence = await run();
    expect(bad(evidence)).toMatch(/1 of 60 connections failed: redis-1 does not reach redis-5 on port 16379/);
    expect(evidence).toHaveLength(2);
  });

  test('a default user without a password is named at each node', async () => {
    await start({ own: withoutPassword });
    expect(bad(await run({}, {}))).toMatch(/redis-0 lets the default user in without a password/);
  });

  test('a slot that is taken away is named with its number', async () => {
    await start();
    await run();
    await tell('redis-1', 'CLUSTER', 'DELSLOTS', '7000');
    expect(bad(await run({ mode: 'verify', timeoutSeconds: 1 }))).toMatch(/slot 7000 \(1\): no node owns them/);
  });

  test('a slot left half-way is named at its node', async () => {
    await start();
    await run();
    const ground = localGround(servers, 'secret');
    await ground.probe.nodes.use((await servers.nodes()).flatMap(({ address }) => address ?? []));
    const [reply] = await ground.probe.nodes.call([{ node: 'redis-1', args: ['CLUSTER', 'MYID'] }], 2000);
    await ground.probe.close();
    await tell('redis-0', 'CLUSTER', 'SETSLOT', '5', 'MIGRATING', String(reply?.ok ? reply.value : ''));
    expect(bad(await run({ mode: 'verify', timeoutSeconds: 1 }))).toMatch(/redis-0 has 1 open slots \(slot 5->-/);
  });

  test('a lost volume is named: the node comes back alone', async () => {
    await start();
    await run();
    await servers.wipe('redis-4');
    expect(bad(await run({ mode: 'verify', timeoutSeconds: 2 }))).toMatch(/redis-4 knows 1 nodes, not 6/);
  });

  test('an evicting policy that nobody declared and full coverage are named', async () => {
    await start({ own: { 'redis-2': { 'maxmemory-policy': 'allkeys-lru', 'cluster-require-full-coverage': 'yes' } } });
    const seen = bad(await run({ maxmemoryPolicy: undefined }));
    expect(seen).toMatch(/redis-2 evicts by allkeys-lru, and nobody declared it/);
    expect(seen).toMatch(/redis-2 has cluster-require-full-coverage yes/);
  });

  test('a replica beside its primary is named with the machine', async () => {
    const machines = new Map<number, string>();
    await start({ machine: (index) => machines.get(index) ?? `machine-${index}` });
    const plan = (await result()).output.bringUp?.formation?.plan ?? [];
    const { primary = '', replicas = [] } = plan[0] ?? {};
    const number = (name: string) => Number(name.split('-')[1]);
    machines.set(number(replicas[0] ?? ''), `machine-${number(primary)}`);
    const { evidence } = await result({ mode: 'verify' });
    expect(bad(evidence)).toContain(`${replicas[0]} runs beside its primary ${primary} on machine-${number(primary)}`);
  });

  test('nodes that do not answer leave it inconclusive, and say which and why', async () => {
    await start();
    await run();
    const evidence = await run({ mode: 'verify', timeoutSeconds: 1 }, { password: 'not the password' });
    expect(evidence).toHaveLength(1);
    expect(evidence[0]).toMatchObject({
      verdict: 'inconclusive',
      observed: expect.stringMatching(/0 of 6 nodes answered.*redis-0 .*WRONGPASS/),
    });
  });

  test('nodes that hold a part of another cluster are not formed into ours', async () => {
    await start();
    await tell('redis-3', 'CLUSTER', 'ADDSLOTSRANGE', '100', '200');
    expect(bad(await run())).toMatch(
      /stopped in phase "look": the nodes are a part of another cluster: redis-3 owns slots 100-200, which is no share of 3 shards/,
    );
  });
});
