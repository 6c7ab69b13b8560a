import { describe, expect, test } from '@jest/globals';
import { verdictOf } from '../../../src/domain/stage.js';
import type { Pulse } from '../../../src/ports/pulse.js';
import type { Dialled, HostedNode } from '../../../src/ports/redis-hosts.js';
import { type LoadSample, type SessionLoad, sessionValue } from '../../../src/ports/redis-load.js';
import type { RedisGround, RedisGrounds } from '../../../src/ports/redis-probe.js';
import { defaultRedisSpec, type RedisSpec } from '../../../src/stages/redis/spec.js';
import { redisStage } from '../../../src/stages/redis/stage.js';
import { FakeClock } from '../../fakes/clock.js';
import { FakeLog } from '../../fakes/log.js';
import { FakeRedisCluster } from '../../fakes/redis-cluster.js';

const never = async (): Promise<never> => {
  throw new Error('not in this test');
};

class World {
  readonly cluster = new FakeRedisCluster(12);
  readonly log = new FakeLog();
  readonly clock = new FakeClock();
  closed = 0;
  opened = 0;
  looked = 0;
  /** Looks after which the nodes of a verified cluster are there. */
  comesAfter = 0;
  pulses: Pulse[] = [];
  load: SessionLoad = { start: never, stop: never, readBack: never };
  /** How often the connection from redis-1 to redis-5 fails before it comes about. */
  blockedTimes = 0;
  hosted: HostedNode[] = this.cluster.addresses.map((address, index) => ({
    name: address.name,
    address,
    incarnation: '1',
    machine: `machine-${index % 3}`,
    ready: true,
    memoryLimit: 128 * 1024 * 1024,
    persistent: true,
    volume: `volume-${index}`,
  }));

  dialled(): Dialled[] {
    const names = this.cluster.addresses.map(({ name }) => name);
    const blocked = this.blockedTimes-- > 0;
    return names.flatMap((from) =>
      names
        .filter((to) => to !== from)
        .flatMap((to) =>
          [6379, 16_379].map((port) => {
            const failure =
              blocked && from === 'redis-1' && to === 'redis-5' && port === 16_379 ? 'no answer' : undefined;
            return { from, to, port, failure };
          }),
        ),
    );
  }

  ground(): RedisGround {
    const facts = {
      machines: ['a', 'b', 'c'],
      disruptionBudget: true,
      graceSeconds: 30,
      preStop: true,
      readinessProbe: true,
      isolated: true,
    };
    return {
      hosts: { nodes: async () => this.hosted, facts: async () => facts, dial: async () => this.dialled() },
      faults: { signals: false, harm: never, resume: never, restartAll: never, resize: never },
      probe: {
        nodes: this.cluster,
        load: this.load,
        where: 'pod shop/redis-probe',
        pulses: this.pulses,
        close: async () => void this.closed++,
      },
    };
  }

  run(more: Partial<RedisSpec> = {}, signal = new AbortController().signal) {
    const open = async () => {
      this.opened += 1;
      return this.ground();
    };
    const grounds: RedisGrounds = { create: open, find: open, exists: async () => ++this.looked > this.comesAfter };
    const spec: RedisSpec = { ...defaultRedisSpec, timeoutSeconds: 3, holdSeconds: 1, behaviours: [], ...more };
    return redisStage({ grounds, clock: this.clock, log: this.log }).run(spec, { signal, own: async () => undefined });
  }
}

/** Raw writes on the last shard are kept, with a long pause; of the application's one fails, and the other is gone. */
const careless: SessionLoad = {
  start: async () => undefined,
  stop: async (prefix) => {
    const write = (at: number, outcome: LoadSample['outcome']): LoadSample => {
      return { key: `${prefix}${at}`, slot: 16_383, at, ms: 1, outcome, moved: 0 };
    };
    return [write(0, 'acked'), write(6000, prefix.endsWith(':app:') ? 'failed' : 'acked')];
  },
  readBack: async (keys) =>
    keys.map((key) => ({ key, value: key.includes(':app:') ? null : sessionValue(key), expiresAt: undefined })),
};

describe('what the application saw of a behaviour', () => {
  const seen = async (appOptions: RedisSpec['appOptions']) => {
    const world = new World();
    world.load = careless;
    const { evidence, notes = [], output } = await world.run({ behaviours: ['planned-failover'], appOptions });
    const judged = evidence.filter(({ claim }) => claim.startsWith("the application's client"));
    const advice = notes.filter(({ kind }) => kind === 'advice').map(({ text }) => text);
    return { evidence, output, judged: judged.map(({ verdict, claim }) => `${verdict}: ${claim}`), advice };
  };

  test('is advised about where its client has no options of its own', async () => {
    const { judged, advice, output } = await seen({});
    expect(output.events.map(({ behaviour }) => behaviour)).toEqual(['planned-failover']);
    expect(judged).toEqual([]);
    expect(advice).toEqual([
      expect.stringMatching(/^with ioredis' defaults 1 of 2 commands .* failed \(1 in planned-failover\)/),
      expect.stringMatching(/^with ioredis' defaults a planned-failover of redis-0 lost 1 of 1 writes acknowledged/),
      expect.stringMatching(/^planned-failover of redis-0 stopped the other shards for 6\.00 s/),
    ]);
  });

  test('is judged where it has, beside what the servers did and what the cluster is at the end', async () => {
    const { judged, advice, evidence } = await seen({ maxRedirections: 20 });
    expect(judged).toEqual([
      "fail: the application's client, with its own options, rides out what the servers recover from",
      "fail: the application's client, with its own options, loses no acknowledged write that raw connections keep",
    ]);
    expect(advice).toHaveLength(1);
    const claims = evidence.map(({ claim }) => claim);
    expect(claims).toContainEqual('planned-failover of redis-0: the other shards go on');
    expect(claims.filter((claim) => claim.startsWith('at the end, '))).toHaveLength(9);
  });
});

describe('the redis stage', () => {
  test('brings a cluster up, verifies it and says what it is', async () => {
    const world = new World();
    const { evidence, output } = await world.run();
    expect(evidence.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect(output).toMatchObject({
      topology: '3 shards × (1 primary + 3 replicas) = 12 nodes',
      nodesTotal: 12,
      seed: 'redis.default:6379',
    });
    expect(output.bringUp?.formation?.commands).toEqual({
      'CLUSTER SET-CONFIG-EPOCH': 3,
      'CLUSTER ADDSLOTSRANGE': 3,
      'CLUSTER MEET': 66,
      'CLUSTER REPLICATE': 9,
    });
    expect(world.log.lines[0]?.line).toBe('topology: 3 shards × (1 primary + 3 replicas) = 12 nodes');
    expect(world.closed).toBe(1);
  });

  test.each([
    [0, 'fail'],
    [400, 'inconclusive'],
  ])('agreement that comes late, to a probe that stood still for %s ms, is %s', async (totalMs, verdict) => {
    const world = new World();
    world.cluster.refuse('redis-5', /REPLICATE/, 'ERR Unknown node', 20);
    world.pulses = [
      { who: 'the gate', stoodStill: async () => ({ totalMs: 0, longestMs: 0 }) },
      { who: 'the probe', stoodStill: async () => ({ totalMs, longestMs: totalMs }) },
    ];
    const budgets = { ...defaultRedisSpec.budgets, maxAgreeMs: 100 };
    const { evidence } = await world.run({ budgets });
    const late = evidence.find(({ claim }) => claim.startsWith('all nodes agree on everything soon'));
    expect(late?.verdict).toBe(verdict);
    if (totalMs > 0)
      expect(late?.observed).toMatch(/400 ms .*100 allowed, but the probe itself stood still for 0\.4 s/);
  });

  test('slots and epochs are given before anybody is introduced', async () => {
    const world = new World();
    await world.run();
    const at = (word: string) => world.cluster.sent.findIndex((line) => line.includes(word));
    expect(at('SET-CONFIG-EPOCH')).toBeLessThan(at('ADDSLOTSRANGE'));
    expect(world.cluster.sent.findLastIndex((line) => line.includes('ADDSLOTSRANGE'))).toBeLessThan(at('MEET'));
    expect(at('MEET')).toBeLessThan(at('REPLICATE'));
  });

  test('the node timeout is short only while the cluster forms', async () => {
    const world = new World();
    await world.run();
    expect(world.cluster.sent.filter((line) => line === 'redis-3: CONFIG SET cluster-node-timeout 600')).toHaveLength(
      1,
    );
    expect(world.cluster.setting('redis-3', 'cluster-node-timeout')).toBe('5000');
  });

  test('a node timeout that stays short is a fault', async () => {
    const world = new World();
    world.cluster.refuse('redis-3', /CONFIG SET cluster-node-timeout 5000/, 'ERR no');
    const { evidence } = await world.run();
    expect(evidence.find(({ claim }) => claim.startsWith('the node timeout is what'))).toMatchObject({
      verdict: 'fail',
      observed: expect.stringContaining('redis-3'),
    });
  });

  test('nodes that forbid CONFIG are formed all the same', async () => {
    const world = new World();
    for (const { name } of world.cluster.addresses)
      world.cluster.refuse(name, /^CONFIG/, 'NOPERM this user has no permissions');
    const { output, evidence } = await world.run();
    expect(output.bringUp?.formation?.phase).toBe('done');
    expect(evidence.find(({ claim }) => claim.startsWith('what happens to sessions'))?.verdict).toBe('inconclusive');
  });

  test('a second run sends nothing that changes the cluster', async () => {
    const world = new World();
    await world.run();
    world.cluster.sent.length = 0;
    const { evidence } = await world.run();
    expect(verdictOf(evidence)).toBe('pass');
    expect(world.cluster.sent.filter((line) => line.includes('CLUSTER'))).toEqual([]);
  });

  test('verify changes nothing, and fails nodes that form no cluster', async () => {
    const world = new World();
    const { evidence } = await world.run({ mode: 'verify', timeoutSeconds: 2 });
    expect(verdictOf(evidence)).toBe('fail');
    expect(world.cluster.sent).toEqual([]);
  });

  test('a broken structure hides no other fault, and nothing passes beside it', async () => {
    const world = new World();
    await world.run({ mode: 'verify', timeoutSeconds: 2 });
    await world.cluster.call([{ node: 'redis-2', args: ['CONFIG', 'SET', 'maxmemory-policy', 'allkeys-lru'] }]);
    const { evidence } = await world.run({ mode: 'verify', timeoutSeconds: 2, maxmemoryPolicy: undefined });
    const observed = evidence.map((one) => `${one.verdict}: ${one.observed}`);
    expect(observed).toContainEqual(expect.stringMatching(/^fail: .*slots 0-16383 \(16384\): no node owns them/));
    expect(observed).toContainEqual(expect.stringMatching(/^fail: .*redis-2 evicts by allkeys-lru/));
    expect(observed).not.toContainEqual(expect.stringMatching(/primaries on one machine/));
    // What nobody saw is not in order.
    expect(evidence.filter(({ verdict }) => verdict === 'inconclusive').map(({ claim }) => claim)).toEqual([
      'every node has a link of the cluster bus to every other',
      'every replica is linked to its primary, synchronised, and listed by it as online',
      'the cluster stays sound for 1 s',
    ]);
  });

  test('a replica is tried again until it has heard of its primary', async () => {
    const world = new World();
    world.cluster.refuse('redis-5', /REPLICATE/, 'ERR Unknown node', 3);
    const { evidence, output } = await world.run();
    expect(verdictOf(evidence)).toBe('pass');
    expect(output.bringUp?.formation?.commands['CLUSTER REPLICATE']).toBe(12);
  });

  test('nodes whose handshake was lost on a busy machine are introduced again', async () => {
    const world = new World();
    world.cluster.refuse('redis-0', /MEET/, 'timeout after 2000 ms', 11);
    const { evidence, output } = await world.run();
    expect(evidence.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect(output.bringUp?.formation?.commands['CLUSTER MEET']).toBe(66 + 11);
  });

  test.each([
    [2, 'pass'],
    [3, 'fail'],
  ])('a connection that fails %i times of three: %s', async (times, verdict) => {
    const world = new World();
    world.blockedTimes = times;
    const { evidence } = await world.run();
    expect(evidence[1]?.verdict).toBe(verdict);
    expect(verdictOf(evidence)).toBe(verdict);
  });

  test('a bring-up that stops says in which phase and why', async () => {
    const world = new World();
    world.cluster.refuse('redis-5', /REPLICATE/, 'ERR Unknown node');
    const { evidence } = await world.run();
    expect(evidence.at(-1)).toMatchObject({
      verdict: 'fail',
      observed: expect.stringMatching(
        /stopped in phase "replicate": 1 replica could not be attached, redis-5: ERR Unknown node/,
      ),
    });
    expect(world.cluster.setting('redis-0', 'cluster-node-timeout')).toBe('5000');
  });

  test('too few nodes is inconclusive, with what was last seen', async () => {
    const world = new World();
    world.hosted = world.hosted.slice(0, 9);
    const { evidence } = await world.run();
    expect(evidence).toHaveLength(1);
    expect(evidence[0]).toMatchObject({
      verdict: 'inconclusive',
      observed: expect.stringMatching(/9 of 12 nodes answered within 3 s: 9 of 12 nodes exist for 3 shards/),
    });
    expect(world.closed).toBe(1);
  });

  test('a node that the orchestrator holds for broken is a fault, with its reason', async () => {
    const world = new World();
    world.hosted = world.hosted.map((node) =>
      node.name === 'redis-7'
        ? { ...node, address: undefined, ready: false, trouble: 'CrashLoopBackOff: container redis restarted 4 times' }
        : node,
    );
    const { evidence } = await world.run({ timeoutSeconds: 300 });
    expect(evidence[0]).toMatchObject({
      verdict: 'fail',
      observed: expect.stringMatching(/within 20 s: redis-7: CrashLoopBackOff/),
    });
  });

  test('a node that fell silent after the bring-up leaves nothing passed that needs its word', async () => {
    const world = new World();
    await world.run();
    world.cluster.refuse('redis-4', /CLUSTER NODES/, 'timeout after 2000 ms');
    const { evidence } = await world.run({ mode: 'verify', timeoutSeconds: 2 });
    expect(verdictOf(evidence)).toBe('inconclusive');
    expect(evidence.find(({ claim }) => claim.startsWith('all nodes agree on members'))?.observed).toMatch(
      /only 11 of 12 nodes told their view \(redis-4: timeout/,
    );
  });

  test('behaviours that cannot be shown here are inconclusive', async () => {
    const world = new World();
    const { evidence } = await world.run({ behaviours: ['kill', 'partition'] });
    expect(
      evidence.filter(({ observed }) => observed.startsWith('cannot be proved here')).map(({ verdict }) => verdict),
    ).toEqual(['inconclusive', 'inconclusive']);
  });

  test('a run that is cancelled while it waits is cancelled, and closes its probe', async () => {
    const world = new World();
    world.hosted = [];
    await expect(world.run({}, AbortSignal.abort())).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(world.closed).toBe(1);
  });

  test('waits for nodes that the manifests of the service bring, as long as it may', async () => {
    const world = new World();
    world.comesAfter = 4;
    await world.run({ mode: 'verify' });
    expect([world.looked, world.opened]).toEqual([5, 1]);
    const never = new World();
    never.comesAfter = Number.POSITIVE_INFINITY;
    await never.run({ mode: 'verify' });
    expect(never.looked).toBeGreaterThan(4);
    expect(never.clock.monotonic()).toBeGreaterThanOrEqual(2_000);
  });

  test('off gives no evidence, which is no pass', async () => {
    const { evidence } = await new World().run({ mode: 'off' });
    expect(verdictOf(evidence)).toBe('inconclusive');
  });

  test('the plan says what would be done', () => {
    const world = new World();
    const stage = redisStage({
      grounds: { create: never, find: never, exists: never },
      clock: world.clock,
      log: world.log,
    });
    expect(stage.plan({ ...defaultRedisSpec, namespace: 'shop' })).toEqual([
      'bring up 3 shards × (1 primary + 3 replicas) = 12 nodes as shop/redis from redis:8',
      'form the cluster by direct commands, placing no replica beside its primary',
      "verify from every node's own view, held for 3 s",
      'write and read a session through each shard',
      'measure redirects',
      'measure sessions',
      'measure planned-failover',
    ]);
    expect(stage.plan({ ...defaultRedisSpec, mode: 'off' })).toHaveLength(1);
  });
});
