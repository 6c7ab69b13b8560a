import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { ruleCatalog } from '../../../../src/stages/lint/catalog.js';
import { type Given, judgeText } from '../../../fakes/judgement.js';

/** One page of docs/lint/rules, as people read it and as this test runs it. */
function pageOf(id: string) {
  const file = `docs/lint/rules/${id}.md`;
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const block = (heading: string): string =>
    new RegExp(`^## ${heading}\\n\\n\`\`\`yaml\\n([\\s\\S]*?)\\n\`\`\``, 'm').exec(text)?.[1] ?? '';
  const before = block('Before the change');
  const written = JSON.parse(/^```json\n([\s\S]*?)\n```/m.exec(text)?.[1] ?? '{}') as Given;
  const settings: Given = before === '' ? written : { ...written, base: before };
  const also = [...text.matchAll(/^- \[([\w-]+)\]/gm)].map(([, other]) => other ?? '');
  return { text, bad: block('Bad'), good: block('Good'), settings, also };
}

const ids = (text: string, given: Given): Set<string> => new Set(judgeText(text, given).map(({ rule }) => rule));

describe.each(ruleCatalog.map((rule) => [rule.id, rule] as const))('the page of %s', (id, rule) => {
  const { text, bad, good, settings, also } = pageOf(id);

  test('says what the rule is', () => {
    expect(text).toContain(`# ${id}\n\n**${rule.severity}** · ${rule.requirement} · profile \`${rule.profile}\`\n`);
    expect(text).toContain(rule.remediation);
    for (const peer of rule.peers) expect(text).toContain(`\`${peer}\``);
  });

  test('the bad example is found by this rule, and the good one by no error', () => {
    expect(ids(bad, settings)).toContain(id);
    expect(ids(good, settings)).not.toContain(id);
    expect(judgeText(good, settings).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('the two examples differ in this rule and what its page names, in nothing else', () => {
    const after = ids(good, settings);
    const more = [...ids(bad, settings)].filter((one) => !after.has(one) && one !== id && !also.includes(one));
    expect(more).toEqual([]);
  });

  test('the page says whether `--fix` mends it', () => {
    const fixable = judgeText(bad, settings).some(({ rule: found, fix }) => found === id && fix !== undefined);
    expect(text.includes('`--fix`')).toBe(fixable);
  });

  test('every finding in the bad example has a place in it', () => {
    const lines = bad.split('\n').length;
    for (const { at, related, message, fingerprint } of judgeText(bad, settings)) {
      for (const { start, file } of [at, ...related.map((one) => one.at)]) {
        if (file.startsWith('base/')) continue;
        expect(start.line).toBeGreaterThanOrEqual(1);
        expect(start.line).toBeLessThanOrEqual(lines + 1);
      }
      expect(message).not.toMatch(/undefined|NaN|\[object/);
      expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
    }
  });
});

test('every page has a rule', () => {
  const known = new Set(ruleCatalog.map(({ id }) => id));
  const pages = readdirSync('docs/lint/rules').map((file) => file.replace(/\.md$/, ''));
  const ours = pages.filter((id) => / profile `(recommended|production|kind)`/.test(pageOf(id).text));
  expect(ours.filter((id) => !known.has(id))).toEqual([]);
});

test('no two rules have one id', () => {
  expect(new Set(ruleCatalog.map(({ id }) => id)).size).toBe(ruleCatalog.length);
});
