import { describe, expect, test } from '@jest/globals';
import { besidePrimary, type Member, planPlacement } from '../../../src/stages/redis/placement.js';
import { judgePlacement, limitsOfProof, shardsIn } from '../../../src/stages/redis/placement-checks.js';
import { recorded, snapshotOf } from '../../fakes/recorded-redis.js';
import { wordsOf } from '../../fakes/words.js';

const words = wordsOf('redis/placement-words.json');

const nothing = { primaries: [], replicas: {} };
const three = { shards: 3, replicasPerShard: 3 };

/** Members on machines: `[4, 4, 4]` are four on each of three. */
function members(...counts: number[]): Member[] {
  const machines = counts.flatMap((count, machine) => Array.from({ length: count }, () => `machine-${machine}`));
  return machines.map((machine, index) => ({ name: `redis-${index}`, machine }));
}

function evaluate(given: Member[], topology = three) {
  const plan = planPlacement(given, topology, nothing);
  return { plan, beside: besidePrimary(plan, given).length };
}

describe('placement', () => {
  test.each([
    ['four on each of three machines', [4, 4, 4], 0],
    ['three on each of four machines', [3, 3, 3, 3], 0],
    ['one on each of twelve machines', Array.from({ length: 12 }, () => 1), 0],
    ['six on each of two machines', [6, 6], 1],
    ['a crowded machine', [6, 3, 3], 0],
    ['a very crowded machine', [10, 1, 1], 7],
    ['one machine', [12], 9],
  ])('%s: no replica beside its primary that could be elsewhere', (_title, counts, unavoidable) => {
    expect(evaluate(members(...counts)).beside).toBeLessThanOrEqual(unavoidable);
  });

  test('every member has one role', () => {
    const { plan } = evaluate(members(4, 4, 4));
    const all = plan.flatMap(({ primary, replicas }) => [primary, ...replicas]);
    expect(new Set(all).size).toBe(12);
    expect(plan.map(({ replicas }) => replicas.length)).toEqual([3, 3, 3]);
  });

  test('primaries are spread over the machines', () => {
    const given = members(4, 4, 4);
    const machines = planPlacement(given, three, nothing).map(
      ({ primary }) => given.find(({ name }) => name === primary)?.machine,
    );
    expect(new Set(machines).size).toBe(3);
  });

  test('roles that exist stay', () => {
    const standing = { primaries: ['redis-7'], replicas: { 'redis-0': 'redis-7' } };
    const plan = planPlacement(members(4, 4, 4), three, standing);
    expect(plan[0]).toMatchObject({ primary: 'redis-7', replicas: expect.arrayContaining(['redis-0']) });
  });

  test('machines that nobody knows count as apart', () => {
    const unknown = members(12).map(({ name }) => ({ name, machine: undefined }));
    expect(evaluate(unknown).beside).toBe(0);
  });
});

describe('a plan', () => {
  const five = { shards: 5, replicasPerShard: 1 };
  const standing = (primaries: string[], replicas: Record<string, string> = {}) => ({ primaries, replicas });

  test.each<[string, Member[], typeof three, Parameters<typeof planPlacement>[2]]>([
    ['four on each of three', members(4, 4, 4), three, nothing],
    ['six on each of two', members(6, 6), three, nothing],
    ['a crowded machine', members(6, 3, 3), three, nothing],
    ['a small machine first', members(2, 4, 6), three, nothing],
    ['one on each', members(...Array.from({ length: 12 }, () => 1)), three, nothing],
    ['five shards on three', members(4, 3, 3), five, nothing],
    ['a primary that stands', members(4, 4, 4), three, standing(['redis-7'])],
    ['primaries that all stand on one', members(4, 4, 4), three, standing(['redis-0', 'redis-1', 'redis-2'])],
    [
      'replicas that stand',
      members(4, 4, 4),
      three,
      standing(['redis-0'], { 'redis-4': 'redis-0', 'redis-8': 'redis-0', 'redis-1': 'redis-0' }),
    ],
    ['a replica of a primary that is gone', members(4, 4, 4), three, standing([], { 'redis-4': 'redis-99' })],
    ['too few members', members(1, 1), three, nothing],
    ['members too many', members(5, 5, 5), three, nothing],
    ['nobody', [], three, nothing],
  ])('for %s', (name, given, topology, standing) => {
    const plan = planPlacement(given, topology, standing);
    const machine = (one: string) => given.find((member) => member.name === one)?.machine?.slice(-1);
    words(
      `plan: ${name}`,
      plan.map(({ primary, replicas }) => [primary, ...replicas].map((one) => `${one} on ${machine(one)}`).join(', ')),
    );
  });

  test('is swapped until nobody is better off: replicas that came last need not sit beside their primary', () => {
    const given = members(5, 4, 3);
    const plan = planPlacement(given, three, nothing);
    expect(besidePrimary(plan, given)).toEqual([]);
  });
});

describe('shards as they are', () => {
  test('are primaries with slots, and who follows them', () => {
    expect(shardsIn(snapshotOf(recorded()))).toEqual([
      { primary: 'redis-0', replicas: ['redis-3', 'redis-6', 'redis-9'] },
      { primary: 'redis-1', replicas: ['redis-4', 'redis-7', 'redis-10'] },
      { primary: 'redis-2', replicas: ['redis-5', 'redis-8', 'redis-11'] },
    ]);
  });

  test('are none of a primary without slots', () => {
    const answers = recorded();
    for (const own of Object.values(answers)) own[0] = own[0].replace(' 0-5460', '');
    expect(shardsIn(snapshotOf(answers)).map(({ primary }) => primary)).toEqual(['redis-1', 'redis-2']);
  });
});

describe('what is said of placement', () => {
  const shard = (primary: number, ...replicas: number[]) => ({
    primary: `redis-${primary}`,
    replicas: replicas.map((one) => `redis-${one}`),
  });
  const hiding = (given: Member[]): Member[] => [...given.slice(0, -1), { name: 'redis-11', machine: undefined }];
  const unknown = members(3, 3).map(({ name }) => ({ name, machine: undefined }));

  test.each<[string, Parameters<typeof judgePlacement>]>([
    ['apart', [[shard(0, 4), shard(4, 8), shard(8, 0)], members(4, 4, 4), three]],
    ['one beside', [[shard(0, 1), shard(4, 8), shard(8, 0)], members(4, 4, 4), three]],
    ['two beside', [[shard(0, 1), shard(4, 5), shard(8, 0)], members(4, 4, 4), three]],
    [
      'one beside that cannot be elsewhere',
      [[shard(0, 1), shard(3, 2)], members(3, 1), { shards: 2, replicasPerShard: 1 }],
    ],
    ['two of three on one', [[shard(0, 4), shard(1, 8), shard(8, 0)], members(4, 4, 4), three]],
    [
      'two of four on each of two',
      [[shard(0), shard(1), shard(4), shard(5)], members(4, 4), { shards: 4, replicasPerShard: 0 }],
    ],
    [
      'three of four on one of two',
      [[shard(0), shard(1), shard(2), shard(4)], members(4, 4), { shards: 4, replicasPerShard: 0 }],
    ],
    ['two of three on one of two', [[shard(0), shard(1), shard(4)], members(4, 4), { shards: 3, replicasPerShard: 0 }]],
    ['two of two on one of two', [[shard(0), shard(1)], members(4, 4), { shards: 2, replicasPerShard: 0 }]],
    ['one of one', [[shard(0)], members(4, 4), { shards: 1, replicasPerShard: 0 }]],
    ['no shard', [[], members(4, 4), three]],
    ['machines that nobody knows', [[shard(0, 3)], unknown, three]],
    ['one machine that nobody knows', [[shard(0, 4), shard(4, 8), shard(8, 0)], hiding(members(4, 4, 4)), three]],
    [
      'one machine that nobody knows, and one beside',
      [[shard(0, 1), shard(4, 8), shard(8, 0)], hiding(members(4, 4, 4)), three],
    ],
    ['one machine', [[shard(0, 1)], members(3), three]],
  ])('%s', (name, given) => words(`judged: ${name}`, judgePlacement(...given)));

  test.each([
    [1, 1],
    [2, 3],
    [3, 3],
  ])('members on %i of %i machines', (used, all) => {
    const facts = {
      machines: Array.from({ length: all }, (_, index) => `m${index}`),
      disruptionBudget: undefined,
      graceSeconds: undefined,
      preStop: undefined,
      readinessProbe: undefined,
      isolated: undefined,
    };
    words(`limits: ${used} of ${all}`, limitsOfProof(members(...Array.from({ length: used }, () => 2)), facts));
  });
});

describe('judging placement', () => {
  const given = members(4, 4, 4);
  const good = planPlacement(given, three, nothing);
  const verdicts = (plan: typeof good, who = given) =>
    judgePlacement(plan, who, three).map(({ check, verdict }) => `${check} ${verdict}`);

  test('the plan passes its own judgement', () =>
    expect(verdicts(good)).toEqual(['primary-apart pass', 'majority-apart pass']));

  test('a replica beside its primary is named with both and the machine', () => {
    const [a, b, c] = good as [(typeof good)[0], (typeof good)[0], (typeof good)[0]];
    const machineOf = (name: string) => given.find((member) => member.name === name)?.machine;
    const culprit = b.replicas.find((name) => machineOf(name) === machineOf(a.primary)) ?? '';
    const swapped = [
      { ...a, replicas: [culprit, ...a.replicas.slice(1)] },
      { ...b, replicas: [a.replicas[0] ?? '', ...b.replicas.filter((name) => name !== culprit)] },
      c,
    ];
    const [apart] = judgePlacement(swapped, given, three);
    expect(apart).toMatchObject({
      verdict: 'fail',
      observed: expect.stringContaining(`${culprit} runs beside its primary ${a.primary} on ${machineOf(a.primary)}`),
    });
  });

  test('two of three primaries on one machine is a majority that can be lost at once', () => {
    const moved = good.map((shard, index) =>
      index === 1
        ? { primary: 'redis-1', replicas: shard.replicas }
        : index === 0
          ? { primary: 'redis-0', replicas: shard.replicas }
          : shard,
    );
    expect(judgePlacement(moved, given, three)[1]).toMatchObject({
      verdict: 'fail',
      observed: expect.stringContaining('machine-0 holds'),
    });
  });

  test('one machine allows one placement, and nothing is claimed of it', () => {
    const one = members(12);
    expect(verdicts(planPlacement(one, three, nothing), one)).toEqual([]);
  });

  test('two machines cannot part three primaries, and nothing is claimed of that', () => {
    const two = members(6, 6);
    expect(verdicts(planPlacement(two, three, nothing), two)).toEqual(['primary-apart pass']);
  });

  test('machines that nobody knows are no pass', () => {
    const unknown = given.map(({ name }) => ({ name, machine: undefined }));
    expect(verdicts(good, unknown)).toEqual(['primary-apart inconclusive', 'majority-apart inconclusive']);
  });
});
