import { describe, expect, test } from '@jest/globals';
import type { Evidence } from '../../../src/domain/evidence.js';
import type { StageReport } from '../../../src/domain/report.js';
import { type StageName, verdictOf } from '../../../src/domain/stage.js';
import type { Subject } from '../../../src/domain/subject.js';
import type { Verdict } from '../../../src/domain/verdict.js';
import { type PromoteSpec, promoteStage } from '../../../src/stages/promote/promote.js';
import { FakeClock } from '../../fakes/clock.js';
import { wordsOf } from '../../fakes/words.js';

const words = wordsOf('promote/words.json');

const at = '2030-01-01T00:00:00.000Z';
const seen = (verdict: Verdict): Evidence => ({
  claim: 'a thing holds',
  requirement: 'containers',
  verdict,
  observed: '1 of 1',
  source: 'test',
  at,
});
const stage = (name: StageName, changes: Partial<StageReport> = {}): StageReport => ({
  stage: name,
  verdict: 'pass',
  evidence: [seen('pass')],
  notes: [],
  startedAt: at,
  durationMs: 1,
  ...changes,
});
const subject: Subject = { commit: 'abc', manifests: 'sha256:1', images: { 'shop:1': 'sha256:aaa' } };
const good: PromoteSpec = {
  subject,
  collected: [{ source: 'this run', subject, stages: [stage('lint'), stage('load')] }],
  required: ['lint', 'load'],
  policy: { allowModified: true, allowDirty: true },
};

async function judge(changes: Partial<PromoteSpec>): Promise<readonly Evidence[]> {
  const context = { signal: new AbortController().signal, own: async () => undefined };
  return (await promoteStage({ clock: new FakeClock() }).run({ ...good, ...changes }, context)).evidence;
}

const about = (other: Partial<Subject>): Partial<PromoteSpec> => ({
  collected: [{ source: 'report.json', subject: { ...subject, ...other }, stages: [stage('lint'), stage('load')] }],
});
const over = (...stages: readonly StageReport[]): Partial<PromoteSpec> => ({
  collected: [{ source: 'report.json', subject, stages }],
});
const strict = { allowModified: false, allowDirty: false };
const note = { kind: 'modified-for-ci', text: 'HPA sync period 5 s (15 s by default)' } as const;
const advice = { kind: 'advice', text: 'lint: 1 warning, listed in the report' } as const;
const long = {
  ...subject,
  manifests: `sha256:${'0123456789abcdef'.repeat(4)}`,
  images: { a: 'sha256:1', b: 'sha256:2' },
};

describe('promoting', () => {
  test('passes where the evidence is about the subject, whole and good', async () => {
    expect(verdictOf(await judge({}))).toBe('pass');
    expect(verdictOf(await judge({ policy: strict }))).toBe('pass');
  });

  test.each<[string, Partial<PromoteSpec>, Verdict, string]>([
    ['is of another commit', about({ commit: 'def' }), 'fail', 'report.json: commit def is not abc'],
    ['is of other manifests', about({ manifests: 'sha256:2' }), 'fail', 'manifests sha256:2 are not sha256:1'],
    [
      'is of another image',
      about({ images: { 'shop:1': 'sha256:bbb' } }),
      'fail',
      'shop:1 sha256:bbb is not sha256:aaa',
    ],
    ['is of an image that is not among them', about({ images: {} }), 'fail', 'shop:1 absent is not sha256:aaa'],
    ['is not there at all', { collected: [] }, 'inconclusive', '0 reports'],
    ['lacks a required stage', over(stage('lint')), 'inconclusive', 'no evidence of load'],
    [
      'has a stage that observed nothing',
      over(stage('lint'), stage('load', { evidence: [] })),
      'inconclusive',
      'no evidence of load',
    ],
    [
      'has a stage that failed',
      over(stage('lint'), stage('load', { verdict: 'fail', evidence: [seen('fail')] })),
      'fail',
      'load: fail',
    ],
    [
      'has a stage that claims a pass over failing evidence',
      over(stage('lint'), stage('load', { evidence: [seen('fail')] })),
      'fail',
      'load: fail',
    ],
    [
      'has a stage that claims a pass over an error',
      over(stage('lint'), stage('load', { error: { code: 'TIMED_OUT', message: 'late', hint: '', facts: {} } })),
      'inconclusive',
      'load: inconclusive',
    ],
    [
      'has a stage that passed once and failed once',
      over(stage('lint'), stage('load'), stage('load', { verdict: 'fail', evidence: [seen('fail')] })),
      'fail',
      'load: fail',
    ],
    ['is asked for no stage', { required: [] }, 'inconclusive', '0 of 0 stages'],
    [
      'was gained with modifications that are not allowed',
      { ...over(stage('lint', { notes: [note] }), stage('load')), policy: { ...strict, allowDirty: true } },
      'fail',
      'HPA sync period 5 s',
    ],
    [
      'is about a dirty checkout',
      { ...about({ commit: 'abc-dirty' }), subject: { ...subject, commit: 'abc-dirty' }, policy: strict },
      'fail',
      'abc-dirty',
    ],
    [
      'is about an unknown commit, which may be anything',
      { ...about({ commit: 'unknown' }), subject: { ...subject, commit: 'unknown' }, policy: strict },
      'inconclusive',
      'unknown',
    ],
  ])('does not pass where the evidence %s', async (_, changes, verdict, words) => {
    const evidence = await judge(changes);
    expect(verdictOf(evidence)).toBe(verdict);
    const told = evidence.filter((one) => one.verdict === verdict).map(({ observed }) => observed);
    expect(told.join('\n')).toContain(words);
    expect(evidence.filter((one) => one.verdict !== 'pass').every(({ remedy }) => remedy !== undefined)).toBe(true);
  });

  test.each<[string, Partial<PromoteSpec>]>([
    ['good', {}],
    ['good, by a strict policy', { policy: strict, ...over(stage('lint', { notes: [advice] }), stage('load')) }],
    [
      'good, of many',
      {
        subject: long,
        collected: ['a', 'b'].map((source) => ({ source, subject: long, stages: good.collected[0]?.stages ?? [] })),
      },
    ],
    ['of another commit and other manifests', about({ commit: 'def', manifests: 'sha256:2' })],
    ['not there', { collected: [], policy: strict }],
    ['of no stage', { required: [] }],
    ['without two stages', over()],
    [
      'of a stage that failed, and of one that saw nothing',
      over(stage('lint', { evidence: [] }), stage('load', { evidence: [seen('fail')] })),
    ],
    [
      'modified in two ways',
      { ...over(stage('lint', { notes: [note, advice] }), stage('load', { notes: [note] })), policy: strict },
    ],
    ['dirty', { ...about({ commit: 'abc-dirty' }), subject: { ...subject, commit: 'abc-dirty' }, policy: strict }],
    [
      'of an unknown commit',
      { ...about({ commit: 'unknown' }), subject: { ...subject, commit: 'unknown' }, policy: strict },
    ],
  ])('says in words what is %s', async (name, changes) => words(name, await judge(changes)));

  test('is named and planned by what it needs', () => {
    const asked = promoteStage({ clock: new FakeClock() });
    expect([asked.name, asked.plan(good)]).toEqual([
      'promote',
      ['require evidence of lint, load for this commit, these manifests and these images'],
    ]);
  });

  test('lets modifications and dirt pass where the policy does, and claims nothing of them', async () => {
    const evidence = await judge(over(stage('lint', { notes: [note] }), stage('load')));
    expect(verdictOf(evidence)).toBe('pass');
    expect(evidence).toHaveLength(2);
  });
});
