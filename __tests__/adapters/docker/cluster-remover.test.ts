import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { clusterNames } from '../../../src/adapters/docker/cluster-names.js';
import { clusterRemover } from '../../../src/adapters/docker/cluster-remover.js';
import { GateError } from '../../../src/domain/error.js';
import { FakeClock } from '../../fakes/clock.js';
import { type Answer, type CommandCall, FakeCommands } from '../../fakes/commands.js';

const cluster = { type: 'kind-cluster', name: 'sg-a-1-123456' } as const;
const signal = new AbortController().signal;
const missing = new GateError('TOOL_MISSING', 'kind is not on the PATH', { hint: 'install' });

/** Containers by cluster, and a docker and a kind that know them. */
function engine(containers: Map<string, string>, kind: Answer | ((call: CommandCall) => Answer)) {
  const commands = new FakeCommands([
    [/^kind delete cluster/, kind],
    [
      /^docker ps .*label=io\.x-k8s\.kind\.cluster=/,
      ({ args }) => {
        const name = args.join(' ').split('cluster=')[1];
        return { stdout: [...containers].flatMap(([id, owner]) => (owner === name ? [`${id}\n`] : [])).join('') };
      },
    ],
    [
      /^docker rm --force --volumes/,
      ({ args }) => {
        for (const id of args) containers.delete(id);
        return {};
      },
    ],
    [/^docker volume ls/, {}],
  ]);
  return { commands, remover: clusterRemover({ commands, clock: new FakeClock(), folder: '/tmp/sg' }) };
}

describe('deleting a cluster', () => {
  test.each<[string, Answer]>([
    ['is missing', missing],
    ['hangs', new GateError('TIMED_OUT', 'not finished', { hint: 'wait' })],
    ['fails', { exitCode: 1, stderr: 'ERROR' }],
    ['says that it is done and did nothing', { exitCode: 0 }],
  ])('works when kind %s, and touches no other cluster', async (_, kind) => {
    const containers = new Map([
      ['c1', cluster.name],
      ['c2', cluster.name],
      ['n1', 'neighbour'],
      ['n2', `${cluster.name}-2`],
    ]);
    const { remover } = engine(containers, kind);
    expect(await remover.isGone(cluster, signal)).toBe(false);
    await remover.remove(cluster, signal);
    expect([...containers.keys()]).toEqual(['n1', 'n2']);
    expect(await remover.isGone(cluster, signal)).toBe(true);
  });

  test('also takes what the engine makes after it was told to stop', async () => {
    const clock = new FakeClock();
    const late = new Map<string, string>();
    const commands = new FakeCommands([
      [
        /^docker ps .*--quiet/,
        () => {
          // Four seconds after the first look the engine has carried out what the killed client asked for.
          if (clock.monotonic() > 4000 && !late.has('c1')) late.set('c1', 'there');
          return { stdout: late.get('c1') === 'there' ? 'c1\n' : '' };
        },
      ],
      [/^docker ps .*--format/, {}],
      [
        /^docker rm --force --volumes c1/,
        () => {
          late.set('c1', 'deleted');
          return {};
        },
      ],
      [/^docker volume ls/, {}],
    ]);
    await clusterRemover({ commands, clock, folder: '/tmp/sg' }).remove(cluster, signal);
    expect([late.get('c1'), clock.monotonic()]).toEqual(['deleted', expect.any(Number)]);
    expect(clock.monotonic()).toBeGreaterThan(10_000);
  });

  test('waits longer for an engine that is slow to answer', async () => {
    const clock = new FakeClock();
    const late = { made: false, deleted: false };
    const commands = new FakeCommands([
      [
        /^docker ps .*--quiet/,
        () => {
          clock.advance(1_500);
          // Longer after the first look than an engine that is idle is waited for.
          late.made ||= clock.monotonic() > 13_000;
          return { stdout: late.made && !late.deleted ? 'c1\n' : '' };
        },
      ],
      [/^docker ps .*--format/, {}],
      [
        /^docker rm --force --volumes c1/,
        () => {
          late.deleted = true;
          return {};
        },
      ],
      [/^docker volume ls/, {}],
    ]);
    await clusterRemover({ commands, clock, folder: '/tmp/sg' }).remove(cluster, signal);
    expect(late).toEqual({ made: true, deleted: true });
    // An attempt at one thing may take a minute.
    expect(clock.monotonic()).toBeLessThan(55_000);
  });

  test('does not wait for ever for what is listed again and again', async () => {
    const clock = new FakeClock();
    const commands = new FakeCommands([
      [/^docker ps .*--quiet/, { stdout: 'c1\n' }],
      [/./, {}],
    ]);
    const remover = clusterRemover({ commands, clock, folder: '/tmp/sg' });
    await remover.remove(cluster, signal);
    expect(clock.monotonic()).toBeLessThan(10_000);
    expect(await remover.isGone(cluster, signal)).toBe(false);
  });

  test('leaves no lock of the kubeconfig that kind was given, also where kind was killed', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sg-test-'));
    const commands = new FakeCommands([
      [
        /^kind delete/,
        ({ args }) => {
          const file = args.find((arg) => arg.startsWith('--kubeconfig='))?.slice('--kubeconfig='.length) ?? '';
          for (const each of [file, `${file}.lock`]) writeFileSync(each, '');
          return new GateError('TIMED_OUT', 'not finished', { hint: 'wait' });
        },
      ],
      [/^docker ps .*--quiet/, () => ({ stdout: commands.calls.some(({ args }) => args[0] === 'rm') ? '' : 'c1\n' })],
      [/^docker/, {}],
    ]);
    await clusterRemover({ commands, clock: new FakeClock(), folder }).remove(cluster, signal);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('whose nodes have long been running waits for nothing', async () => {
    const clock = new FakeClock(Date.UTC(2030, 0, 1, 12, 0, 30));
    let there = 'c1\n';
    const commands = new FakeCommands([
      [/^docker ps .*--quiet/, () => ({ stdout: there })],
      [/^docker ps .*--format/, { stdout: 'running\t2030-01-01 12:00:00 +0000 UTC\n' }],
      [
        /^kind delete/,
        () => {
          there = '';
          return {};
        },
      ],
      [/^docker volume ls/, {}],
    ]);
    await clusterRemover({ commands, clock, folder: '/tmp/sg' }).remove(cluster, signal);
    expect([there, clock.monotonic()]).toEqual(['', 0]);
  });

  test('never edits the kubeconfig of the user', async () => {
    const { commands, remover } = engine(new Map([['c1', cluster.name]]), {});
    await remover.remove(cluster, signal);
    expect(commands.calls.find(({ program }) => program === 'kind')?.args).toContain(
      '--kubeconfig=/tmp/sg/sg-a-1-123456.deleted',
    );
  });

  test('that is not there asks nothing of kind', async () => {
    const { commands, remover } = engine(new Map([['n1', 'neighbour']]), missing);
    await remover.remove(cluster, signal);
    expect(commands.calls.some(({ program }) => program === 'kind')).toBe(false);
  });

  test('is not said to be done when the engine does not answer', async () => {
    const commands = new FakeCommands([
      [/^kind/, {}],
      [/^docker/, { exitCode: 1, stderr: 'Cannot connect to the Docker daemon' }],
    ]);
    const remover = clusterRemover({ commands, clock: new FakeClock(), folder: '/tmp/sg' });
    await expect(remover.remove(cluster, signal)).rejects.toMatchObject({ code: 'ENGINE_MISSING' });
    await expect(remover.isGone(cluster, signal)).rejects.toMatchObject({ code: 'ENGINE_MISSING' });
  });
});

describe('the clusters of this machine', () => {
  test('are told once each, by the label of their nodes', async () => {
    const commands = new FakeCommands([
      [/^docker ps --all --filter=label=io\.x-k8s\.kind\.cluster /, { stdout: 'a\na\n\nb\n' }],
    ]);
    expect(await clusterNames(commands)).toEqual(['a', 'b']);
  });

  test('are not none where the engine does not answer', async () => {
    const commands = new FakeCommands([[/^docker/, { exitCode: 1, stderr: 'Cannot connect to the Docker daemon' }]]);
    await expect(clusterNames(commands)).rejects.toMatchObject({ code: 'ENGINE_MISSING' });
  });
});
