import { describe, expect, test } from '@jest/globals';
import { celLanguage } from '../../../../src/adapters/cel/language.js';
import { verdictOf } from '../../../../src/domain/stage.js';
import { readManifests } from '../../../../src/manifests/read.js';
import type { ManifestSource } from '../../../../src/ports/manifest-source.js';
import { type LintSpec, lintStage } from '../../../../src/stages/lint/lint.js';
import { fingerprintsIn } from '../../../../src/stages/lint/policy/baseline.js';

const today = Date.parse('2026-11-21T12:00:00Z');
const clock = { now: () => today, monotonic: () => 0, sleep: async () => undefined };

/** A world of two folders: what is, and what was. */
function stageOf(folders: Readonly<Record<string, string>>) {
  const source: ManifestSource = {
    read: async ([folder = '']) => ({
      texts: [{ file: `${folder}/web.yaml`, text: folders[folder] ?? '' }],
      whole: true,
      skipped: [],
    }),
  };
  return lintStage({ source, clock, read: readManifests, language: async () => celLanguage() });
}

async function lint(text: string, more: Partial<LintSpec> = {}, base = '') {
  const spec: LintSpec = { paths: ['k8s'], namespace: 'shop', kubernetesVersions: ['1.34'], ...more };
  const context = { signal: new AbortController().signal, own: async () => undefined };
  const { evidence, output } = await stageOf({ k8s: text, base }).run(spec, context);
  const found = output.diagnostics.map(({ rule, severity, at }) => `${severity} ${rule} ${at.start.line}`);
  return { found, verdict: verdictOf(evidence), output, evidence };
}

const service = (inside = '', behind = '', head = '') => `${head}apiVersion: v1
kind: Service
metadata:
  name: web
${inside}spec:
  type: NodePort${behind}
  ports:
    - port: 80
`;
const rule = 'exposure-node-port';
const about = (found: readonly string[]) => found.filter((line) => /exposure-node-port|ignore-/.test(line));

describe('ignores', () => {
  test.each([
    ['beside the key', service('', `  # scale-gate-ignore ${rule}: a test cluster`)],
    ['above the key', service(`# scale-gate-ignore ${rule}: a test cluster\n`)],
    ['above the document', service('', '', `# scale-gate-ignore ${rule}: a test cluster\n`)],
    ['with a day that is still to come', service('', `  # scale-gate-ignore ${rule}: until the move until 2026-12-31`)],
    ['for every rule', service('', '  # scale-gate-ignore *: a test cluster')],
    ['as an annotation', service(`  annotations:\n    scale-gate.io/ignore-${rule}: a test cluster\n`)],
  ])('a comment or annotation %s takes the finding out', async (_, text) => {
    const { found, output } = await lint(text);
    expect(about(found)).toEqual([]);
    expect(output.ignored).toMatchObject([
      { diagnostic: { rule }, reason: expect.stringMatching(/a test|until the move/) },
    ]);
  });

  test.each([
    ['the last day is over', service('', `  # scale-gate-ignore ${rule}: old until 2026-11-20`), 'ignore-expired'],
    ['it gives no reason', service('', `  # scale-gate-ignore ${rule}`), 'ignore-no-reason'],
    [
      'it stands at another key',
      service('  labels: {a: b} # scale-gate-ignore exposure-node-port: wrong place\n'),
      'ignore-unused',
    ],
    ['it stands in another document', `# scale-gate-ignore ${rule}: not here\n---\n${service()}`, 'ignore-unused'],
  ])('the finding stays, and the ignore is one itself, when %s', async (_, text, complaint) => {
    const { found } = await lint(text);
    expect(
      about(found)
        .map((line) => line.replace(/ \d+$/, ''))
        .sort(),
    ).toEqual([`warning ${rule}`, `warning ${complaint}`].sort());
  });

  test('the last day itself still counts', async () => {
    const { found } = await lint(service('', `  # scale-gate-ignore ${rule}: old until 2026-11-21`));
    expect(about(found)).toEqual([]);
  });

  test('a comment on one container reaches that container alone', async () => {
    const pod = `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    # scale-gate-ignore image-tag: built in this run
    - name: a
      image: a
    - name: b
      image: b
`;
    expect((await lint(pod)).found.filter((line) => line.includes('image-tag'))).toEqual(['warning image-tag 10']);
  });

  test.each([
    [{ rule, name: 'web', reason: 'x' }, 0],
    [{ rule, kind: 'Service', namespace: 'shop', reason: 'x' }, 0],
    [{ rule, file: 'web.yaml', reason: 'x' }, 0],
    [{ rule, name: 'api', reason: 'x' }, 2],
    [{ rule, name: 'web', reason: '' }, 2],
    [{ rule, name: 'web', reason: 'x', until: '2026-01-01' }, 2],
  ])('an ignore of the config counts where it matches: %j', async (ignore, left) => {
    expect(about((await lint(service(), { ignores: [ignore] })).found)).toHaveLength(left);
  });

  test('an ignore of the config for one container reaches that container alone', async () => {
    const pod =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n    - name: a\n      image: a\n    - name: b\n      image: b\n';
    const { found } = await lint(pod, { ignores: [{ rule: 'image-tag', container: 'b', reason: 'x' }] });
    expect(found.filter((line) => line.includes('image-tag'))).toEqual(['warning image-tag 7']);
  });

  test('nothing ignores a locked rule, and trying is an error', async () => {
    const text = service('', `  # scale-gate-ignore ${rule}: please`);
    const { found, verdict } = await lint(text, { locked: [rule], rules: { [rule]: 'off' } });
    expect(about(found)).toEqual(['error ignore-locked 6', `warning ${rule} 6`]);
    expect(verdict).toBe('fail');
  });
});

describe('the choice of rules', () => {
  test('a severity of the config wins over the rule, and fails the run', async () => {
    const { found, verdict } = await lint(service(), { rules: { [rule]: 'error' } });
    expect(found).toContain(`error ${rule} 6`);
    expect(verdict).toBe('fail');
  });

  test('a rule is switched off by the config, and by the profile `schema`', async () => {
    expect(about((await lint(service(), { rules: { [rule]: 'off' } })).found)).toEqual([]);
    expect((await lint(service(), { profile: 'schema' })).found).toEqual([]);
  });

  test('the profile `production` judges more than `recommended`, and a severity switches one rule of it on', async () => {
    const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: a, image: "a:1"}]}\n';
    expect((await lint(pod)).found.join()).not.toContain('image-registry');
    expect((await lint(pod, { profile: 'production' })).found.join()).toContain('note image-registry');
    expect((await lint(pod, { rules: { 'image-registry': 'warning' } })).found.join()).toContain(
      'warning image-registry',
    );
  });

  test('an unknown rule is refused with the one that was probably meant', async () => {
    await expect(lint(service(), { rules: { 'exposure-node-prot': 'off' } })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: 'there is no rule exposure-node-prot (did you mean "exposure-node-port"?)',
    });
  });
});

describe('the base', () => {
  const more = { base: { paths: ['base'] }, rules: { [rule]: 'error' as const } };

  test('what the base has too does not block, wherever it has moved', async () => {
    const { found, verdict } = await lint(`# a new first line\n${service()}`, more, service());
    expect(about(found)).toEqual([`note ${rule} 7`]);
    expect(verdict).toBe('pass');
  });

  test('what is new blocks', async () => {
    const { found, verdict } = await lint(service(), more, service().replace('type: NodePort', 'type: ClusterIP'));
    expect(about(found)).toEqual([`error ${rule} 6`]);
    expect(verdict).toBe('fail');
  });

  test('a change of what the API server lets nobody change is an error', async () => {
    const secret = (type: string) => `apiVersion: v1\nkind: Secret\nmetadata: {name: web}\ntype: ${type}\n`;
    const { found } = await lint(secret('example.com/a'), { base: { paths: ['base'] } }, secret('Opaque'));
    expect(found).toContain('error base-immutable-field 4');
  });
});

describe('what fails', () => {
  test('fingerprints of a report are known findings, and block nobody', async () => {
    const { output } = await lint(service(), { rules: { [rule]: 'error' } });
    const known = fingerprintsIn(JSON.stringify(output.diagnostics));
    expect((await lint(service(), { rules: { [rule]: 'error' }, known })).verdict).toBe('pass');
  });

  test('with failOn a warning fails, too', async () => {
    expect((await lint(service())).verdict).toBe('pass');
    expect((await lint(service(), { failOn: 'warning' })).verdict).toBe('fail');
  });
});

describe('rules of the users own, in CEL', () => {
  const custom = (expression: string, kinds = ['Service']) => ({
    custom: [{ id: 'team-rule', kinds, expression, message: 'has no owner', path: 'metadata.labels' }],
  });

  test.each([
    ['has(object.metadata.labels) && has(object.metadata.labels.owner)', true],
    ['object.spec.ports.all(p, p.port < 1024)', false],
    ['object.spec.ports.all(p, p.port % 2 == 0)', false],
    ['oldObject == null || oldObject.spec.type == object.spec.type', false],
    ['targetNamespace == "shop"', false],
    ['object.spec.nothing == 1', true],
    ['object.spec.type', true],
  ])('%s: found %s', async (expression, isFound) => {
    const { found } = await lint(service(), custom(expression));
    expect(found.some((line) => line.startsWith('error team-rule'))).toBe(isFound);
  });

  test('it can be ignored as any other', async () => {
    const text = service('', '', '# scale-gate-ignore team-rule: nobody owns it\n');
    expect((await lint(text, custom('false'))).found.join()).not.toContain('team-rule');
  });

  test.each([
    ['1 +', /team-rule/],
    ['unknown == 1', /Unknown variable/],
  ])('an expression that is none is refused before anything is read: %s', async (expression, message) => {
    await expect(lint(service(), custom(expression))).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringMatching(message),
    });
  });
});
