import { afterEach, describe, expect, test } from '@jest/globals';
import type { Evidence } from '../../../src/domain/evidence.js';
import type { NodeReply } from '../../../src/ports/redis-nodes.js';
import type { Peer } from '../../../src/stages/redis/cluster-nodes.js';
import { shardsIn } from '../../../src/stages/redis/placement-checks.js';
import { nameOf, type Snapshot, takeSnapshot } from '../../../src/stages/redis/snapshot.js';
import { defaultRedisSpec, type RedisSpec } from '../../../src/stages/redis/spec.js';
import { redisStage } from '../../../src/stages/redis/stage.js';
import { clock, localGround, localGrounds, log } from './local-ground.js';
import { patientSpec } from './patience.js';
import { iptables, LocalServers, redisServer, type ServerOptions } from './servers.js';

const context = { signal: new AbortController().signal, own: async () => undefined };
const here = redisServer === undefined ? describe.skip : describe;
const asRoot = iptables === undefined ? test.skip : test;

const withoutPassword = Object.fromEntries(
  Array.from({ length: 12 }, (_, index) => [`redis-${index}`, { requirepass: '', masterauth: '' }]),
);

here('a fault planted into 12 servers of this machine', () => {
  let servers: LocalServers;
  afterEach(() => servers.stop());

  async function start(options: Partial<ServerOptions> = {}) {
    servers = new LocalServers({
      count: 12,
      password: 'secret',
      machine: (index) => `machine-${index % 3}`,
      ...options,
    });
    await servers.start();
  }

  function result(more: Partial<RedisSpec> = {}, login: { password?: string } = { password: 'secret' }) {
    const spec: RedisSpec = {
      ...patientSpec(defaultRedisSpec),
      holdSeconds: 0,
      timeoutSeconds: 60,
      behaviours: [],
      ...more,
    };
    return redisStage({ grounds: localGrounds(servers, login.password), clock, log }).run(spec, context);
  }

  async function run(more: Partial<RedisSpec> = {}, login?: { password?: string }) {
    return (await result(more, login)).evidence;
  }

  /** What the stage says of a cluster that it takes as it is; a fault that is there is there at once. */
  const verify = async () => bad(await run({ mode: 'verify', timeoutSeconds: 1 }));

  /** A sound cluster, to be spoilt. */
  async function sound(options: Partial<ServerOptions> = {}) {
    await start(options);
    const evidence = await run();
    expect(evidence.filter(({ verdict }) => verdict !== 'pass').map(({ observed }) => observed)).toEqual([]);
  }

  /** One command to one node, past the stage. */
  async function tell(node: string, ...args: string[]): Promise<NodeReply | undefined> {
    const ground = localGround(servers, 'secret');
    await ground.probe.nodes.use((await servers.nodes()).flatMap(({ address }) => address ?? []));
    const [reply] = await ground.probe.nodes.call([{ node, args }], 10_000);
    await ground.probe.close();
    return reply;
  }

  async function answer(node: string, ...args: string[]): Promise<string> {
    const reply = await tell(node, ...args);
    if (reply?.ok !== true) throw new Error(`${node}: ${args.join(' ')}: ${reply?.error}`);
    return String(reply.value);
  }

  async function look(): Promise<Snapshot> {
    const { probe } = localGround(servers, 'secret');
    await probe.nodes.use((await servers.nodes()).flatMap(({ address }) => address ?? []));
    const names = (await servers.nodes()).map(({ name }) => name);
    const snapshot = await takeSnapshot(probe.nodes, names, 10_000);
    await probe.close();
    return snapshot;
  }

  /** Who is whose primary. */
  const shards = async () => shardsIn(await look());

  /** The primaries of the first and of the second third of the slots, whoever they are by now. */
  async function primaries(): Promise<readonly [string, string]> {
    const snapshot = await look();
    const ownerOf = (slot: number) => {
      const owns = ({ slots }: Peer) => slots.some(({ first, last }) => first <= slot && slot <= last);
      return nameOf(snapshot, snapshot.views[0]?.peers.find(owns)?.id ?? `owner of ${slot}`);
    };
    return [ownerOf(0), ownerOf(7000)];
  }

  const bad = (evidence: readonly Evidence[]) =>
    evidence
      .filter(({ verdict }) => verdict === 'fail')
      .map(({ observed }) => observed)
      .join('\n');

  test('a slot that nobody owns is named with its number, at every node that misses it', async () => {
    await sound();
    await answer('redis-1', 'CLUSTER', 'DELSLOTS', '7000');
    expect(await verify()).toMatch(/slot 7000 \(1\): no node owns them/);
  });

  test('a lost slot with full coverage stops every node, and each says so', async () => {
    await start({ config: { 'cluster-require-full-coverage': 'yes' } });
    await run({ requireFullCoverage: true });
    await answer('redis-1', 'CLUSTER', 'DELSLOTS', '7000');
    for (;;) if ((await answer('redis-1', 'CLUSTER', 'INFO')).includes('cluster_state:fail')) break;
    const seen = await verify();
    expect(seen).toMatch(/slot 7000 \(1\): no node owns them/);
    expect(seen).toMatch(/redis-1 says cluster_state:fail/);
  });

  asRoot('two owners of one slot are named with it: a primary that was cut off claims it too', async () => {
    await sound();
    const [usurper, owner] = await primaries();
    const id = await answer(usurper, 'CLUSTER', 'MYID');
    const peers = (await servers.nodes()).flatMap(({ name, address }) => (name === usurper ? [] : (address ?? [])));
    await servers.isolate(usurper, peers);
    await answer(usurper, 'CLUSTER', 'SETSLOT', '7000', 'NODE', id);
    const seen = await verify();
    expect(seen).toMatch(new RegExp(`slot 7000: claimed by (${usurper} and ${owner}|${owner} and ${usurper})`));
    expect(seen).toMatch(
      new RegExp(
        `${usurper} disagrees with 11 of 12 nodes: .*it sees ${owner} as primary of slots 5461-6999, 7001-10921, they as primary of slots 5461-10921`,
      ),
    );
  });

  test('a node that disagrees is named with what it has otherwise', async () => {
    await sound();
    const id = await answer('redis-7', 'CLUSTER', 'MYID');
    await answer('redis-5', 'CLUSTER', 'FORGET', id);
    const seen = await verify();
    expect(seen).toMatch(/redis-5 knows 11 nodes, not 12/);
    // Newer servers tell each other whom to forget: then it is the others that know one more.
    const alone = !/disagrees with [1-9] of 12/.test(seen) && !/disagrees with 10 of 12/.test(seen);
    if (alone) expect(seen).toMatch(/redis-5 disagrees with 11 of 12 nodes: it does not know redis-7/);
    else
      expect(seen).toMatch(/redis-\d+ disagrees with \d+ of 12 nodes: it (does not know redis-7|knows 1 nodes? more)/);
    if (alone) expect(seen).not.toMatch(/redis-4 disagrees/);
  });

  asRoot('a replica whose link is dead is named with its primary', async () => {
    await sound();
    const [shard] = await shards();
    const { primary = '', replicas: [replica = ''] = [] } = shard ?? {};
    servers.block(replica, primary, 6379);
    await answer(primary, 'CLIENT', 'KILL', 'TYPE', 'replica');
    for (;;) if ((await answer(replica, 'INFO', 'replication')).includes('master_link_status:down')) break;
    const seen = await verify();
    expect(seen).toMatch(new RegExp(`${replica} has no replication link to ${primary}`));
    expect(seen).toMatch(new RegExp(`${primary} lists 2 replicas as online, not 3`));
  });

  test('a wrong masterauth is named at the replica', async () => {
    await start({ own: { 'redis-4': { masterauth: 'wrong' } } });
    const seen = bad(await run({ timeoutSeconds: 8 }));
    expect(seen).toMatch(/redis-4 has no replication link to redis-\d/);
    expect(seen).not.toMatch(/redis-5 has no replication link/);
  });

  asRoot('a blocked bus port is named as a pair, before anything is formed', async () => {
    await start();
    servers.block('redis-1', 'redis-5', 16379);
    const evidence = await run();
    expect(bad(evidence)).toMatch(/1 of 264 connections failed: redis-1 does not reach redis-5 on port 16379/);
    expect(evidence).toHaveLength(2);
  });

  test('a default user without a password is named at each node', async () => {
    await start({ own: withoutPassword });
    expect(bad(await run({}, {}))).toMatch(/redis-0 lets the default user in without a password/);
  });

  test('a slot left half-way is named at its node', async () => {
    await sound();
    const [from, to] = await primaries();
    await answer(from, 'CLUSTER', 'SETSLOT', '5', 'MIGRATING', await answer(to, 'CLUSTER', 'MYID'));
    expect(await verify()).toMatch(new RegExp(`${from} has 1 open slot \\(slot 5->-`));
  });

  test('a lost volume is named: the node comes back alone', async () => {
    await sound();
    await servers.wipe('redis-4');
    expect(await verify()).toMatch(/redis-4 knows 1 node, not 12/);
  });

  test('an evicting policy that nobody declared and full coverage are named', async () => {
    await start({ own: { 'redis-2': { 'maxmemory-policy': 'allkeys-lru', 'cluster-require-full-coverage': 'yes' } } });
    const seen = bad(await run({ maxmemoryPolicy: undefined }));
    expect(seen).toMatch(/redis-2 evicts by allkeys-lru, and nobody declared it/);
    expect(seen).toMatch(/redis-2 has cluster-require-full-coverage yes/);
  });

  test('a replica beside its primary is named with the machine', async () => {
    const machines = new Map<number, string>();
    await sound({ machine: (index) => machines.get(index) ?? `machine-${index}` });
    const [shard] = await shards();
    const { primary = '', replicas: [replica = ''] = [] } = shard ?? {};
    const number = (name: string) => Number(name.split('-')[1]);
    machines.set(number(replica), `machine-${number(primary)}`);
    expect(await verify()).toContain(`${replica} runs beside its primary ${primary} on machine-${number(primary)}`);
  });

  test('nodes that do not answer leave it inconclusive, and say which and why', async () => {
    await sound();
    const evidence = await run({ mode: 'verify', timeoutSeconds: 1 }, { password: 'not the password' });
    expect(evidence).toHaveLength(1);
    expect(evidence[0]).toMatchObject({
      verdict: 'inconclusive',
      observed: expect.stringMatching(/0 of 12 nodes answered.*redis-0 .*WRONGPASS/),
    });
  });

  test('nodes that hold a part of another cluster are not formed into ours', async () => {
    await start();
    await answer('redis-3', 'CLUSTER', 'ADDSLOTSRANGE', '100', '200');
    expect(bad(await run())).toMatch(
      /stopped in phase "look": the nodes are a part of another cluster: redis-3 owns slots 100-200, which is no share of 3 shards/,
    );
  });
});
