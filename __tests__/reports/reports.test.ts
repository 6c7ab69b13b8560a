import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { errorCodes } from '../../src/domain/error.js';
import { requirements } from '../../src/domain/requirement.js';
import { annotationLimit, annotationsOf } from '../../src/reports/annotations.js';
import { commentMarker, renderComment } from '../../src/reports/comment.js';
import { renderHtml } from '../../src/reports/html/page.js';
import { renderJson } from '../../src/reports/json.js';
import { renderJunit } from '../../src/reports/junit.js';
import { code, flat, inline } from '../../src/reports/markdown-text.js';
import { outlineOf } from '../../src/reports/outline.js';
import { renderSarif } from '../../src/reports/sarif.js';
import { renderSummary } from '../../src/reports/summary.js';
import { renderText } from '../../src/reports/text.js';
import { commandsIn } from '../runner/action-command.js';
import { diagnostic, evidence, hostile, inconclusive, loadData, promoted, rejected, stage } from './samples.js';

const schema = JSON.parse(readFileSync('schema/report.schema.json', 'utf8'));
const validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true, strictRequired: false }).compile(
  schema,
);
const samples = [
  ['promoted', promoted],
  ['rejected', rejected],
  ['inconclusive', inconclusive],
  ['hostile', hostile()],
] as const;
const plain = { colour: false, width: 100 };

describe('the decision and its reason come first', () => {
  test.each(samples.slice(0, 3))('%s', (_, report) => {
    expect(renderSummary(report).split('\n')[0]).toContain(`${report.decision}: ${inline(report.reason)}`);
    expect(renderComment(report, { key: 'a' }).split('\n')[1]).toContain(
      `${report.decision}: ${inline(report.reason)}`,
    );
    expect(renderText(report, plain).split('\n').slice(1, 3).join('\n')).toContain(report.reason);
    expect(renderHtml(report)).toMatch(new RegExp(`<h1>.*${report.decision}</span> ${report.service}</h1>`));
  });
});

describe('the six requirements', () => {
  test.each(samples)('are headings of the summary and of the page, in their order: %s', (_, report) => {
    const summary = renderSummary(report);
    const places = requirements.map(({ title }) =>
      summary.search(new RegExp(`^## . ?.? ?${title}$|^## .*${title}$`, 'm')),
    );
    expect(places.every((place, i) => place > (places[i - 1] ?? 0))).toBe(true);
    for (const { title } of requirements) expect(renderHtml(report)).toContain(`<h3>${title}</h3>`);
  });

  test('one without evidence is inconclusive', () => {
    const outline = outlineOf({ ...promoted, stages: promoted.stages.filter((one) => one.stage !== 'load') });
    expect(outline.find(({ id }) => id === 'autoscaling')?.verdict).toBe('inconclusive');
  });

  test('none passes in a run that could not look at everything', () => {
    expect(outlineOf(inconclusive).map(({ verdict }) => verdict)).toEqual(Array(6).fill('inconclusive'));
    expect(outlineOf(promoted).map(({ verdict }) => verdict)).toEqual(Array(6).fill('pass'));
  });
});

describe('report.json', () => {
  test.each(samples)('has the form of its schema: %s', (_, report) => {
    expect([validate(JSON.parse(renderJson(report))), validate.errors]).toEqual([true, null]);
  });

  test.each([
    ['a stage that passes without evidence', { ...promoted, stages: [stage('lint', 0, 1)] }],
    [
      'a stage that passes with an inability',
      {
        ...promoted,
        stages: [{ ...inconclusive.stages[1], verdict: 'pass', evidence: [evidence('routing', 'a', 'b')] }],
      },
    ],
    ['an unknown decision', { ...promoted, decision: 'green' }],
    ['an unknown key', { ...promoted, mood: 'good' }],
    [
      'data of another form',
      {
        ...promoted,
        stages: [stage('load', 0, 1, { evidence: [evidence('routing', 'a', 'b')], data: { points: 3 } })],
      },
    ],
  ])('%s is refused by the schema', (_, report) => expect(validate(report)).toBe(false));

  test('the schema knows every error code', () => {
    expect(schema.$defs.inability.properties.code.enum).toEqual([...errorCodes]);
  });
});

describe('the terminal', () => {
  test('shows the failures with what to do, and nothing that a terminal would obey', () => {
    const text = renderText(rejected, plain);
    expect(text).toContain('what to do    Lower the CPU request');
    expect(renderText(hostile(), plain)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]/);
    const forged = {
      ...rejected,
      reason: 'it answers <html>##[set-output name=verdict]promote',
      service: '::error::x',
    };
    expect(commandsIn(renderText(forged, plain), true)).toEqual([]);
  });

  test('says which stages were not reached, and why', () => {
    expect(renderText(inconclusive, plain)).toContain('- redis      not reached: provision is inconclusive');
  });

  test('colours only when asked', () => {
    expect(renderText(promoted, plain)).not.toContain('\u001b');
    expect(renderText(promoted, { colour: true, width: 80 })).toContain('\u001b[32m');
  });
});

describe('Markdown', () => {
  test.each([
    ['a|b', 'a\\|b'],
    ['<img>', '&lt;img&gt;'],
    ['ping @octocat', 'ping \\@\u200boctocat'],
    ['web@sha256', 'web\\@sha256'],
    ['fixes #12', 'fixes \\#\u200b12'],
    ['a\n\n# b', 'a \\# b'],
    ['[x](y)', '\\[x\\]\\(y\\)'],
    ['\\|', '\\\\\\|'],
  ])('%j is shown as it is', (text, expected) => expect(inline(text)).toBe(expected));

  test('a code span outlasts the backticks in it', () => {
    expect(code('a `` b')).toBe('```a `` b```');
    expect(code('`a')).toBe('`` `a ``');
  });

  test('foreign text opens no tag, no heading and no link', () => {
    for (const text of [
      renderSummary(hostile()),
      renderComment(hostile(), { key: 'k', link: 'javascript:alert(1)' }),
    ]) {
      const bare = text
        .replace(/^<!-- [\w -]* -->/, '')
        .replace(/\\[!-/:-@[-`{-~]/g, '')
        .replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, '')
        .replace(/<\/?(br|sub|details|summary)>/g, '');
      expect(bare).not.toMatch(/<[a-z/!]/i);
      expect(text).not.toMatch(/^# head/m);
      expect(bare).not.toMatch(/\]\(http|@octocat/);
    }
  });

  test('a summary over the limit is cut between sections, and says so', () => {
    const many = Array.from({ length: 60 }, (_, i) =>
      evidence('routing', `claim ${i}`, 'x'.repeat(20_000), { verdict: 'fail' }),
    );
    const big = { ...rejected, stages: [stage('lint', 0, 1, { verdict: 'fail', evidence: many })] };
    const text = renderSummary(big);
    expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(1024 * 1024);
    expect(text).toContain('left out here for its size');
    expect(text.split('\n')[0]).toContain('reject');
    expect(renderSummary(promoted)).not.toContain('left out');
  });

  test('charts of load and replicas are thinned without losing the peak', () => {
    const lines = renderSummary(promoted).match(/^ {2}line \[.*\]$/gm) ?? [];
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line.split(',').length).toBeLessThanOrEqual(62);
    expect(lines[0]).toContain('180');
    expect(lines[1]).toContain('6');
  });

  test('what was foretold stands beside what came, for production clocks too', () => {
    for (const [text, shown] of [
      [renderSummary(promoted), inline],
      [renderText(promoted, plain), String],
      [renderHtml(promoted), String],
    ] as const) {
      for (const part of ['4.0 s to 19.5 s', '6.2 s', '24.0 s to 47.0 s']) expect(text).toContain(shown(part));
    }
    expect(renderSummary(promoted)).toMatch(/Decisions of the HPA that the algorithm reproduces: 1 of 2/);
  });

  test('what was changed for CI is said', () => {
    for (const text of [
      renderSummary(promoted),
      renderComment(promoted, { key: 'a' }),
      renderText(promoted, plain),
      renderHtml(promoted),
    ]) {
      expect(text).toContain('modified-for-ci');
      expect(text).toMatch(/the HPA syncs every 5 s/);
    }
  });

  test('a comment is found again by a marker that nothing can break out of', () => {
    const text = renderComment(promoted, { key: 'Shop / preview --> x', link: 'https://example.test/runs/1' });
    expect(text.startsWith(`${commentMarker('Shop / preview --> x')}\n`)).toBe(true);
    expect(commentMarker('Shop / preview --> x')).toBe('<!-- scale-gate shop-preview-x -->');
    expect(text).toContain('[the run](https://example.test/runs/1)');
  });
});

describe('the page', () => {
  test.each(samples)('holds no script and loads nothing: %s', (_, report) => {
    const page = renderHtml(report);
    expect(page).not.toMatch(/<script|<img|<link|<iframe|@import|url\(|\son\w+="/i);
    expect(page).toContain("default-src 'none'");
  });

  test.each(samples)('has balanced elements, and pictures that say what they show: %s', (_, report) => {
    const page = renderHtml(report);
    expect(unbalanced(page, ['meta', 'br', 'circle', 'line', 'path', 'rect'])).toEqual([]);
    for (const [picture] of page.matchAll(/<svg[^>]*>/g))
      expect(picture).toMatch(/role="img" aria-labelledby="\S+ \S+"/);
  });

  test('shows what the algorithm says beside each decision, those that differ first', () => {
    const page = renderHtml(promoted);
    expect(page).toContain('s: 1 of 2 agree');
    expect(page.indexOf('the port asks for 6')).toBeLessThan(page.indexOf('118 % of 60 %'));
    expect(page).toContain('<td>4.0 s to 19.5 s</td><td>6.2 s</td>');
  });

  test('of a requirement that fails shows the failures first, and folds what holds', () => {
    const page = renderHtml(rejected);
    expect(page.indexOf('812 ms over 85 s')).toBeLessThan(page.indexOf('<summary>2 claims that hold</summary>'));
  });

  test('names a phase only where its name has room', () => {
    const phases = [
      { name: 'a phase with a long name', fromMs: -1, toMs: 900 },
      { name: 'load', fromMs: 900, toMs: 180_000 },
    ];
    const stages = [stage('load', 0, 1, { evidence: [evidence('routing', 'a', 'b')], data: { ...loadData, phases } })];
    const page = renderHtml({ ...promoted, stages });
    expect(page).toContain('>load</text>');
    expect(page).not.toContain('a phase with a long name</text>');
  });

  test('draws predicted beside observed, and leaves the picture away where there is nothing to draw', () => {
    expect(renderHtml(promoted)).toContain('class="series l-predicted"');
    expect(renderHtml(inconclusive)).not.toContain('Load and replicas');
  });
});

/** Elements that are opened and not closed, or closed and not opened. */
function unbalanced(markup: string, empty: readonly string[]): string[] {
  const open: string[] = [];
  const faults: string[] = [];
  for (const [, close, name = '', self] of markup
    .replace(/<style>.*?<\/style>/s, '')
    .matchAll(/<(\/?)([a-z][\w-]*)[^>]*?(\/?)>/g)) {
    if (self || empty.includes(name)) continue;
    if (!close) open.push(name);
    else if (open.pop() !== name) faults.push(name);
  }
  return [...faults, ...open];
}

describe('JUnit', () => {
  test.each(samples)('is well-formed and counts right: %s', (_, report) => {
    const text = renderJunit(report).replace(/^<\?xml[^>]*>/, '');
    expect(unbalanced(text, [])).toEqual([]);
    expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
    const [, tests, failures, errors, skipped] =
      /tests="(\d+)" failures="(\d+)" errors="(\d+)" skipped="(\d+)"/.exec(text) ?? [];
    expect([tests, failures, errors, skipped].map(Number)).toEqual([
      count(/<testcase /g),
      count(/<failure /g),
      count(/<error /g),
      count(/<skipped /g),
    ]);
  });

  test('an inability is an error, and so is a stage without evidence', () => {
    expect(renderJunit(inconclusive)).toContain('<error message="ADDON_NOT_READY: metrics-server');
    const empty = { ...promoted, stages: [stage('load', 0, 1, { verdict: 'inconclusive' })] };
    expect(renderJunit(empty)).toContain('<error message="no evidence"');
  });
});

describe('SARIF', () => {
  test('has places, related places and fingerprints', () => {
    const two = [diagnostic(), diagnostic({ at: { ...diagnostic().at, file: './k8s/my app.yaml' } })];
    const report = { ...promoted, stages: [stage('lint', 0, 1, { verdict: 'fail', data: { diagnostics: two } })] };
    const { version, runs } = JSON.parse(renderSarif(report));
    expect(version).toBe('2.1.0');
    expect(runs[0].tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(['hpa-requests-missing']);
    const [first, second] = runs[0].results;
    expect(first).toMatchObject({
      ruleId: 'hpa-requests-missing',
      ruleIndex: 0,
      level: 'error',
      partialFingerprints: { 'scaleGate/v1': 'c0ffee' },
      relatedLocations: [{ id: 1, message: { text: 'HPA shop/web scales Deployment shop/web' } }],
    });
    expect(first.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'k8s/web.yaml' },
      region: { startLine: 21, startColumn: 9, endLine: 21, endColumn: 18 },
    });
    expect(second.locations[0].physicalLocation.artifactLocation.uri).toBe('k8s/my%20app.yaml');
  });

  test('a run without findings has results, and none in them', () => {
    expect(JSON.parse(renderSarif(inconclusive)).runs[0].results).toHaveLength(1);
    expect(JSON.parse(renderSarif({ ...promoted, stages: [] })).runs[0].results).toEqual([]);
  });
});

describe('annotations', () => {
  const many = (count: number, rule = 'a') => Array.from({ length: count }, () => diagnostic({ rule }));
  const of = (diagnostics: ReturnType<typeof many>) =>
    annotationsOf({ ...promoted, stages: [stage('lint', 0, 1, { verdict: 'fail', data: { diagnostics } })] });

  test('ten of a level are shown as they are', () =>
    expect(of(many(10)).map(({ title }) => title)).toEqual(Array(10).fill('a')));

  test('of more than ten, the last counts the rest', () => {
    const shown = of(many(31));
    expect(shown).toHaveLength(annotationLimit);
    expect(shown.at(-1)).toMatchObject({ level: 'error', title: '22 more' });
  });

  test('each rule is heard before one is heard twice', () => {
    expect(
      of([...many(30), ...many(1, 'b')])
        .slice(0, 3)
        .map(({ title }) => title),
    ).toEqual(['a', 'b', 'a']);
  });

  test('failures and inabilities of other stages come without a file', () => {
    expect(annotationsOf(rejected).filter(({ level }) => level === 'error')).toHaveLength(2);
    expect(annotationsOf(inconclusive)[0]).toMatchObject({ level: 'error', title: 'provision: ADDON_NOT_READY' });
    expect(annotationsOf(promoted).map(({ level, file }) => [level, file])).toEqual([['warning', 'k8s/web.yaml']]);
  });
});

test('text that turns the direction of reading is shown without it', () =>
  expect(flat('a\u202eb\u2066c')).toBe('a b c'));
