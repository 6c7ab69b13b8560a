import { describe, expect, test } from '@jest/globals';
import { namespaceRemover } from '../../../src/adapters/kubectl/namespace-remover.js';
import { FakeClock } from '../../fakes/clock.js';
import { FakeCommands } from '../../fakes/commands.js';

const namespace = { type: 'namespace', name: 'shop-pr-7', kubeconfig: '/tmp/kubeconfig', context: 'stage' } as const;
const signal = new AbortController().signal;
const metadata = (labels: Record<string, string>) => ({ stdout: JSON.stringify({ name: 'shop-pr-7', labels }) });

describe('deleting a namespace', () => {
  test('that is ours asks for it to be deleted in the cluster of its kubeconfig', async () => {
    const commands = new FakeCommands([
      [/ get namespace /, metadata({ 'app.kubernetes.io/managed-by': 'scale-gate' })],
      [/ delete namespace /, {}],
    ]);
    await namespaceRemover(commands, new FakeClock()).remove(namespace, signal);
    expect(commands.calls.at(-1)?.args).toEqual(
      expect.arrayContaining(['--kubeconfig=/tmp/kubeconfig', '--context=stage', 'delete', 'shop-pr-7']),
    );
  });

  test.each([{}, { 'app.kubernetes.io/managed-by': 'Helm' }])(
    'of somebody else, with labels %j, is refused',
    async (labels) => {
      const commands = new FakeCommands([
        [/ get namespace /, metadata(labels)],
        [/ delete namespace /, {}],
      ]);
      await expect(namespaceRemover(commands, new FakeClock()).remove(namespace, signal)).rejects.toMatchObject({
        code: 'API_REFUSED',
      });
      expect(commands.calls.some(({ args }) => args.includes('delete'))).toBe(false);
    },
  );

  test('that is not there is done', async () => {
    const remover = namespaceRemover(new FakeCommands([[/ get namespace /, {}]]), new FakeClock());
    await remover.remove(namespace, signal);
    expect(await remover.isGone(namespace, signal)).toBe(true);
  });

  test('that comes about after the first look is deleted all the same', async () => {
    const clock = new FakeClock();
    const commands = new FakeCommands([
      [
        / get namespace /,
        () => (clock.monotonic() < 1_000 ? {} : metadata({ 'app.kubernetes.io/managed-by': 'scale-gate' })),
      ],
      [/ delete namespace /, {}],
    ]);
    await namespaceRemover(commands, clock).remove(namespace, signal);
    expect(commands.calls.at(-1)?.args).toEqual(expect.arrayContaining(['delete', 'shop-pr-7']));
  });

  test('is not said to be gone when the API server does not answer', async () => {
    const remover = namespaceRemover(
      new FakeCommands([[/./, { exitCode: 1, stderr: 'connection refused' }]]),
      new FakeClock(),
    );
    await expect(remover.isGone(namespace, signal)).rejects.toMatchObject({ code: 'API_UNREACHABLE' });
  });
});
