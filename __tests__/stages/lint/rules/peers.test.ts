import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { configurationRules } from '../../../../src/stages/lint/catalog/configuration.js';
import { hpaRules } from '../../../../src/stages/lint/catalog/hpa.js';
import { redisRules } from '../../../../src/stages/lint/catalog/redis.js';
import { routesRules } from '../../../../src/stages/lint/catalog/routes.js';
import { ruleCatalog } from '../../../../src/stages/lint/catalog.js';
import { judgeText } from '../../../fakes/judgement.js';

const folder = '__tests__/fixtures/peers';
const secretRules = configurationRules.filter(({ id }) => /^(secret|config-map)-/.test(id));
const families = [...hpaRules, ...routesRules, ...secretRules, ...redisRules].map(({ id }) => id);
const [easy = '', hard = ''] = readFileSync('docs/lint/peers.md', 'utf8').split('\n## ');

/** Verdicts of kubeconform and kube-score, by rule. */
function rowsOf(table: string) {
  const row = /^\| \[([\w-]+)\].*?\| (\w+ it) \| (\w+ it) \|(?: (.+) \|)?$/gm;
  return new Map(
    [...table.matchAll(row)].map(([, id = '', conform, score, fault = '']) => [
      id,
      { kubeconform: conform, 'kube-score': score, fault },
    ]),
  );
}

const rows = rowsOf(easy);
const harder = rowsOf(hard);

function fixture(id: string) {
  const text = readFileSync(`${folder}/${id}.md`, 'utf8');
  const block = (heading: string): string =>
    new RegExp(`^## ${heading}\\n\\n\`\`\`yaml\\n([\\s\\S]*?)\\n\`\`\``, 'm').exec(text)?.[1] ?? '';
  return { bad: block('Bad'), good: block('Good'), fault: text.split('\n\n')[1]?.replaceAll('\n', ' ') };
}

const idsIn = (text: string): readonly string[] => judgeText(text).map(({ rule }) => rule);

/** `bench/lint/peers.mjs` ran the two programs on the examples; __tests__/integration/lint-peers runs them again. */
describe.each(families)('%s', (id) => {
  // That kubeconform, which knows schemas alone, misses a rule would say nothing.
  test('has an example, on its page or among the harder ones, of which kube-score has nothing to say', () => {
    expect([rows.get(id)?.['kube-score'], harder.get(id)?.['kube-score']]).toContain('misses it');
  });
});

describe.each(readdirSync(folder).map((name) => name.replace(/\.md$/, '')))('the harder example of %s', (id) => {
  const { bad, good, fault } = fixture(id);

  test('is found by the rule, and its good form is not', () => {
    expect(idsIn(bad)).toContain(id);
    expect(idsIn(good)).not.toContain(id);
    expect(judgeText(good).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('is for a rule whose easy example kube-score finds, and says what kube-score gets wrong', () => {
    expect(rows.get(id)?.['kube-score']).toBe('finds it');
    expect(harder.get(id)).toEqual({ kubeconform: 'misses it', 'kube-score': 'misses it', fault });
    expect(fault).toMatch(/^kube-score .*\./);
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
