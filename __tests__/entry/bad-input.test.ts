import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { GateError } from '../../src/domain/error.js';
import { redactor } from '../../src/domain/redactor.js';
import { configFile } from '../../src/entry/config-file.js';
import { runGate } from '../../src/entry/gate.js';
import { parseOptions } from '../../src/entry/inputs/parse.js';
import { manifestPaths } from '../../src/entry/manifest-folders.js';
import { StageLogs } from '../../src/entry/stage-logs.js';
import { FakeCommands } from '../fakes/commands.js';
import { FakeJournal } from '../fakes/journal.js';

const root = mkdtempSync(path.join(tmpdir(), 'sg-input-'));
afterAll(() => rmSync(root, { recursive: true }));

function folderOf(name: string, files: Readonly<Record<string, string>>): string {
  for (const [file, text] of Object.entries({ '.keep': '', ...files })) {
    mkdirSync(path.dirname(path.join(root, name, file)), { recursive: true });
    writeFileSync(path.join(root, name, file), text);
  }
  return path.join(root, name);
}

const pod = '{ apiVersion: v1, kind: Pod, metadata: { name: a } }';

/** A run as the doors begin it, on a machine on which no program is; what it owned, and how it ended. */
async function begin(folder: string, given: Readonly<Record<string, string>> = {}) {
  const [journal, commands] = [new FakeJournal(), new FakeCommands([])];
  const quiet = { open: () => undefined, line: () => undefined, close: () => undefined };
  const host = {
    run: 'sg-test-000000',
    version: '0',
    folder,
    scratch: path.join(root, 'scratch'),
    env: {},
    logs: new StageLogs(quiet, (line) => line),
    bundle: () => new URL('file:///nowhere'),
    commit: async () => 'unknown',
  };
  const run = async () => {
    const config = configFile(folder, undefined);
    const spec = parseOptions({ ...(config && { config }), given, label: (name) => `--${name}` });
    return runGate(spec, host, { commands, journal, redactor: redactor([]) }, new AbortController().signal);
  };
  const error = await run().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return { error, owned: await journal.owned(), calls: commands.calls };
}

const faults = 'cluster: { nodess: 2 }\nredis: { shards: 2 }\nload: { rampSeconds: never }\n';

describe('bad input is one clear message, and nothing is made', () => {
  test.each<[string, string, Readonly<Record<string, string>>, readonly string[]]>([
    ['no such folder', path.join(root, 'nowhere'), {}, ['no such folder', 'nowhere']],
    [
      'a file for a folder',
      path.join(folderOf('file', { 'web.yaml': pod }), 'web.yaml'),
      {},
      ['is a file, not a folder'],
    ],
    ['a folder without manifests', folderOf('empty', { 'package.json': '{}' }), {}, ['no manifests in', 'k8s/']],
    [
      'YAML that does not parse',
      folderOf('broken', { 'k8s/web.yaml': 'kind: Pod\nmetadata: { name: a\nspec: x: y\n' }),
      {},
      ['k8s/web.yaml:'],
    ],
    [
      'several faults of a config',
      folderOf('config', { 'scale-gate.yml': faults, 'k8s/a.yaml': pod }),
      {},
      ['nodess', 'nodes', 'shards'],
    ],
    ['an unknown stage', folderOf('stage', { 'k8s/a.yaml': pod }), { stages: 'lint,lode' }, ['lode', 'load']],
    [
      'a value out of range',
      folderOf('range', { 'k8s/a.yaml': pod }),
      { 'cluster-host-port': '70000' },
      ['70000', '65535'],
    ],
    ['shards below 3', folderOf('shards', { 'k8s/a.yaml': pod }), { 'redis-shards': '2' }, ['redis-shards', '3']],
  ])('%s', async (_, folder, given, words) => {
    const { error, owned, calls } = await begin(folder, given);
    expect(error).toBeInstanceOf(GateError);
    expect(error).toMatchObject({ code: 'INPUT_INVALID', hint: expect.stringMatching(/\w/) });
    for (const word of words) expect((error as GateError).message).toContain(word);
    expect(owned).toEqual([]);
    expect(calls).toEqual([]);
  });
});

describe('where the manifests of a folder are', () => {
  test.each<[string, Readonly<Record<string, string>>, readonly string[], readonly string[]]>([
    ['as given', { 'k8s/a.yaml': pod }, ['other', '-'], ['other', '-']],
    ['a usual folder before single files', { 'deploy/a.yaml': pod, 'b.yaml': pod }, [], ['deploy']],
    [
      'its own files, by name, and no other tool’s',
      { 'b.yml': pod, 'a.yaml': pod, 'compose.yaml': '', 'scale-gate.yml': '', 'tsconfig.json': '{}' },
      [],
      ['a.yaml', 'b.yml'],
    ],
    ['itself where it is rendered', { 'kustomization.yaml': '', 'a.yaml': pod }, [], ['']],
    ['itself where it is a chart', { 'Chart.yaml': '', 'values.yaml': '' }, [], ['']],
  ])('%s', (name, files, given, found) => {
    const folder = folderOf(`find-${name.slice(0, 12)}-${Object.keys(files).length}`, files);
    expect(manifestPaths(folder, given)).toEqual(found.map((one) => (one === '-' ? one : path.join(folder, one))));
  });
});
