import { describe, expect, test } from '@jest/globals';
import type { Diagnostic } from '../../../../src/domain/diagnostic.js';
import { graphOf } from '../../../../src/manifests/graph/graph.js';
import { readManifests } from '../../../../src/manifests/read.js';
import { fingerprintOf } from '../../../../src/stages/lint/fingerprint.js';
import { annotationWaivers } from '../../../../src/stages/lint/policy/annotation.js';
import { commentWaivers } from '../../../../src/stages/lint/policy/comment.js';
import { containerAt } from '../../../../src/stages/lint/policy/container.js';
import { reasonOf, type Scope, type Waiver } from '../../../../src/stages/lint/policy/waiver.js';
import { configWaivers, type WaivingRules, waive } from '../../../../src/stages/lint/policy/waiving.js';
import { diagnostic } from '../../../reports/samples.js';

const rules: WaivingRules = {
  locked: ['locked-rule'],
  today: '2026-11-21',
  configFile: 'scale-gate.yml',
  containerOf: () => 'web',
};
const waiver = (scope: Scope, more: Partial<Waiver> = {}): Waiver => ({
  rule: 'hpa-requests-missing',
  reason: 'a test',
  until: undefined,
  from: 'config',
  at: undefined,
  scope,
  ...more,
});
const found = diagnostic({});
const kept = (given: Waiver, one: Diagnostic = found) => waive([one], [given], rules).diagnostics.includes(one);

describe('a waiver', () => {
  const lines = (first: number, last: number, file = 'k8s/web.yaml') => ({ lines: { file, first, last } });
  const match = (given: object) => ({ match: given });

  test.each<[string, Scope, boolean]>([
    ['of its line alone', lines(21, 21), true],
    ['of lines that end there', lines(1, 21), true],
    ['of lines that begin there', lines(21, 30), true],
    ['of lines before', lines(1, 20), false],
    ['of lines behind', lines(22, 30), false],
    ['of another file', lines(21, 21, 'web.yaml'), false],
    ['of its object', { object: 'Deployment/shop/web' }, true],
    ['of another object', { object: 'Deployment/shop/api' }, false],
    ['of everything', match({}), true],
    ['of its kind', match({ kind: 'Deployment' }), true],
    ['of another kind', match({ kind: 'Service' }), false],
    ['of its namespace', match({ namespace: 'shop' }), true],
    ['of another namespace', match({ namespace: 'web' }), false],
    ['of its name', match({ name: 'web' }), true],
    ['of another name', match({ name: 'shop' }), false],
    ['of its container', match({ container: 'web' }), true],
    ['of another container', match({ container: 'api' }), false],
    ['of its file', match({ file: 'k8s/web.yaml' }), true],
    ['of the end of its path', match({ file: 'web.yaml' }), true],
    ['of a part of a name in its path', match({ file: 'eb.yaml' }), false],
    [
      'of all of that',
      match({ kind: 'Deployment', namespace: 'shop', name: 'web', file: 'web.yaml', container: 'web' }),
      true,
    ],
  ])('%s reaches the finding: %p', (_, scope, reached) => {
    expect(kept(waiver(scope))).toBe(!reached);
    expect(waive([found], [waiver(scope)], rules).ignored).toEqual(
      reached ? [{ diagnostic: found, reason: 'a test' }] : [],
    );
  });

  test.each<[string, Partial<Waiver>, boolean]>([
    ['for every rule', { rule: '*' }, true],
    ['for another rule', { rule: 'hpa' }, false],
    ['until today', { until: '2026-11-21' }, true],
    ['until yesterday', { until: '2026-11-20' }, false],
    ['without a reason', { reason: '' }, false],
  ])('%s counts: %p', (_, more, counts) => expect(kept(waiver({ match: {} }, more))).toBe(!counts));

  test('of a locked rule does not count, and the first of two gives the reason', () => {
    const locked = diagnostic({ rule: 'locked-rule' });
    expect(kept(waiver({ match: {} }, { rule: '*' }), locked)).toBe(true);
    const two = [waiver({ match: {} }, { reason: 'first' }), waiver({ match: {} }, { reason: 'second' })];
    const { ignored, diagnostics } = waive([found], two, rules);
    expect([ignored.map(({ reason }) => reason), diagnostics]).toEqual([['first'], []]);
  });

  const at = { file: 'k8s/web.yaml', start: { line: 3, column: 5 }, end: { line: 3, column: 40 } };
  const top = { file: 'scale-gate.yml', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

  test.each<[string, Partial<Waiver>, object]>([
    [
      'is locked',
      { rule: 'locked-rule' },
      {
        rule: 'ignore-locked',
        severity: 'error',
        message: 'ignore of locked-rule (config): the rule is locked, and can not be ignored',
      },
    ],
    [
      'is over',
      { until: '2026-11-20' },
      { rule: 'ignore-expired', message: 'ignore of hpa-requests-missing (config): it ended on 2026-11-20' },
    ],
    [
      'gives no reason',
      { reason: '' },
      {
        rule: 'ignore-no-reason',
        message: 'ignore of hpa-requests-missing (config): it gives no reason, so it does not count',
        remediation: 'Say why, behind the colon.',
      },
    ],
    [
      'finds nothing',
      { from: 'comment', at },
      {
        rule: 'ignore-unused',
        message: 'ignore of hpa-requests-missing (comment): nothing is found here that it would ignore',
        at,
        object: 'k8s/web.yaml',
      },
    ],
  ])('that %s is a finding itself', (_, more, expected) => {
    const given = waiver({ object: 'nothing' }, more);
    const [complaint] = waive([], [given], rules).diagnostics;
    const own = expected as Partial<Diagnostic>;
    expect(complaint).toEqual({
      severity: 'warning',
      requirement: 'configuration',
      remediation: 'Take the ignore away.',
      at: top,
      object: 'scale-gate.yml',
      related: [],
      fingerprint: fingerprintOf(own.rule ?? '', given.rule, given.from, own.object ?? 'scale-gate.yml', given.reason),
      ...own,
    });
  });

  test('that was of use is none', () => expect(waive([found], [waiver({ match: {} })], rules).diagnostics).toEqual([]));
});

describe('where waivers are written', () => {
  test('in the config: all but rule, reason and day is what it matches', () => {
    expect(configWaivers([{ rule: 'a', reason: 'r', until: '2026-01-01', kind: 'Service', file: 'x' }])).toEqual([
      {
        rule: 'a',
        reason: 'r',
        until: '2026-01-01',
        from: 'config',
        at: undefined,
        scope: { match: { kind: 'Service', file: 'x' } },
      },
    ]);
  });

  test.each([
    ['gone in March until 2027-03-31', { reason: 'gone in March', until: '2027-03-31' }],
    ['until 2027-03-31', { reason: '', until: '2027-03-31' }],
    [' until the move ', { reason: 'until the move', until: undefined }],
    ['until 2027-03-31 or so', { reason: 'until 2027-03-31 or so', until: undefined }],
  ])('with a day at its end: %j', (text, parts) => expect(reasonOf(text)).toEqual(parts));

  test('as annotations, of an object and of its pod template', () => {
    const text = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  annotations:
    scale-gate.io/ignore-a: on the object until 2027-01-31
    other.io/ignore-b: of another tool
spec:
  template:
    metadata:
      annotations: {scale-gate.io/ignore-c: on the pods}
    spec:
      containers: [{name: web, image: "web:1"}]
`;
    const graph = graphOf(readManifests('web.yaml', text).manifests, 'shop');
    const scope = { object: 'Deployment/shop/web' };
    expect(annotationWaivers(graph)).toEqual([
      {
        rule: 'a',
        reason: 'on the object',
        until: '2027-01-31',
        from: 'annotation',
        at: { file: 'web.yaml', start: { line: 6, column: 5 }, end: { line: 6, column: 27 } },
        scope,
      },
      {
        rule: 'c',
        reason: 'on the pods',
        until: undefined,
        from: 'annotation',
        at: { file: 'web.yaml', start: { line: 11, column: 21 }, end: { line: 11, column: 43 } },
        scope,
      },
    ]);
  });

  test('as annotations of a Pod, which is its own template, once', () => {
    const text =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: web, annotations: {scale-gate.io/ignore-a: x}}\nspec: {containers: [{name: a, image: a}]}\n';
    expect(annotationWaivers(graphOf(readManifests('p.yaml', text).manifests, 'shop'))).toHaveLength(1);
  });
});

describe('what a comment reaches', () => {
  const mark = '# scale-gate-ignore r: why';

  test.each<[string, string[], [number, number]]>([
    ['beside a key, the key', ['a: 1', `b: 2 ${mark}`, 'c: 3'], [2, 2]],
    ['beside a key that holds more, all of it', [`b: ${mark}`, '  c: 1', '', '  # x', '  d: 2', 'e: 3'], [1, 5]],
    ['beside a key with a list at its column', [`b: ${mark}`, '- c', '- d', 'e: 3'], [1, 3]],
    ['beside an item, not the next', ['a:', `- c: 1 ${mark}`, '  d: 2', '- e: 3'], [2, 3]],
    ['above a key, what it holds', ['a: 1', mark, 'b:', '  c: 1', 'd: 2'], [3, 4]],
    ['above a key, over blank lines', ['a: 1', mark, '', '# more', 'b: 2', 'd: 2'], [5, 5]],
    ['above the first key, the document', ['a: 0', '---', mark, 'b: 1', 'c: 2', '---', 'd: 3'], [3, 5]],
    ['above everything, the whole', [mark, 'b: 1', 'c: 2'], [1, 3]],
    ['behind everything, nothing but itself', ['a: 1', mark], [2, 2]],
    ['behind a document, nothing of the next', ['a: 1', mark, '---', 'b: 1'], [2, 2]],
    ['at the end of a document that another follows', ['a: 1', 'b:', `  c: 1 ${mark}`, '---', '    d: 1'], [3, 3]],
    ['beside the last key of a document, nothing behind it', ['a:', `  b: 1 ${mark}`, '---', '    c: 1'], [2, 2]],
    ['above the first key, over a comment', ['# x', mark, 'a: 1', 'b: 2'], [1, 4]],
    ['below the first key of a document', ['---', 'a: 1', mark, 'b: 2', 'c: 3'], [4, 4]],
    ['in a document that ends by dots', [mark, 'a: 1', '...', 'b: 1'], [1, 2]],
  ])('%s', (_, text, [first, last]) => {
    const [one, ...more] = commentWaivers('k.yaml', text.join('\n'));
    expect(more).toEqual([]);
    expect(one?.scope).toEqual({ lines: { file: 'k.yaml', first, last } });
  });

  test.each([
    ['a: 1 # scale-gate-ignore r: why until 2027-01-31', { rule: 'r', reason: 'why', until: '2027-01-31' }],
    ['a: 1 # scale-gate-ignore *: all', { rule: '*', reason: 'all' }],
    ['a: 1 # scale-gate-ignore r-s_2 no colon', { rule: 'r-s_2', reason: 'no colon' }],
    ['a: 1 # scale-gate-ignore r', { rule: 'r', reason: '' }],
    ['a: 1 #scale-gate-ignore r: x', { rule: 'r', reason: 'x' }],
  ])('%s is read', (line, expected) => {
    expect(commentWaivers('k.yaml', line)).toEqual([
      {
        until: undefined,
        from: 'comment',
        at: { file: 'k.yaml', start: { line: 1, column: 6 }, end: { line: 1, column: line.length + 1 } },
        scope: { lines: { file: 'k.yaml', first: 1, last: 1 } },
        ...expected,
      },
    ]);
  });

  test.each(['a: "x#scale-gate-ignore r: y"', 'scale-gate-ignore r: y', 'a: 1 # scale-gate-ignore', ''])(
    '%j is no ignore',
    (line) => expect(commentWaivers('k.yaml', line)).toEqual([]),
  );

  test('lines of Windows count as any others', () => {
    const [one] = commentWaivers('k.yaml', `a: 1\r\nb: 2 ${mark}\r\n`);
    expect(one).toMatchObject({ reason: 'why', scope: { lines: { first: 2, last: 2 } } });
  });
});

describe('the container that a finding is in', () => {
  const text = `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: a
      image: a
    - name: b
      image: b
`;
  const of = containerAt(graphOf(readManifests('p.yaml', text).manifests, 'shop'));
  const at = (line: number, object = 'Pod/shop/web', file = 'p.yaml') =>
    of(diagnostic({ object, at: { file, start: { line, column: 7 }, end: { line, column: 8 } } }));

  test.each([
    [5, undefined],
    [6, 'a'],
    [7, 'a'],
    [8, 'b'],
    [9, 'b'],
  ])('of line %i is %s', (line, name) => expect(at(line)).toBe(name));

  test('is none of another object, and of another file', () => {
    expect([at(7, 'Pod/web/web'), at(7, 'Pod/shop/web', 'q.yaml')]).toEqual([undefined, undefined]);
  });
});
