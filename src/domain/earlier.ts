import { sanitise } from './foreign-text.js';
import { decide, type Report, type StageReport } from './report.js';
import { type StageName, stageNames, verdictOf } from './stage.js';
import { type Verdict, worst } from './verdict.js';

/** A report of an earlier job, and the file that it was read from. */
export interface EarlierReport {
  readonly file: string;
  readonly report: Report;
}

/**
 * A report made harmless: its texts are sanitised, and its verdicts are drawn again from its evidence, because what a file
 * says of itself is a claim. A stage with an inability, or without evidence, is never a pass.
 */
export function mistrusted(report: Report): Report {
  const clean = sanitiseDeep(report) as Report;
  const stages = clean.stages.map((stage): StageReport => ({ ...stage, verdict: drawnAgain(stage) }));
  const required = [...stages.map(({ stage }) => stage), ...clean.skipped.map(({ stage }) => stage)];
  const decision = decide(stages, required);
  const reason =
    decision === clean.decision ? clean.reason : `the report says ${clean.decision}, and its evidence does not`;
  return { ...clean, stages, decision, reason };
}

function drawnAgain({ evidence, error, verdict }: StageReport): Verdict {
  const drawn = verdictOf(evidence);
  return worst([drawn, ...(error === undefined ? [] : (['inconclusive'] as const)), verdict]);
}

/** Every string of plain data, keys included, without what a log or a terminal would obey. */
function sanitiseDeep(value: unknown): unknown {
  if (typeof value === 'string') return sanitise(value);
  if (Array.isArray(value)) return value.map(sanitiseDeep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [sanitise(key), sanitiseDeep(each)]));
}

/** One report a stage, the worst where several jobs ran the same stage, in the order of the pipeline. */
export function worstOfEach(stages: readonly StageReport[]): readonly StageReport[] {
  return stageNames.flatMap((name: StageName) => {
    const [first, ...others] = stages.filter(({ stage }) => stage === name);
    if (first === undefined) return [];
    return [others.reduce((a, b) => (worst([a.verdict, b.verdict]) === a.verdict ? a : b), first)];
  });
}
