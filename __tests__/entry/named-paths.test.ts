import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { GateError } from '../../src/domain/error.js';
import { trespasses } from '../../src/domain/territory.js';
import type { Kind } from '../../src/entry/inputs/option.js';
import { parseOptions } from '../../src/entry/inputs/parse.js';
import { optionTable } from '../../src/entry/inputs/table.js';
import { boundaryOf, doorPaths, namedPaths } from '../../src/entry/named-paths.js';
import { checkoutOf, workflowTerritory } from '../../src/entry/territories.js';

function world() {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'sg-territory-')));
  const [workspace, temp, outside] = ['workspace', 'temp', 'outside'].map((name) => path.join(root, name));
  for (const one of [workspace, temp, outside]) mkdirSync(one ?? '');
  return { workspace: workspace ?? '', temp: temp ?? '', outside: outside ?? '' };
}

function refusal(config: string, given: Readonly<Record<string, string>> = {}, at = world()): readonly string[] {
  const spec = parseOptions({ config: { file: 'scale-gate.yml', text: config }, given });
  const territory = workflowTerritory({ GITHUB_WORKSPACE: at.workspace, RUNNER_TEMP: at.temp });
  try {
    boundaryOf({ spec, folder: at.workspace, given }, territory);
    return [];
  } catch (error) {
    if (!(error instanceof GateError) || error.code !== 'INPUT_INVALID') throw error;
    return error.message.split('\n').map((line) => line.replace(/^- /, ''));
  }
}

describe('paths that the configuration of a checkout names', () => {
  test.each([
    ['manifests', 'manifests: [../outside]'],
    ['manifests', 'manifests: ["../outside/*.yaml"]'],
    ['lint-base', 'lint: { base: ../outside }'],
    ['lint-definitions', 'lint: { definitions: [crds, ../outside/crds] }'],
    ['lint-helm-values', 'lint: { helm-values: { prod: [values.yaml, /etc/passwd] } }'],
    ['lint-overlays', 'lint: { overlays: [../outside] }'],
    ['lint-known', 'lint: { known: ../../etc/passwd }'],
    ['tools-folder', 'tools: { folder: ../outside }'],
    ['cluster-kubeconfig', 'cluster: { kubeconfig: /root/.kube/config }'],
    ['cluster-kind-config', 'cluster: { kind-config: ../outside/kind.yml }'],
    ['deploy-secrets', 'deploy: { secrets: [{ name: a, key: b, from: { file: /etc/passwd } }] }'],
    ['load-k6-script', 'load: { engine: k6, k6-script: ../outside/a.js }'],
    ['promote-reports', 'promote: { reports: [../outside/report.json] }'],
    ['reports-folder', 'reports: { folder: ../outside }'],
  ])('%s may not lead out of the workspace', (option, config) => {
    const problems = refusal(config);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${option}: .* is outside of .*/workspace`));
  });

  test('all of them are told at once', () => {
    expect(refusal('lint: { known: ../a, definitions: [../b, ../c] }\nreports: { folder: /var/x }\n')).toHaveLength(5);
  });

  test('a link within the workspace that leads out is followed, whatever it is called', () => {
    const at = world();
    symlinkSync(at.outside, path.join(at.workspace, 'crds'));
    symlinkSync(path.join(at.outside, 'not-there-yet'), path.join(at.workspace, 'reports'));
    expect(refusal('lint: { definitions: [crds/redis.yaml] }\nreports: { folder: reports }', {}, at)).toEqual([
      '2 problems:',
      expect.stringMatching(/^lint-definitions: crds\/redis\.yaml, which is .*\/outside\/redis\.yaml, is outside/),
      expect.stringMatching(/^reports-folder: reports, which is .*\/outside\/not-there-yet, is outside/),
    ]);
  });

  test('within the workspace all is well, links too', () => {
    const at = world();
    mkdirSync(path.join(at.workspace, 'k8s'));
    symlinkSync('k8s', path.join(at.workspace, 'manifests'));
    expect(refusal('manifests: [manifests, "k8s/*.yaml"]\nlint: { known: known.json }', {}, at)).toEqual([]);
  });
});

describe("paths that a workflow's author names", () => {
  test('may be what another step put into the folder of the runner', () => {
    const at = world();
    expect(refusal('', { 'reports-folder': path.join(at.temp, 'reports') }, at)).toEqual([]);
    expect(refusal(`reports: { folder: ${at.temp} }`, {}, at)).toHaveLength(1);
  });

  test('may be the kubeconfig of the machine, and nothing else of it', () => {
    expect(refusal('', { 'cluster-kubeconfig': '/root/.kube/config', 'tools-folder': '/opt/tools' })).toEqual([]);
    expect(refusal('', { 'reports-folder': '/root' })).toHaveLength(1);
  });

  test('the folder of the service and its configuration are looked at first', () => {
    const at = world();
    const territory = workflowTerritory({ GITHUB_WORKSPACE: at.workspace, RUNNER_TEMP: at.temp });
    writeFileSync(path.join(at.outside, 'x.yml'), '');
    symlinkSync(path.join(at.outside, 'x.yml'), path.join(at.workspace, 'scale-gate.yml'));
    expect(trespasses(doorPaths({ folder: at.workspace, config: '' }), territory)).toHaveLength(1);
    expect(trespasses(doorPaths({ folder: at.outside, config: '/etc/passwd' }), territory)).toHaveLength(2);
    expect(trespasses(doorPaths({ folder: at.workspace, config: path.join(at.temp, 'a') }), territory)).toEqual([]);
  });
});

/** Texts of the table that may hold anything. */
function freeTexts(kind: Kind, description: string): readonly string[] {
  if (kind.type === 'text') return kind.names === undefined && kind.shape === undefined ? [description] : [];
  if (kind.type === 'list' || kind.type === 'map') return freeTexts(kind.of, description);
  if (kind.type !== 'record') return [];
  return Object.values(kind.fields).flatMap((field) => freeTexts(field.kind, field.description));
}

test('an option whose description speaks of files or folders says in the table that it names a path', () => {
  const suspects = optionTable.flatMap(({ kind, description }) => freeTexts(kind, description));
  // What is limited to a file only compares its name.
  expect(suspects.filter((one) => /\b(files?|folders?|script)\b/i.test(one))).toEqual(['File to which it is limited.']);
});

test('standard input is no path', () => {
  const spec = parseOptions({ config: { file: 'c', text: 'manifests: ["-"]' }, given: {} });
  expect(namedPaths({ spec, folder: '.', given: {} }).filter(({ option }) => option === 'manifests')).toEqual([]);
});

test('the checkout is the repository around a folder, and the folder itself where there is none', () => {
  const { workspace, outside } = world();
  mkdirSync(path.join(workspace, '.git'));
  mkdirSync(path.join(workspace, 'a/b'), { recursive: true });
  expect(checkoutOf(path.join(workspace, 'a/b'))).toBe(workspace);
  expect(checkoutOf(outside)).toBe(outside);
});
