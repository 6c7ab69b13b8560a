import type { Diagnostic } from '../../domain/diagnostic.js';
import { kindOf } from '../../manifests/graph/kind.js';
import type { Workload } from '../../manifests/graph/workload.js';
import { diagnosticOf } from './diagnosis.js';
import type { ContainerRule, Finding, Findings, Lint, ObjectRule, Rule, SetRule, WorkloadRule } from './rule.js';

/** The rules, sorted by what they visit, so that each object meets only those that want it. */
interface Schedule {
  readonly byKind: ReadonlyMap<string, readonly ObjectRule[]>;
  readonly workload: readonly WorkloadRule[];
  readonly container: readonly ContainerRule[];
  readonly set: readonly SetRule[];
}

function scheduleOf(rules: readonly Rule[]): Schedule {
  const byKind = new Map<string, ObjectRule[]>();
  for (const rule of rules) {
    if (rule.visits !== 'object') continue;
    for (const kind of rule.kinds) byKind.set(kind, [...(byKind.get(kind) ?? []), rule]);
  }
  return {
    byKind,
    workload: rules.filter((rule) => rule.visits === 'workload'),
    container: rules.filter((rule) => rule.visits === 'container'),
    set: rules.filter((rule) => rule.visits === 'set'),
  };
}

/** All findings of the rules over the set, as diagnostics, in the order of the input. */
export function judge(lint: Lint, rules: readonly Rule[]): readonly Diagnostic[] {
  const schedule = scheduleOf(rules);
  const diagnostics: Diagnostic[] = [];
  const add = (rule: Rule, findings: Findings): void => {
    if (findings === undefined) return;
    const list: readonly Finding[] = Array.isArray(findings) ? findings : [findings as Finding];
    for (const finding of list) diagnostics.push(diagnosticOf(rule, finding, lint));
  };
  const visit = (workload: Workload): void => {
    for (const rule of schedule.workload) add(rule, rule.check(workload, lint));
    for (const container of workload.containers) {
      for (const rule of schedule.container) add(rule, rule.check(container, lint));
    }
  };
  const everyKind = schedule.byKind.get('*') ?? [];
  for (const manifest of lint.graph.manifests) {
    const ofKind = schedule.byKind.get(kindOf(manifest.apiVersion, manifest.kind)) ?? [];
    for (const rule of ofKind) add(rule, rule.check(manifest, lint));
    for (const rule of everyKind) add(rule, rule.check(manifest, lint));
  }
  for (const workload of lint.graph.workloads) visit(workload);
  for (const rule of schedule.set) add(rule, rule.check(lint));
  return diagnostics;
}
