import type { Severity } from '../../domain/diagnostic.js';
import { invalidInput } from '../../domain/error.js';
import type { Requirement } from '../../domain/requirement.js';
import { asNumber, asString } from '../../manifests/graph/json.js';
import { kindOf } from '../../manifests/graph/kind.js';
import type { Manifest, Path } from '../../manifests/manifest.js';
import type { Predicate, RuleLanguage } from '../../ports/rule-language.js';
import type { ObjectRule } from './rule.js';

/** A rule of the user's own: the expression is true for an object that keeps it. */
export interface CustomRule {
  readonly id: string;
  /** `Deployment`, `Rollout.argoproj.io`, or `*`. */
  readonly kinds: readonly string[];
  readonly expression: string;
  readonly message: string;
  readonly remediation?: string;
  readonly severity?: Severity;
  readonly requirement?: Requirement;
  /** Where the finding is shown: `spec.template.spec`; the kind unless given. */
  readonly path?: string;
}

function pathOf(text: string | undefined): Path {
  if (text === undefined) return ['kind'];
  return text
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
    .map((step) => asNumber(/^\d+$/.test(step) ? Number(step) : undefined) ?? asString(step) ?? '');
}

function broken(
  predicate: Predicate,
  manifest: Manifest,
  old: Manifest | undefined,
  namespace: string,
): string | undefined {
  try {
    const kept = predicate({ object: manifest.value, oldObject: old?.value ?? null, targetNamespace: namespace });
    return kept ? undefined : '';
  } catch (error) {
    // As a ValidatingAdmissionPolicy with failurePolicy Fail: what can not be told is not kept.
    return `; the expression could not be evaluated: ${(error as Error).message}`;
  }
}

function ruleOf(custom: CustomRule, predicate: Predicate): ObjectRule {
  const { id, kinds, message, path } = custom;
  return {
    id,
    severity: custom.severity ?? 'error',
    requirement: custom.requirement ?? 'configuration',
    profile: 'recommended',
    remediation: custom.remediation ?? `Make it keep: ${custom.expression}`,
    peers: [],
    visits: 'object',
    kinds,
    check(manifest, { graph, base }) {
      const namespace = graph.namespaceOf(manifest);
      const old = base?.find(kindOf(manifest.apiVersion, manifest.kind), namespace, manifest.name);
      const why = broken(predicate, manifest, old, namespace);
      return why === undefined ? undefined : { on: manifest, path: pathOf(path), message: message + why };
    },
  };
}

/** Compiles users' rules; every fault is told at once. */
export function customRules(
  rules: readonly CustomRule[],
  language: RuleLanguage,
  taken: readonly string[],
): readonly ObjectRule[] {
  const problems: string[] = [];
  const compiled = rules.flatMap((custom): ObjectRule[] => {
    if (taken.includes(custom.id)) problems.push(`rule ${custom.id}: the name is taken by a built-in rule`);
    try {
      return [ruleOf(custom, language.compile(custom.expression))];
    } catch (error) {
      problems.push(`rule ${custom.id}: ${(error as Error).message}`);
      return [];
    }
  });
  if (problems.length > 0) throw invalidInput(problems, 'Mend the rules of your own in the config.');
  return compiled;
}
