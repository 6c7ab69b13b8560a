import { describe, expect, test } from '@jest/globals';
import { diagnosticsBundle } from '../../src/domain/diagnostics-bundle.js';
import { cancelled, GateError, invalidInput } from '../../src/domain/error.js';
import { sanitise, sanitiseLine, sanitisePhrase } from '../../src/domain/foreign-text.js';
import { describeLocation } from '../../src/domain/location.js';
import { describeOwned } from '../../src/domain/owned.js';
import { reasonOf } from '../../src/domain/reason.js';
import { redactor } from '../../src/domain/redactor.js';
import { isRunName, runName } from '../../src/domain/run.js';
import { shownObject } from '../../src/domain/shown-object.js';
import { stage } from '../reports/samples.js';

describe('an inability', () => {
  test('keeps its cause and its facts', () => {
    const cause = new Error('reset');
    const error = new GateError('TIMED_OUT', 'late', { hint: 'wait', facts: { seen: '1' }, cause });
    expect(error).toMatchObject({ name: 'GateError', code: 'TIMED_OUT', hint: 'wait', facts: { seen: '1' }, cause });
  });

  test('without a cause has none, not even an empty one', () => {
    const error = new GateError('TIMED_OUT', 'late', { hint: 'wait' });
    expect(error.facts).toEqual({});
    expect(Object.hasOwn(error, 'cause')).toBe(false);
  });

  test.each([
    [['a.yml:1: x'], 'a.yml:1: x'],
    [['a', 'b'], '2 problems:\n- a\n- b'],
    [[], '0 problems:\n- '],
  ])('of input says each of its problems: %j', (problems, message) => {
    expect(invalidInput(problems, 'mend it')).toMatchObject({ code: 'INPUT_INVALID', message, hint: 'mend it' });
  });

  test('of a cancelled run says what was under way', () => {
    expect(cancelled('load was under way')).toMatchObject({
      code: 'CANCELLED',
      message: 'cancelled while load was under way',
      hint: 'Run the gate again; nothing was concluded.',
    });
  });
});

describe('what is named', () => {
  test.each([
    [{ type: 'path', path: '/x' }, 'path /x'],
    [{ type: 'process', pid: 7, startedAt: '1' }, 'process 7'],
    [{ type: 'kind-cluster', name: 'sg-a' }, 'kind-cluster sg-a'],
    [{ type: 'namespace', name: 'shop', kubeconfig: '/k' }, 'namespace shop'],
  ] as const)('%j is said as "%s"', (owned, said) => expect(describeOwned(owned)).toBe(said));

  test('a location can be clicked', () => {
    const at = { file: 'k8s/a.yaml', start: { line: 3, column: 5 }, end: { line: 3, column: 9 } };
    expect(describeLocation(at)).toBe('k8s/a.yaml:3:5');
  });

  test.each([
    ['Feature/ABC', '2', 'sg-feature-abc-2-'],
    ['///', '', 'sg-run-'],
    ['a'.repeat(40), '1', `sg-${'a'.repeat(22)}-`],
    [`${'a'.repeat(21)}--b`, '1', `sg-${'a'.repeat(21)}-`],
    ['--x', '1', 'sg-x-1-'],
  ])('the run %j, attempt %j begins with %j', (id, attempt, start) => {
    expect(runName(id, attempt)).toMatch(new RegExp(`^${start}[0-9a-f]{6}$`));
  });

  test('a name of ours is never longer than a label of ours', () => {
    expect(isRunName(`sg-${'a'.repeat(22)}-012345`)).toBe(true);
    expect(isRunName(`sg-${'a'.repeat(23)}-012345`)).toBe(false);
  });
});

describe('the reason', () => {
  test('of a stage that did not run is why', () => {
    const skipped = [{ stage: 'load', reason: 'deploy did not pass' }] as const;
    expect(reasonOf({ stages: [stage('lint', 0, 1)], skipped, decision: 'inconclusive' })).toBe(
      'load did not run: deploy did not pass',
    );
    expect(reasonOf({ stages: [], skipped: [], decision: 'inconclusive' })).toBe('nothing was observed');
  });

  test('does not say twice what the claim says already, and looks for the verdict that decided', () => {
    const fail = { requirement: 'routing', verdict: 'fail', observed: '0 of 1', source: 's', at: 't' } as const;
    const open = { ...fail, verdict: 'inconclusive', claim: 'open', observed: 'nothing' } as const;
    const of = (evidence: (typeof fail & { claim: string; object?: string })[]) =>
      reasonOf({
        stages: [
          stage('redis', 0, 1, { verdict: 'inconclusive', evidence: [open] }),
          stage('deploy', 0, 1, { verdict: 'fail', evidence: [open as never, ...evidence] }),
        ],
        skipped: [],
        decision: 'reject',
      });
    expect(of([{ ...fail, claim: 'Service/web is found', object: 'Service/web' }])).toBe(
      'deploy: Service/web is found: 0 of 1',
    );
    expect(of([{ ...fail, claim: 'it is found', object: 'Service/web' }])).toBe(
      'deploy: Service/web: it is found: 0 of 1',
    );
    expect(of([{ ...fail, claim: 'it is found' }])).toBe('deploy: it is found: 0 of 1');
  });
});

describe('foreign text, at its caps', () => {
  test.each([
    ['12345', 5, '12345'],
    ['123456', 5, '12345 [… 1 cut]'],
    ['1234567', 5, '12345 [… 2 cut]'],
  ])('the line %j, of %i', (line, cap, out) => expect(sanitiseLine(line, cap)).toBe(out));

  test.each([
    ['ab\ncd', 5, 'ab\ncd'],
    ['ab\ncde', 5, 'ab\n[… cut: more than 5 characters]'],
    ['abcdef', 5, '[… cut: more than 5 characters]'],
  ])('the text %j, of %i', (text, total, out) => expect(sanitise(text, { line: 100, total })).toBe(out));

  test('a phrase is one line without double blanks, and no longer than it may be', () => {
    expect(sanitisePhrase('  a\r\n b\t\tc \r d  ')).toBe('a b c d');
    expect(sanitisePhrase('x'.repeat(301))).toBe(`${'x'.repeat(300)} [… 1 cut]`);
    expect(sanitisePhrase('12345', 4)).toBe('1234 [… 1 cut]');
  });

  test.each([
    ['::error::x', '| ::error::x'],
    ['  ::error::x', '| ::error::x'],
    ['a ##[error]x', 'a ##\\[error]x'],
    ['a::b', 'a::b'],
  ])('%j is quiet as %j', (line, out) => expect(sanitiseLine(line)).toBe(out));
});

describe('a bundle, to the character', () => {
  const none = redactor([]);
  const of = (sizes: readonly number[], caps: { file: number; total: number; files: number }) =>
    diagnosticsBundle(
      sizes.map((size, index) => ({ name: `${index}.log`, content: { text: 'y'.repeat(size) } })),
      none,
      caps,
    );

  test('takes what is just as large as it may be', () => {
    const [index, ...files] = of([100, 100], { file: 100, total: 200, files: 2 });
    expect(files.map(({ text }) => text.length)).toEqual([100, 100]);
    expect(index?.text).toBe('0.log: 100 characters\n1.log: 100 characters\n');
  });

  test.each([
    ['one more character than in all', [100, 101], { file: 1_000, total: 200, files: 9 }],
    ['one more file than in all', [1, 1], { file: 1_000, total: 200, files: 1 }],
  ])('leaves out %s, and takes what fits after it', (_, sizes, caps) => {
    const [index, ...files] = of([...sizes, 50], caps);
    expect(files.map(({ name }) => name)).toEqual(caps.files === 1 ? ['0.log'] : ['0.log', '2.log']);
    expect(index?.text).toContain('1.log: left out, the bundle is full');
  });

  test('cuts in the middle, and says how much', () => {
    const [index, log] = of([500], { file: 200, total: 1_000, files: 9 });
    expect(log?.text).toBe(`${'y'.repeat(70)}\n[… 360 characters cut]\n${'y'.repeat(70)}`);
    expect(index?.text).toBe(`0.log: ${log?.text.length} characters, cut from 500\n`);
  });

  test('names what is missing in no more than it needs', () => {
    const [index] = diagnosticsBundle([{ name: 'a', content: { missing: 'z'.repeat(900) } }], none);
    expect(index?.text.length).toBeLessThanOrEqual(520);
  });

  test.each([
    [
      ['a', 'a', 'a'],
      ['a', 'a.2', 'a.3'],
    ],
    [['b c/!!/d'], ['b_c/d']],
    [['1/2/3/4/5/6/7'], ['2/3/4/5/6/7']],
    [['.hidden/-x'], ['_hidden/_x']],
    [['n'.repeat(120)], ['n'.repeat(100)]],
  ])('calls %j %j', (names, out) => {
    const files = diagnosticsBundle(
      names.map((name) => ({ name, content: { text: 'x' } })),
      none,
    );
    expect(files.slice(1).map(({ name }) => name)).toEqual(out);
  });
});

describe('an object that is shown', () => {
  test.each([
    [
      { kind: 'Secret', data: 'odd', stringData: undefined },
      { kind: 'Secret', data: 'odd' },
    ],
    [
      { kind: 'ConfigMap', data: { a: 'plain' } },
      { kind: 'ConfigMap', data: { a: 'plain' } },
    ],
    [
      { name: 'API_TOKEN', value: 'x' },
      { name: 'API_TOKEN', value: '***' },
    ],
    [
      { name: 'API_TOKEN', value: 5 },
      { name: 'API_TOKEN', value: 5 },
    ],
    [
      { name: 'LEVEL', value: 'x' },
      { name: 'LEVEL', value: 'x' },
    ],
    [
      { annotations: { 'kapp.k14s.io/original': 'x', 'objectset.rio.cattle.io/applied': 'y', team: 'a' } },
      { annotations: { 'kapp.k14s.io/original': '***', 'objectset.rio.cattle.io/applied': '***', team: 'a' } },
    ],
    [
      [1, null, 'x'],
      [1, null, 'x'],
    ],
  ])('%j is shown as %j', (object, shown) => expect(shownObject(object, 's')).toEqual(shown));

  test('of a Secret tells the size of what base64 holds, and of what is plain', () => {
    const shown = shownObject({ kind: 'Secret', data: { a: 'YWJj' }, stringData: { b: 'abcd' } }, 's');
    expect(shown).toEqual({
      kind: 'Secret',
      data: { a: expect.stringMatching(/^\*\*\* \(3 bytes, [0-9a-f]{8}\)$/) },
      stringData: { b: expect.stringMatching(/^\*\*\* \(4 bytes, [0-9a-f]{8}\)$/) },
    });
  });
});
