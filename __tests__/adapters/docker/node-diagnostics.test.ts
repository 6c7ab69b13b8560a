import { expect, test } from '@jest/globals';
import { dockerNodeDiagnostics } from '../../../src/adapters/docker/node-diagnostics.js';
import { FakeCommands } from '../../fakes/commands.js';

const signal = new AbortController().signal;

test('a node tells its state, its services and its disk, also when it can no longer be entered', async () => {
  const commands = new FakeCommands([
    [/inspect/, { stdout: '{"Status":"exited","OOMKilled":true}' }],
    [/exec gate-node/, { exitCode: 1, stderr: 'container is not running' }],
  ]);
  const { sources, secrets } = await dockerNodeDiagnostics(commands, ['gate-node']).collect(signal);
  expect(secrets).toEqual([]);
  expect(sources).toEqual([
    { name: 'nodes/gate-node/state.json', content: { text: '{"Status":"exited","OOMKilled":true}' } },
    {
      name: 'nodes/gate-node/services.log',
      content: { missing: 'docker exec ended with 1: container is not running' },
    },
    { name: 'nodes/gate-node/disk.txt', content: { missing: 'docker exec ended with 1: container is not running' } },
  ]);
});

test('without an engine each question has its reason, and nothing is thrown', async () => {
  const { sources } = await dockerNodeDiagnostics(new FakeCommands([]), ['a', 'b']).collect(signal);
  expect(sources).toHaveLength(6);
  expect(sources.every(({ content }) => 'missing' in content && content.missing.includes('docker'))).toBe(true);
});
