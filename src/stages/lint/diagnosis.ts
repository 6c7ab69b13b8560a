import type { Diagnostic, Fix } from '../../domain/diagnostic.js';
import { asObject, dig } from '../../manifests/graph/json.js';
import { LateDiagnostic } from '../../manifests/late-diagnostic.js';
import { changeOf } from './change.js';
import { lineWithin } from './embedded.js';
import { fingerprintOf, stablePath } from './fingerprint.js';
import { type Finding, type Lint, nameOf, type Place, type Rule } from './rule.js';

/** The key where the value is a whole block: a finding underlines `resources`, not the twenty lines below it. */
function underlined({ on, path }: Place, what: 'key' | 'value' | undefined): 'key' | 'value' {
  if (what) return what;
  const value = dig(on.value, ...path);
  return value === undefined || Array.isArray(value) || asObject(value) ? 'key' : 'value';
}

const locate = (place: Place, what?: 'key' | 'value') => place.on.locate(place.path, underlined(place, what));

/** A finding with its characters. Fingerprints leave lines out, so that a finding keeps its name when the file moves. */
export function diagnosticOf(rule: Rule, finding: Finding, lint: Lint): Diagnostic {
  const { on, path, message } = finding;
  const namespace = lint.graph.namespaceOf(on);
  const fix: Fix | undefined = finding.change && changeOf(finding.change);
  const parts = {
    rule: rule.id,
    severity: finding.severity ?? rule.severity,
    requirement: rule.requirement,
    message: `${nameOf(on, lint)}: ${message}`,
    remediation: finding.remediation ?? rule.remediation,
    at: finding.textLine ? lineWithin(finding, finding.textLine) : locate(finding, finding.what),
    object: `${on.kind}/${namespace}/${on.name}`,
    related: (finding.hops ?? []).map((one) => ({ message: one.message, at: locate(one) })),
    ...(fix ? { fix } : {}),
  };
  return new LateDiagnostic(parts, () => {
    const [where, line] = [stablePath(on.value, path), finding.textLine ? message : ''];
    return fingerprintOf(rule.id, on.apiVersion, on.kind, namespace, on.name, where, line);
  });
}
