import { describe, expect, test } from '@jest/globals';
import { readManifests } from '../../src/manifests/read.js';

const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  namespace: shop\n';

function valueFrom(yaml: string): unknown {
  const { manifests, diagnostics } = readManifests('a.yaml', `apiVersion: v1\nkind: X\nv: ${yaml}\n`);
  return diagnostics.length > 0 ? diagnostics.map(({ message }) => message) : manifests[0]?.value['v'];
}

describe('scalars are what Kubernetes takes them for', () => {
  test.each([
    ['yes', true],
    ['Off', false],
    ['y', true],
    ['yEs', 'yEs'],
    ['012', 10],
    ['0o14', 12],
    ['08', 8],
    ['0x1F', 31],
    ['-0b11', -3],
    ['1_000', 1000],
    ['12:30:45', '12:30:45'],
    ['1e3', 1000],
    ['.5', 0.5],
    ['1.', 1],
    ['2024-01-02', '2024-01-02'],
    ['~', null],
    ['', null],
    ['"yes"', 'yes'],
    ["'it''s'", "it's"],
    ['"a\\u00e9\\n"', 'aé\n'],
    ['!!str 5', '5'],
    ['!!int "5"', 5],
    ['!x 5', '5'],
    ['!!binary aGk=', 'hi'],
    ['a b # c', 'a b'],
    ['a\n  b\n\n  c', 'a b\nc'],
    ['|\n  a\n   b\n\n', 'a\n b\n'],
    ['>-\n  a\n  b\n\n  c\n', 'a b\nc'],
    ['|+\n  a\n', 'a\n\n'],
    ['[a, {b: 1}, c: d]', ['a', { b: 1 }, { c: 'd' }]],
    ['{a, b: , "c":1}', { a: null, b: null, c: 1 }],
    ['\n- a\n-\n- - b', ['a', null, ['b']]],
    ['{5: a, yes: b}', { 5: 'a', true: 'b' }],
  ])('%j is %j', (yaml, value) => expect(valueFrom(yaml)).toEqual(value));
});

test('documents are cut as kubectl cuts them, and positions count from the start of the file', () => {
  const text = `# words\n---\n${pod}--- # more\r\n---\n${pod}`;
  const { manifests, diagnostics } = readManifests('dir/a.yaml', text);
  expect(diagnostics).toEqual([]);
  expect(manifests.map(({ document, kind, name, namespace }) => [document, kind, name, namespace])).toEqual([
    [1, 'Pod', 'web', 'shop'],
    [2, 'Pod', 'web', 'shop'],
  ]);
  expect(manifests[0]?.locate(['metadata', 'name'], 'value')).toEqual({
    file: 'dir/a.yaml',
    start: { line: 6, column: 9 },
    end: { line: 6, column: 12 },
  });
});

test('what is missing is at the key of the nearest parent that is there', () => {
  const [manifest] = readManifests('a.yaml', pod).manifests;
  expect(manifest?.locate(['metadata', 'labels', 'app'], 'value').start).toEqual({ line: 3, column: 1 });
});

test('anchors, aliases and merge keys are followed, and lead back to where they were written', () => {
  const text = 'apiVersion: v1\nkind: X\nbase: &b\n  one: 1\n  two: 2\nmore:\n  <<: *b\n  three: *b\n';
  const { manifests, diagnostics } = readManifests('a.yaml', text);
  expect(diagnostics).toEqual([]);
  expect(manifests[0]?.value['more']).toEqual({ one: 1, two: 2, three: { one: 1, two: 2 } });
  expect(manifests[0]?.locate(['more', 'two'], 'value').start.line).toBe(5);
  expect(manifests[0]?.locate(['more', 'three'], 'value').start).toEqual({ line: 8, column: 10 });
});

test('a List is its items, each found in its file', () => {
  const text = 'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  metadata: {name: a}\n';
  const { manifests } = readManifests('a.yaml', text);
  expect(manifests.map(({ item, name }) => [item, name])).toEqual([[0, 'a']]);
  expect(manifests[0]?.locate(['metadata', 'name'], 'value').start).toEqual({ line: 6, column: 20 });
});

test('JSON values may follow each other', () => {
  const text = '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a\\/b"}}\n{"apiVersion":"v1","kind":"Pod"}\n';
  expect(readManifests('a.json', text).manifests.map(({ document, name }) => [document, name])).toEqual([
    [0, 'a/b'],
    [1, ''],
  ]);
});

test('a key that is there twice is a finding at the second, and the last one wins', () => {
  const { manifests, diagnostics } = readManifests('a.yaml', `${pod}kind: Job\n`);
  expect(manifests[0]?.kind).toBe('Job');
  expect(diagnostics.map(({ rule, at }) => [rule, at.start])).toEqual([['yaml-duplicate-key', { line: 6, column: 1 }]]);
});

test.each([
  ['a tab as indentation', 'a:\n\tb: 1\n', 2, 'found character that cannot start any token'],
  ['a second value', 'a: b: c\n', 1, 'mapping values are not allowed in this context'],
  ['a list that goes wrong', 'a:\n  - b\n  c: d\n', 2, "did not find expected '-' indicator"],
  ['an open bracket', 'a: {b\nc: d\n', 1, "did not find expected ',' or '}'"],
  ['an unknown anchor', 'a: *b\n', 1, "unknown anchor 'b' referenced"],
  ['an anchor in itself', 'a: &a [*a]\n', 1, "anchor 'a' value contains itself"],
  ['a control character', 'a: "\0"\n', 1, 'control characters are not allowed'],
  ['YAML 1.2', '%YAML 1.2\n---\n', 1, 'found incompatible YAML document'],
  ['text behind a separator', 'a: b\n---x\n', 2, '`---` is followed by `x`'],
])('%s is refused in the words and at the line of kubectl', (_, text, line, words) => {
  const [first] = readManifests('a.yaml', text).diagnostics;
  expect(first?.rule).toBe('yaml-syntax');
  expect(first?.message).toContain(words);
  expect(first?.at.start.line).toBe(line);
});

test('a key named __proto__ stays a key', () => {
  const value = valueFrom('{__proto__: {polluted: 1}, constructor: 2}');
  expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor']);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

test('aliases that grow beyond all measure are refused', () => {
  const levels = 'abcdefghi'.split('').map((name, index, all) => {
    const inner = index === 0 ? 'x' : `*${all[index - 1]}`;
    return `${name}: &${name} [${Array(9).fill(inner).join(', ')}]`;
  });
  const { diagnostics } = readManifests('a.yaml', `apiVersion: v1\nkind: X\n${levels.join('\n')}\n`);
  expect(diagnostics.map(({ message }) => message)).toEqual(['document contains excessive aliasing']);
});

test('nesting without end is refused, not followed', () => {
  expect(readManifests('a.yaml', '['.repeat(100_000)).diagnostics).toHaveLength(1);
  expect(readManifests('a.yaml', '- '.repeat(100_000)).diagnostics).toHaveLength(1);
  expect(readManifests('a.json', '{"a":'.repeat(100_000)).diagnostics).toHaveLength(1);
});
