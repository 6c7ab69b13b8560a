import { describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/domain/report.js';
import { reportOf } from '../../src/domain/report-form.js';
import { diagnostic, evidence, loadData, redisData, stage } from '../reports/samples.js';

const at = { file: 'a.yaml', start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
/** A report in which every field that a form knows is there. */
const full: Report = {
  schema: 'scale-gate/report-v1',
  version: '0.1.0',
  run: 'sg-1-1-0a1b2c',
  service: 'shop',
  subject: { commit: 'abc', manifests: 'sha256:1', images: { web: 'sha256:2' } },
  stages: [
    stage('lint', 0, 1, {
      evidence: [evidence('routing', 'a', 'b', { object: 'Service/web', remedy: 'mend it' })],
      notes: [
        { kind: 'measured', text: 'one' },
        { kind: 'advice', text: 'two' },
        { kind: 'cannot-prove', text: 'three' },
        { kind: 'modified-for-ci', text: 'four' },
      ],
      error: { code: 'TIMED_OUT', message: 'late', hint: 'wait', facts: { seen: 'nothing' } },
      data: {
        diagnostics: [diagnostic({ fix: { description: 'set it', edits: [{ at, text: 'x' }] } })],
      },
    }),
    stage('redis', 0, 1, { verdict: 'fail', data: redisData }),
    stage('load', 0, 1, {
      verdict: 'inconclusive',
      data: { ...loadData, points: loadData.points.slice(40, 42), phases: [{ name: 'a', fromMs: -1, toMs: 0 }] },
    }),
  ],
  skipped: [{ stage: 'promote', reason: 'load did not pass' }],
  decision: 'reject',
  reason: 'because',
  startedAt: '2026-11-21T20:00:00.000Z',
  durationMs: 0,
};

type Path = readonly (string | number)[];
const leavesOf = (value: unknown, path: Path = []): readonly Path[] => {
  if (typeof value !== 'object' || value === null) return [path];
  const own = Object.entries(value).flatMap(([key, one]) =>
    leavesOf(one, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? own : [path, ...own];
};
const changed = (value: unknown, [key, ...rest]: Path, by: unknown): unknown => {
  if (key === undefined) return by;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>;
  copy[key] = changed(copy[key], rest, by);
  return copy;
};
const written = (path: Path): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? key : `${text}.${key}`),
    '',
  );
const inData = (path: Path): boolean => path[0] === 'stages' && path[2] === 'data';
const paths = leavesOf(full);
/** Nothing of any form. */
const wrong = Object.freeze(Object.assign(() => undefined, {}));

describe('the form of a whole report', () => {
  test('takes the report with every field that it knows', () => expect(reportOf(full)).toEqual(full));

  test.each(paths.filter((path) => !inData(path)).map((path) => ({ place: written(path), path })))(
    'refuses a wrong $place, by its name',
    ({ place, path }) => expect(reportOf(changed(full, path, wrong))).toMatch(new RegExp(`^${escaped(place)}$`)),
  );

  test.each(paths.filter(inData).map((path) => ({ place: written(path), path })))(
    'leaves data out where $place is wrong',
    ({ path }) => {
      const report = reportOf(changed(full, path, wrong));
      expect(report).not.toHaveProperty(`stages.${path[1]}.data`);
      expect(report).toHaveProperty('decision', 'reject');
    },
  );

  const optional = [
    ['stages', 0, 'evidence', 0, 'object'],
    ['stages', 0, 'evidence', 0, 'remedy'],
    ['stages', 0, 'error'],
    ['stages', 0, 'data', 'diagnostics', 0, 'fix'],
    ['stages', 1, 'data', 'nodes', 0, 'host'],
    ['stages', 2, 'data', 'decisions'],
    ['stages', 2, 'data', 'predictions'],
    ['stages', 2, 'data', 'predictions', 0, 'production'],
    ['stages', 2, 'data', 'forecast'],
  ] as const;
  test.each(optional.map((path) => ({ place: written(path), path })))('does without $place', ({ path }) => {
    const less = changed(full, path, undefined);
    expect(reportOf(less)).toEqual(less);
  });

  const nullable = ['targetCpuPercent', 'rate', 'bad', 'p95Ms', 'readyReplicas', 'desiredReplicas'];
  test.each([...nullable, 'predictedReplicas', 'cpuPercent', 'predictedCpuPercent'])(
    'takes no %s for an answer',
    (key) => {
      const where = key === 'targetCpuPercent' ? [key] : ['points', 0, key];
      const less = changed(full, ['stages', 2, 'data', ...where], null);
      expect(reportOf(less)).toEqual(less);
    },
  );

  test.each(['toString', 'constructor', 'promote'])('believes no data of a stage without a form: %s', (name) => {
    const stages = [
      { ...stage('promote', 0, 1), data: { any: 1 } },
      { ...stage('load', 0, 1), data: name },
    ];
    expect(reportOf({ ...full, stages })).toMatchObject({ stages: [{ stage: 'promote' }, { stage: 'load' }] });
    expect(JSON.stringify(reportOf({ ...full, stages }))).not.toContain('"data"');
  });

  test.each([
    ['durationMs', Number.POSITIVE_INFINITY],
    ['durationMs', -0.5],
    ['durationMs', '5'],
    ['startedAt', '2026-11-21T20:00:00Z and more'],
    ['startedAt', 'at 2026-11-21T20:00:00Z'],
    ['stages', { 0: 'lint' }],
    ['subject', []],
    ['subject', null],
  ])('refuses %s as %p', (key, value) => expect(reportOf({ ...full, [key]: value })).toBe(key));
});

function escaped(text: string): string {
  return text.replaceAll(/[.[\]]/g, '\\$&');
}
