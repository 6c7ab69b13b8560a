import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { ruleCatalog } from '../../../../src/stages/lint/catalog.js';

const families = /^(hpa|route|secret|config-map|redis)-/;
const rows = new Map(
  [...readFileSync('docs/lint/peers.md', 'utf8').matchAll(/^\| \[([\w-]+)\].*?\| (\w+ it) \| (\w+ it) \|$/gm)].map(
    ([, id = '', conform, score]) => [id, { kubeconform: conform, 'kube-score': score }],
  ),
);

/** `bench/lint/peers.mjs` ran the two programs on the examples; __tests__/integration/lint-peers runs them again. */
describe.each(ruleCatalog.filter(({ id }) => families.test(id)).map(({ id }) => id))('the bad example of %s', (id) => {
  test('is missed by a peer that the table names', () => {
    expect(Object.values(rows.get(id) ?? {})).toContain('misses it');
  });
});

test('the table has a row for every rule, and none for others', () => {
  expect([...rows.keys()].sort()).toEqual(ruleCatalog.map(({ id }) => id).sort());
});

/** Faults of a peer in its own rule, which only these examples show: they must stay as they are. */
test.each([
  ['route-port-missing', 'kube-score', 'compares a missing name with a missing name'],
  ['route-target-port', 'kube-score', 'does not look the port up on the containers'],
  ['hpa-target-unreachable', 'kube-score', 'does not read the target beside the limits'],
  ['hpa-pdb-blocks', 'kube-score', 'counts no disruptions at the minimum'],
  ['hpa-conflict', 'kube-score', 'is content with two HPAs over one target'],
  ['hpa-container-missing', 'kube-score', 'does not look the container up'],
  ['secret-in-env', 'kube-score', 'judges no values'],
  ['secret-key-missing', 'kube-score', 'looks up no keys'],
  ['redis-deadlock', 'kube-score', 'is content with any readiness probe'],
  ['redis-bus-blocked', 'kube-score', 'is content with any NetworkPolicy'],
  ['network-policy-dns', 'kube-score', 'is content with any NetworkPolicy'],
] as const)('%s: %s %s', (id, peer, _fault) => {
  expect(rows.get(id)?.[peer]).toBe('misses it');
});
