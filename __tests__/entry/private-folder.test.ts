import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { redactor } from '../../src/domain/redactor.js';
import { runGate } from '../../src/entry/gate.js';
import { parseOptions } from '../../src/entry/inputs/parse.js';
import { StageLogs } from '../../src/entry/stage-logs.js';
import { FakeCommands } from '../fakes/commands.js';
import { FakeJournal } from '../fakes/journal.js';

const root = mkdtempSync(path.join(tmpdir(), 'sg-private-'));
afterAll(() => rmSync(root, { recursive: true }));

test('what a renderer needs for a while lies in a folder that the run owned before it was made', async () => {
  const [folder, scratch, run] = [path.join(root, 'shop'), path.join(root, 'scale-gate'), 'sg-test-000000'];
  mkdirSync(path.join(folder, 'k8s'), { recursive: true });
  writeFileSync(path.join(folder, 'k8s', 'kustomization.yaml'), 'resources: [web.yaml]\n');
  const journal = new FakeJournal();
  const seen: string[] = [];
  const commands = new FakeCommands([
    [
      /^kustomize/,
      ({ args }) => {
        seen.push(path.dirname(args.at(-1) ?? ''));
        return { stdout: 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n' };
      },
    ],
  ]);
  const quiet = { open: () => undefined, line: () => undefined, close: () => undefined };
  const host = {
    run,
    version: '0',
    folder,
    scratch,
    env: {},
    logs: new StageLogs(quiet, (line) => line),
    bundle: () => new URL('file:///nowhere'),
    commit: async () => 'unknown',
  };
  const spec = parseOptions({ given: { stages: 'lint' }, label: (name) => `--${name}` });
  await runGate(spec, host, { commands, journal, redactor: redactor([]) }, new AbortController().signal);
  const own = path.join(scratch, run);
  expect([seen, readdirSync(own)]).toEqual([[own], []]);
  expect((await journal.owned(run)).map(({ owned }) => owned)).toEqual([{ type: 'path', path: own }]);
});
