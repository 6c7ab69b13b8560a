import { describe, expect, test } from '@jest/globals';
import { mistrusted, worstOfEach } from '../../src/domain/earlier.js';
import { reportOf } from '../../src/domain/report-form.js';
import { evidence, hostile, inconclusive, promoted, rejected, stage } from '../reports/samples.js';

const again = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the form of a report', () => {
  test.each([
    ['promoted', promoted],
    ['rejected', rejected],
    ['inconclusive', inconclusive],
    ['hostile', hostile()],
  ])('that we wrote is taken as it is: %s', (_, report) => expect(reportOf(again(report))).toEqual(again(report)));

  test.each([
    ['no object', 3, 'the whole'],
    ['a list', [], 'the whole'],
    ['another schema', { ...promoted, schema: 'v9' }, 'schema'],
    ['an unknown stage', { ...promoted, stages: [{ ...promoted.stages[0], stage: 'magic' }] }, 'stages[0].stage'],
    ['an unknown verdict', { ...promoted, stages: [{ ...promoted.stages[0], verdict: 'great' }] }, 'stages[0].verdict'],
    ['an image without text', { ...promoted, subject: { ...promoted.subject, images: { a: 1 } } }, 'subject.images.a'],
    ['an unknown decision', { ...promoted, decision: 'green' }, 'decision'],
    ['a time of no form', { ...promoted, startedAt: 'now' }, 'startedAt'],
    ['a duration before the beginning', { ...promoted, durationMs: -1 }, 'durationMs'],
    [
      'an unknown code',
      {
        ...inconclusive,
        stages: [{ ...inconclusive.stages[1], error: { ...inconclusive.stages[1]?.error, code: 'X' } }],
      },
      'stages[0].error.code',
    ],
  ])('is refused with its place: %s', (_, value, place) => expect(reportOf(value)).toBe(place));

  test('data that has not its form is left out, and the verdict stays', () => {
    const stages = [
      stage('load', 0, 1, {
        evidence: [evidence('routing', 'a', 'b')],
        data: { points: [{ ms: 'x' }], phases: [], thresholds: [] },
      }),
    ];
    const report = reportOf({ ...promoted, stages });
    expect(report).toMatchObject({ stages: [{ verdict: 'pass' }] });
    expect(report).not.toHaveProperty('stages.0.data');
  });
});

describe('a report of an earlier job is a claim', () => {
  test('one that is sound stays as it is', () => {
    expect(mistrusted(promoted).decision).toBe('promote');
    expect(mistrusted(rejected)).toMatchObject({ decision: 'reject', reason: rejected.reason });
  });

  test.each([
    [
      'whose evidence fails',
      {
        ...rejected,
        decision: 'promote',
        stages: rejected.stages.map((one) => ({ ...one, verdict: 'pass' as const })),
      },
      'reject',
    ],
    ['without any stage', { ...promoted, stages: [] }, 'inconclusive'],
    ['whose stage has no evidence', { ...promoted, stages: [stage('load', 0, 1)] }, 'inconclusive'],
    [
      'with an inability',
      {
        ...inconclusive,
        decision: 'promote',
        skipped: [],
        stages: inconclusive.stages.map((one) => ({
          ...one,
          verdict: 'pass' as const,
          evidence: [evidence('routing', 'a', 'b')],
        })),
      },
      'inconclusive',
    ],
    [
      'that did not reach a stage',
      {
        ...promoted,
        skipped: [{ stage: 'deploy', reason: 'x' }],
        stages: promoted.stages.filter((one) => one.stage !== 'deploy'),
      },
      'inconclusive',
    ],
  ] as const)('that says promote is not believed: %s', (_, report, decision) => {
    const found = mistrusted({ ...report, decision: 'promote' } as typeof promoted);
    expect(found.decision).toBe(decision);
    expect(found.reason).toContain('the report says promote');
  });

  test('its text commands nobody', () => {
    expect(JSON.stringify(mistrusted(hostile()))).not.toMatch(/\\u001b|\\n::error/);
  });

  test('of several reports of a stage the worst counts', () => {
    const [good, bad] = [stage('lint', 0, 1), stage('lint', 0, 1, { verdict: 'fail' })];
    const load = stage('load', 0, 1);
    expect(worstOfEach([load, good, bad, good])).toEqual([bad, load]);
  });
});
