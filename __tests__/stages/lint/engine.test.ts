import { describe, expect, test } from '@jest/globals';
import { GateError } from '../../../src/domain/error.js';
import { graphOf } from '../../../src/manifests/graph/graph.js';
import type { Manifest } from '../../../src/manifests/manifest.js';
import { readManifests } from '../../../src/manifests/read.js';
import { judge } from '../../../src/stages/lint/engine.js';
import { overridden, rulesOf } from '../../../src/stages/lint/policy/selection.js';
import type { Findings, Rule } from '../../../src/stages/lint/rule.js';
import { settingsOf } from '../../fakes/judgement.js';
import { diagnostic } from '../../reports/samples.js';

const text = `apiVersion: v1
kind: Service
metadata: {name: web}
---
apiVersion: v1
kind: Pod
metadata: {name: web}
spec: {containers: [{name: a, image: a}, {name: b, image: b}]}
`;
const lint = { graph: graphOf(readManifests('k.yaml', text).manifests, 'shop'), settings: settingsOf({}) };
const pod = lint.graph.manifests.find(({ kind }) => kind === 'Pod') as Manifest;

const rule = (id: string, more: object): Rule =>
  ({
    id,
    severity: 'warning',
    requirement: 'containers',
    profile: 'recommended',
    remediation: 'Do.',
    peers: [],
    ...more,
  }) as unknown as Rule;
const at = (on: Manifest, message: string) => ({ on, path: ['kind'], message });
const rules: readonly Rule[] = [
  rule('of-the-set', { visits: 'set', check: (): Findings => at(pod, 'set') }),
  rule('of-containers', { visits: 'container', check: ({ name }: { name: string }): Findings => at(pod, name) }),
  rule('of-workloads', {
    visits: 'workload',
    check: ({ manifest }: { manifest: Manifest }): Findings => at(manifest, 'workload'),
  }),
  rule('of-everything', { visits: 'object', kinds: ['*'], check: (on: Manifest): Findings => at(on, 'any') }),
  rule('of-services', {
    visits: 'object',
    kinds: ['Service', 'Ingress'],
    check: (on: Manifest): Findings => [at(on, 'one'), at(on, 'two')],
  }),
  rule('also-of-services', { visits: 'object', kinds: ['Service'], check: (): Findings => undefined }),
];

describe('the engine', () => {
  test('lets each rule visit what it names, object by object, then workloads, then the whole', () => {
    expect(judge(lint, rules).map(({ rule: id, message }) => `${id}: ${message}`)).toEqual([
      'of-services: Service shop/web: one',
      'of-services: Service shop/web: two',
      'of-everything: Service shop/web: any',
      'of-everything: Pod shop/web: any',
      'of-workloads: Pod shop/web: workload',
      'of-containers: Pod shop/web: a',
      'of-containers: Pod shop/web: b',
      'of-the-set: Pod shop/web: set',
    ]);
  });

  test('without rules finds nothing', () => expect(judge(lint, [])).toEqual([]));
});

describe('the choice among rules', () => {
  const some: readonly Rule[] = [rule('a', {}), rule('b', { profile: 'production' }), rule('c', { profile: 'kind' })];
  const chosen = (more: Partial<Parameters<typeof rulesOf>[1]>) =>
    rulesOf(some, { profile: 'recommended', overrides: {}, locked: [], ...more }).map(({ id }) => id);

  test.each<[Parameters<typeof chosen>[0], string[]]>([
    [{}, ['a', 'c']],
    [{ profile: 'production' }, ['a', 'b', 'c']],
    [{ profile: 'schema' }, []],
    [{ profile: 'schema', locked: ['b'] }, ['b']],
    [{ profile: 'schema', overrides: { a: 'note' } }, ['a']],
    [{ overrides: { a: 'off', b: 'error' } }, ['b', 'c']],
    [{ overrides: { a: 'off' }, locked: ['a'] }, ['a', 'c']],
  ])('%j takes %j', (more, ids) => expect(chosen(more)).toEqual(ids));

  test('names every rule that there is not, and where they are', () => {
    const act = () => chosen({ overrides: { x: 'off' }, locked: ['y', 'a'] });
    expect(act).toThrow(GateError);
    expect(act).toThrow(/^2 problems:\n- there is no rule x.*\n- there is no rule y/);
    try {
      act();
    } catch (error) {
      expect((error as GateError).hint).toBe('docs/lint/rules has a page for each rule.');
    }
  });

  test('gives other severities, but to what is locked', () => {
    const found = ['a', 'b', 'c'].map((id) => diagnostic({ rule: id, severity: 'warning' }));
    const severities = (locked: string[]) =>
      overridden(found, { a: 'error', b: 'off' }, locked).map(({ severity }) => severity);
    expect(severities([])).toEqual(['error', 'warning', 'warning']);
    expect(severities(['a'])).toEqual(['warning', 'warning', 'warning']);
  });
});
