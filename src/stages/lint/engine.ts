import type { Diagnostic } from '../../domain/diagnostic.js';
import { kindOf } from '../../manifests/graph/kind.js';
import type { Workload } from '../../manifests/graph/workload.js';
import { diagnosticOf } from './diagnosis.js';
import { fingerprintOf } from './fingerprint.js';
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

/** Findings about pairs of objects that one rule tells; who has ten thousand of them needs no more to see what is wrong. */
export const mostPairs = 10_000;

/** Hops of all findings together, up to which each finding has all of its own, and how many each has behind that. */
const mostHops = 20_000;
const hopsOfMany = 3;

/** No waiver and no baseline reaches it. */
export const unfinishedRule = 'lint-unfinished';

/** Where a rule stopped to look: an error, for what it did not look at may be one, and nothing can be ignored that is not told. */
function unfinished(rule: Rule, { on }: Finding): Diagnostic {
  const at = on.locate([], 'key');
  return {
    rule: unfinishedRule,
    severity: 'error',
    requirement: rule.requirement,
    message: `${rule.id} has more than ${mostPairs} findings about pairs of objects: those behind them were not looked for`,
    remediation: 'Mend what is found, or judge the manifests in parts.',
    at,
    object: on.file,
    related: [],
    fingerprint: fingerprintOf(unfinishedRule, rule.id),
  };
}

/** Takes down what rules find. */
class Findbook {
  readonly diagnostics: Diagnostic[] = [];
  readonly #lint: Lint;
  readonly #pairs = new Map<Rule, number>();
  #hops = 0;

  constructor(lint: Lint) {
    this.#lint = lint;
  }

  add(rule: Rule, findings: Findings): void {
    if (findings === undefined) return;
    if (Array.isArray(findings)) for (const finding of findings as readonly Finding[]) this.#note(rule, finding);
    else if (Symbol.iterator in findings) this.#addPairs(rule, findings);
    else this.#note(rule, findings as Finding);
  }

  #addPairs(rule: Rule, findings: Iterable<Finding>): void {
    let count = this.#pairs.get(rule) ?? 0;
    if (count > mostPairs) return;
    for (const finding of findings) {
      if (count++ < mostPairs) this.#note(rule, finding);
      else {
        this.diagnostics.push(unfinished(rule, finding));
        break;
      }
    }
    this.#pairs.set(rule, count);
  }

  #note(rule: Rule, finding: Finding): void {
    const { hops = [] } = finding;
    this.#hops += hops.length;
    const told = this.#hops <= mostHops ? finding : { ...finding, hops: hops.slice(0, hopsOfMany) };
    this.diagnostics.push(diagnosticOf(rule, told, this.#lint));
  }
}

/** All findings of the rules over the set, as diagnostics, in the order of the input. */
export function judge(lint: Lint, rules: readonly Rule[]): readonly Diagnostic[] {
  const schedule = scheduleOf(rules);
  const book = new Findbook(lint);
  const visit = (workload: Workload): void => {
    for (const rule of schedule.workload) book.add(rule, rule.check(workload, lint));
    for (const container of workload.containers) {
      for (const rule of schedule.container) book.add(rule, rule.check(container, lint));
    }
  };
  const everyKind = schedule.byKind.get('*') ?? [];
  for (const manifest of lint.graph.manifests) {
    const ofKind = schedule.byKind.get(kindOf(manifest.apiVersion, manifest.kind)) ?? [];
    for (const rule of ofKind) book.add(rule, rule.check(manifest, lint));
    for (const rule of everyKind) book.add(rule, rule.check(manifest, lint));
  }
  for (const workload of lint.graph.workloads) visit(workload);
  for (const rule of schedule.set) book.add(rule, rule.check(lint));
  return book.diagnostics;
}
