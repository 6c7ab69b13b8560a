import { describe, expect, test } from '@jest/globals';
import { besidePrimary, type Member, planPlacement } from '../../../src/stages/redis/placement.js';
import { judgePlacement } from '../../../src/stages/redis/placement-checks.js';

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
