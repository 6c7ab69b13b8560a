import { describe, expect, test } from '@jest/globals';
import { namespaceRemover } from '../../../src/adapters/kubectl/namespace-remover.js';
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
    await namespaceRemover(commands).remove(namespace, signal);
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
      await expect(namespaceRemover(commands).remove(namespace, signal)).rejects.toMatchObject({ code: 'API_REFUSED' });
      expect(commands.calls.some(({ args }) => args.includes('delete'))).toBe(false);
    },
  );

  test('that is not there is done', async () => {
    const remover = namespaceRemover(new FakeCommands([[/ get namespace /, {}]]));
    await remover.remove(namespace, signal);
    expect(await remover.isGone(namespace, signal)).toBe(true);
  });

  test('is not said to be gone when the API server does not answer', async () => {
    const remover = namespaceRemover(new FakeCommands([[/./, { exitCode: 1, stderr: 'connection refused' }]]));
    await expect(remover.isGone(namespace, signal)).rejects.toMatchObject({ code: 'API_UNREACHABLE' });
  });
});
