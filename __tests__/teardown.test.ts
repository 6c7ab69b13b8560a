import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { describeOwned, type Owned } from '../src/domain/owned.js';
import { runName } from '../src/domain/run.js';
import { cleanUp, reap, teardown } from '../src/teardown.js';
import { FakeClock } from './fakes/clock.js';
import { FakeJournal } from './fakes/journal.js';
import { FakeLog } from './fakes/log.js';
import { FakeWorld, type RemovalFault } from './fakes/world.js';

const run = runName('42', '1');
const other = runName('43', '1');
const cluster: Owned = { type: 'kind-cluster', name: run };
const folder: Owned = { type: 'path', path: `/tmp/${run}` };
const namespace: Owned = { type: 'namespace', name: 'shop', kubeconfig: `/tmp/${run}/kubeconfig` };
const child: Extract<Owned, { type: 'process' }> = { type: 'process', pid: 77, startedAt: '5' };
const day = 86_400_000;

function house() {
  const clock = new FakeClock();
  const world = new FakeWorld();
  const journal = new FakeJournal(clock);
  const log = new FakeLog();
  const ports = { clock, log, journal, removers: world.removers, strays: world.strays };
  const make = async (of: string, owned: Owned, fault: RemovalFault = 'none'): Promise<void> => {
    await journal.own(of, owned);
    world.make(owned, fault);
  };
  return { clock, world, journal, log, ports, make };
}

describe('teardown', () => {
  test('unmakes last what was made first, and strikes it out', async () => {
    const { make, journal, ports, world } = house();
    await make(run, folder);
    await make(run, cluster);
    await make(run, namespace);
    const result = await teardown(await journal.owned(run), ports);
    expect(world.removals).toEqual(['namespace shop', `kind-cluster ${run}`, `path /tmp/${run}`]);
    expect(result).toEqual({ deleted: [namespace, cluster, folder], left: [] });
    expect(await journal.owned()).toEqual([]);
  });

  test('a second time finds nothing to do and no fault', async () => {
    const { make, ports } = house();
    await make(run, cluster);
    await cleanUp(run, ports);
    expect(await cleanUp(run, ports)).toMatchObject({ left: [] });
  });

  test('owns what was written down and never made', async () => {
    const { journal, ports } = house();
    await journal.own(run, cluster);
    expect(await cleanUp(run, ports)).toEqual({ deleted: [cluster], left: [] });
  });

  test.each<[RemovalFault, string]>([
    ['fails', 'the engine does not answer (3 attempts)'],
    ['hangs', 'no end after 60 s (3 attempts)'],
    ['lies', 'still there after it was deleted (3 attempts)'],
    ['cannot-look', 'the engine does not answer (3 attempts)'],
  ])('says what is left when deleting %s, deletes the rest, and keeps it in the journal', async (fault, reason) => {
    const { make, journal, ports, world, log } = house();
    await make(run, folder);
    await make(run, cluster, fault);
    await make(run, namespace);
    const result = await cleanUp(run, ports);
    expect(result).toEqual({ deleted: [namespace, folder], left: [{ owned: cluster, reason }] });
    expect((await journal.owned(run)).map(({ owned }) => owned)).toEqual([cluster]);
    expect([...world.existing.keys()]).toEqual([`kind-cluster ${run}`]);
    expect(log.text).toContain(`left behind: kind-cluster ${run}`);
  });

  test('tries again what failed once', async () => {
    const { make, ports } = house();
    await make(run, cluster, 'fails-once');
    expect(await cleanUp(run, ports)).toEqual({ deleted: [cluster], left: [] });
  });

  test('ends the processes of a run before the things that they could still make', async () => {
    const { make, ports, world } = house();
    await make(run, cluster);
    world.make(child);
    world.running.set(run, [child]);
    await cleanUp(run, ports);
    expect(world.removals[0]).toBe('process 77');
  });

  test('ends what a process started in its last moment, and the oldest first', async () => {
    const { ports, world } = house();
    const later = { ...child, pid: 78 };
    const last = { ...child, pid: 79 };
    for (const each of [child, later]) world.make(each);
    world.running.set(run, [child, later]);
    const { process: remover } = world.removers;
    const remove: typeof remover.remove = async (owned, signal) => {
      if (owned.pid === later.pid) {
        world.make(last);
        world.running.set(run, [child, later, last]);
      }
      return remover.remove(owned, signal);
    };
    const removers = { ...world.removers, process: { ...remover, remove } };
    const { left } = await cleanUp(run, { ...ports, removers });
    expect([left, world.removals]).toEqual([[], ['process 77', 'process 78', 'process 79']]);
  });

  test('is not held up by a process that cannot be ended', async () => {
    const { make, ports, world } = house();
    await make(run, cluster);
    world.make(child, 'lies');
    world.running.set(run, [child]);
    const { deleted, left } = await cleanUp(run, ports);
    expect([deleted, left.map(({ owned }) => owned)]).toEqual([[cluster], [child]]);
  });

  test('finds the cluster by the name of the run when the journal is lost', async () => {
    const { ports, world } = house();
    world.make(cluster);
    world.make({ type: 'kind-cluster', name: 'kind' });
    await cleanUp(run, {
      ...ports,
      journal: {
        ...ports.journal,
        owned: () => Promise.reject(new Error('gone')),
        release: async () => undefined,
        own: async () => undefined,
        keep: async () => undefined,
        forget: async () => undefined,
        runs: async () => [],
      },
    });
    expect([...world.existing.keys()]).toEqual(['kind-cluster kind']);
  });

  test.each<[string, RemovalFault | undefined]>([
    ['there is none', undefined],
    ['there is no engine that could tell', 'cannot-look'],
  ])('of a run that only judged manifests says nothing of a cluster where %s', async (_, fault) => {
    const { ports, world, log } = house();
    if (fault !== undefined) world.make(cluster, fault);
    expect(await cleanUp(run, ports)).toEqual({ deleted: [], left: [] });
    expect(world.removals).toEqual([]);
    expect(log.lines.filter(({ level }) => level !== 'debug')).toEqual([]);
  });

  test('of a run with no name of ours takes no cluster for its own', async () => {
    const { ports, world } = house();
    world.make({ type: 'kind-cluster', name: 'kind' });
    expect(await cleanUp('kind', ports)).toEqual({ deleted: [], left: [] });
  });

  test('every thing is either deleted and gone or left and named, and nothing of others is touched', async () => {
    const fault = fc.constantFrom<RemovalFault>('none', 'fails-once', 'fails', 'hangs', 'lies', 'cannot-look');
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { maxLength: 6 }), async (faults) => {
        const { make, ports, world } = house();
        for (const [index, each] of faults.entries()) await make(run, { type: 'path', path: `/tmp/${index}` }, each);
        await make(other, { type: 'kind-cluster', name: other });
        const { deleted, left } = await cleanUp(run, ports);
        expect(deleted.some((owned) => world.existing.has(describeOwned(owned)))).toBe(false);
        expect(left).toHaveLength(faults.filter((each) => !['none', 'fails-once'].includes(each)).length);
        expect(world.existing.has(`kind-cluster ${other}`)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the reaper', () => {
  test('deletes what a dead run left, when it is old', async () => {
    const { make, journal, clock, ports, world } = house();
    await make(run, cluster);
    journal.die(run);
    clock.advance(day + 1);
    expect(await reap(day, ports)).toEqual({ deleted: [cluster], left: [] });
    expect(world.existing.size).toBe(0);
  });

  test.each([
    ['is alive', false, 2 * day],
    ['was heard of less than a ttl ago', true, day - 1],
  ])('leaves alone a run that %s', async (_, dead, age) => {
    const { make, journal, clock, ports, world } = house();
    await make(run, cluster);
    if (dead) journal.die(run);
    clock.advance(age);
    expect(await reap(day, ports)).toEqual({ deleted: [], left: [] });
    expect(world.removals).toEqual([]);
  });

  test('leaves alone what a user asked to keep, until all is asked for', async () => {
    const { make, journal, clock, ports, world } = house();
    await make(run, cluster);
    await journal.keep(run);
    journal.die(run);
    clock.advance(90 * day);
    expect(await reap(day, ports)).toEqual({ deleted: [], left: [] });
    expect(world.existing.size).toBe(1);
    expect(await reap(0, ports, 'kept too')).toEqual({ deleted: [cluster], left: [] });
  });

  test('forgets a run of which nothing is left, a week after it was heard of, and no other', async () => {
    const { make, journal, clock, ports } = house();
    await journal.own(run, folder);
    await journal.release(run, folder);
    await make(other, folder, 'fails');
    journal.die(run);
    journal.die(other);
    clock.advance(6 * day);
    await reap(day, ports);
    expect((await journal.runs()).map((known) => known.run)).toEqual([run, other]);
    clock.advance(2 * day);
    await reap(day, ports);
    expect((await journal.runs()).map((known) => known.run)).toEqual([other]);
  });

  test('deletes a cluster that came about after the run had been cleaned up, and no other', async () => {
    const { make, journal, ports, world } = house();
    const chosen = { type: 'kind-cluster', name: 'shop' } as const;
    for (const owned of [cluster, chosen]) await make(run, owned);
    await cleanUp(run, ports);
    journal.die(run);
    // The second may be the user's own by now: its name is no run's.
    for (const owned of [cluster, chosen, { type: 'kind-cluster', name: other } as const]) world.make(owned);
    expect(await reap(day, ports)).toEqual({ deleted: [cluster], left: [] });
    expect([...world.existing.keys()]).toEqual(['kind-cluster shop', `kind-cluster ${other}`]);
  });

  test('does not take the cluster of a run that is under way for one that came late', async () => {
    const { make, journal, ports, world } = house();
    await make(run, cluster);
    await cleanUp(run, ports);
    world.make(cluster);
    expect(await reap(0, ports)).toEqual({ deleted: [], left: [] });
    journal.die(run);
    const clusters = async () => {
      await journal.own(run, cluster);
      return [run];
    };
    expect(await reap(day, { ...ports, strays: { ...ports.strays, clusters } })).toEqual({ deleted: [], left: [] });
    expect(world.existing.size).toBe(1);
  });

  test('leaves alone a cluster that has the form of our names and no owner in the journal', async () => {
    const { clock, ports, world } = house();
    world.make({ type: 'kind-cluster', name: other });
    clock.advance(9 * day);
    await reap(day, ports);
    expect(world.existing.size).toBe(1);
  });
});
