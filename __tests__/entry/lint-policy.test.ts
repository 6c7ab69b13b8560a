import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parseOptions } from '../../src/entry/inputs/parse.js';
import { lintOnly } from '../../src/entry/lint-only.js';
import { lintSpec } from '../../src/entry/specs.js';

const service =
  'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { selector: { app: web }, ports: [{ port: 80 }] }\n';

describe('the policy of scale-gate.yml reaches lint', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'sg-policy-'));
    for (const place of ['k8s', 'before/k8s']) {
      mkdirSync(path.join(folder, place), { recursive: true });
      writeFileSync(path.join(folder, place, 'service.yaml'), service);
    }
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const severities = async (text: string): Promise<Record<string, string>> => {
    const spec = parseOptions({ config: { file: 'scale-gate.yml', text }, given: {} });
    const { output } = await lintOnly(lintSpec(spec, folder, 'default'), 'web', new AbortController().signal);
    return Object.fromEntries(output.diagnostics.map(({ rule, severity }) => [rule, severity]));
  };
  const owner = (more = '') =>
    `lint: { custom: [{ id: owner, kinds: [Service], expression: "has(object.metadata.labels)", message: no owner, severity: error }]${more} }`;

  test('a rule of the user is judged', async () => {
    expect(await severities('')).not.toHaveProperty('owner');
    expect(await severities(owner())).toMatchObject({ owner: 'error' });
  });

  test('a severity, an ignore and a base each change what blocks', async () => {
    expect(await severities(owner(', rules: { owner: note }'))).toMatchObject({ owner: 'note' });
    expect(await severities(owner(', ignore: [{ rule: owner, name: web, reason: known }]'))).not.toHaveProperty(
      'owner',
    );
    expect((await severities(owner(', base: before')))['owner']).not.toBe('error');
  });

  test('a locked rule cannot be ignored', async () => {
    const ignored = ', ignore: [{ rule: owner, reason: known }], locked: [owner]';
    expect(await severities(owner(ignored))).toMatchObject({ owner: 'error' });
  });

  test('the profile schema runs no rule', async () => {
    const found = await severities('lint: { profile: schema }');
    expect(Object.keys(found).filter((rule) => rule.startsWith('route-') || rule.startsWith('network-'))).toEqual([]);
  });
});
