import { describe, expect, test } from '@jest/globals';
import { clusterRemover } from '../../../src/adapters/docker/cluster-remover.js';
import { GateError } from '../../../src/domain/error.js';
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
  return { commands, remover: clusterRemover({ commands, folder: '/tmp/sg' }) };
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
    const remover = clusterRemover({ commands, folder: '/tmp/sg' });
    await expect(remover.remove(cluster, signal)).rejects.toMatchObject({ code: 'ENGINE_MISSING' });
    await expect(remover.isGone(cluster, signal)).rejects.toMatchObject({ code: 'ENGINE_MISSING' });
  });
});
