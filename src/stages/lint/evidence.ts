import { amount } from '../../domain/amount.js';
import type { Diagnostic } from '../../domain/diagnostic.js';
import type { Evidence, Note } from '../../domain/evidence.js';
import { describeLocation } from '../../domain/location.js';
import { requirements } from '../../domain/requirement.js';
import type { Graph } from '../../manifests/graph/graph.js';
import { servingKinds } from '../../manifests/graph/workload.js';
import type { Rule } from './rule.js';

interface Judgement {
  readonly rules: readonly Rule[];
  readonly graph: Graph;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Severity from which a finding fails. */
  readonly failOn: 'error' | 'warning';
}

function failureOf(diagnostic: Diagnostic, at: string): Evidence {
  return {
    claim: `the manifests keep the rule ${diagnostic.rule}`,
    requirement: diagnostic.requirement,
    verdict: 'fail',
    object: diagnostic.object,
    observed: diagnostic.message,
    source: describeLocation(diagnostic.at),
    at,
    remedy: diagnostic.remediation,
  };
}

/** For each requirement: its errors, or one pass that says how much was looked at. */
export function evidenceOf(
  diagnostics: readonly Diagnostic[],
  { rules, graph, at, failOn }: Judgement,
): readonly Evidence[] {
  const files = new Set(graph.manifests.map(({ file }) => file));
  const byRequirement = Map.groupBy(diagnostics, ({ requirement }) => requirement);
  return requirements.flatMap(({ id, title }): Evidence[] => {
    const own = byRequirement.get(id) ?? [];
    const errors = own.filter(({ severity }) => severity === 'error' || severity === failOn);
    if (errors.length > 0) return errors.map((error) => failureOf(error, at));
    const judged = rules.filter(({ requirement }) => requirement === id).length;
    if (judged === 0) return [];
    const warnings = own.filter(({ severity }) => severity === 'warning').length;
    return [
      {
        claim: `the manifests keep the rules for: ${title.toLowerCase()}`,
        requirement: id,
        verdict: 'pass',
        observed: `${amount(judged, 'rule')} over ${amount(graph.manifests.length, 'object')} in ${amount(files.size, 'file')}: 0 errors, ${amount(warnings, 'warning')}`,
        source: [...files].slice(0, 3).join(', ') + (files.size > 3 ? ` and ${files.size - 3} more` : ''),
        at,
      },
    ];
  });
}

/** What is no fault and yet has to be known: warnings by number, and services that nothing scales. */
export function notesOf(diagnostics: readonly Diagnostic[], graph: Graph, ignored: number): readonly Note[] {
  const unscaled = graph.workloads.filter(
    (workload) =>
      servingKinds.includes(workload.kind) &&
      graph.serviceOf(workload) !== undefined &&
      graph.scalersOf(workload).length === 0,
  );
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
  const notes: Note[] = unscaled.map(({ kind, namespace, name }) => ({
    kind: 'cannot-prove',
    text: `${kind} ${namespace}/${name} has no HorizontalPodAutoscaler: nothing scales it`,
  }));
  if (warnings > 0) notes.push({ kind: 'advice', text: `lint: ${amount(warnings, 'warning')}, listed in the report` });
  if (ignored > 0)
    notes.push({
      kind: 'advice',
      text: `lint: ${amount(ignored, 'finding is ignored, with a reason', 'findings are ignored, each with a reason')}`,
    });
  return notes;
}
