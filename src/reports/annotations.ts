import type { Diagnostic } from '../domain/diagnostic.js';
import type { Report } from '../domain/report.js';
import type { Annotation } from '../ports/publisher.js';
import { findingsOf, lintDataOf } from './outline.js';

/** What a runner shows of each level for one step; further ones are lost without a word. */
export const annotationLimit = 10;

const levels = ['error', 'warning', 'notice'] as const;

/**
 * The annotations that fit: worst first, one for each rule before any rule has its second, and the last of a full
 * level says how many were left out.
 */
export function annotationsOf(report: Report): readonly Annotation[] {
  const all = [...runAnnotations(report), ...spread(lintDataOf(report)?.diagnostics ?? []).map(annotationOf)];
  return levels.flatMap((level) => limited(all.filter((one) => one.level === level)));
}

function limited(annotations: readonly Annotation[]): readonly Annotation[] {
  const [first] = annotations;
  if (first === undefined || annotations.length <= annotationLimit) return annotations;
  const kept = annotations.slice(0, annotationLimit - 1);
  const left = annotations.length - kept.length;
  const rest = {
    level: first.level,
    title: `${left} more`,
    message: `${left} more of this kind are in the job summary`,
  };
  return [...kept, rest];
}

/** What a run says without a place in a file: the decision's reasons. Lint has its places and is not said twice. */
function runAnnotations(report: Report): readonly Annotation[] {
  const errors = report.stages.flatMap(({ stage, error }): Annotation[] =>
    error === undefined
      ? []
      : [{ level: 'error', title: `${stage}: ${error.code}`, message: `${error.message}\n${error.hint}` }],
  );
  const failures = findingsOf(report)
    .filter(({ verdict, stage }) => verdict !== 'pass' && stage !== 'lint')
    .map(
      ({ verdict, stage, claim, observed, remedy }): Annotation => ({
        level: verdict === 'fail' ? 'error' : 'warning',
        title: `${stage}: ${claim}`,
        message: remedy === undefined ? observed : `${observed}\n${remedy}`,
      }),
    );
  return [...errors, ...failures];
}

/** First each rule's first finding, then each rule's second, and so on. */
function spread(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Map<string, number>();
  const rounds = diagnostics.map((diagnostic) => {
    const round = seen.get(diagnostic.rule) ?? 0;
    seen.set(diagnostic.rule, round + 1);
    return { diagnostic, round };
  });
  return rounds.toSorted((a, b) => a.round - b.round).map(({ diagnostic }) => diagnostic);
}

function annotationOf({ severity, rule, message, remediation, at }: Diagnostic): Annotation {
  return {
    level: severity === 'note' ? 'notice' : severity,
    title: rule,
    message: `${message}\n${remediation}`,
    file: at.file,
    startLine: at.start.line,
    startColumn: at.start.column,
    endLine: at.end.line,
    endColumn: at.end.column,
  };
}
