import type { Evidence, Note } from '../domain/evidence.js';
import type { Report, StageReport } from '../domain/report.js';
import {
  isLintData,
  isLoadData,
  isRedisData,
  type LintData,
  type LoadData,
  type RedisData,
} from '../domain/report-data.js';
import { type Requirement, requirements } from '../domain/requirement.js';
import type { StageName } from '../domain/stage.js';
import { type Verdict, worst } from '../domain/verdict.js';

/** Evidence with the stage that found it. */
export interface Finding extends Evidence {
  readonly stage: StageName;
}

/** One of the six requirements, with all that the run found out about it. */
export interface RequirementOutline {
  readonly id: Requirement;
  readonly title: string;
  /** `inconclusive` where nothing was found out. */
  readonly verdict: Verdict;
  /** Worst first. */
  readonly findings: readonly Finding[];
}

const unknown = { verdict: 'inconclusive' } as const;

const rank: Readonly<Record<Verdict, number>> = { fail: 0, inconclusive: 1, pass: 2 };

/** All evidence of a run, worst first, else in the order in which it was found. */
export function findingsOf(report: Report): readonly Finding[] {
  return report.stages
    .flatMap(({ stage, evidence }) => evidence.map((one) => ({ ...one, stage })))
    .toSorted((a, b) => rank[a.verdict] - rank[b.verdict]);
}

/**
 * The six requirements in their order; each is there, also where nothing was found out. Where a stage could not do its
 * work, or was not reached, what the others saw is no pass yet.
 */
export function outlineOf(report: Report): readonly RequirementOutline[] {
  const findings = findingsOf(report);
  const whole = report.skipped.length === 0 && report.stages.every(({ error }) => error === undefined);
  return requirements.map(({ id, title }) => {
    const own = findings.filter(({ requirement }) => requirement === id);
    return {
      id,
      title,
      verdict: worst([...own, ...(whole ? [] : [unknown])].map(({ verdict }) => verdict)),
      findings: own,
    };
  });
}

/** Notes of one kind, of all stages, each said once. */
export function notesOf(report: Report, kind: Note['kind']): readonly string[] {
  const texts = report.stages.flatMap(({ notes }) =>
    notes.filter((note) => note.kind === kind).map(({ text }) => text),
  );
  return [...new Set(texts)];
}

export function passedOf(findings: readonly Evidence[]): string {
  if (findings.length === 0) return 'no evidence';
  return `${findings.filter(({ verdict }) => verdict === 'pass').length} of ${findings.length}`;
}

const dataOf = <Data>(stages: readonly StageReport[], is: (data: unknown) => data is Data): Data | undefined =>
  stages.map(({ data }) => data).find((data): data is Data => is(data));

export function lintDataOf({ stages }: Report): LintData | undefined {
  return dataOf(stages, isLintData);
}

export function redisDataOf({ stages }: Report): RedisData | undefined {
  return dataOf(stages, isRedisData);
}

export function loadDataOf({ stages }: Report): LoadData | undefined {
  return dataOf(stages, isLoadData);
}

/** `0.2 s`, `41 s`, `3 min 12 s` */
export function spoken(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** A sign for each verdict and decision; words stand beside it, for those who do not see it. */
export const signs = {
  pass: '✓',
  fail: '✗',
  inconclusive: '?',
  promote: '✓',
  reject: '✗',
} as const;

/** At most `limit` rows, and how many were left out. */
export function firstOf<T>(rows: readonly T[], limit: number): { readonly shown: readonly T[]; readonly left: number } {
  return { shown: rows.slice(0, limit), left: Math.max(0, rows.length - limit) };
}
