import type { Diagnostic, Fix } from '../../domain/diagnostic.js';
import type { Location } from '../../domain/location.js';
import { asObject, dig } from '../../manifests/graph/json.js';
import { LateDiagnostic } from '../../manifests/late-diagnostic.js';
import { changeOf } from './change.js';
import { fingerprintOf, stablePath } from './fingerprint.js';
import { type Finding, type Lint, nameOf, type Place, type Rule } from './rule.js';

/** The key where the value is a whole block: a finding underlines `resources`, not the twenty lines below it. */
function underlined({ on, path }: Place, what: 'key' | 'value' | undefined): 'key' | 'value' {
  if (what) return what;
  const value = dig(on.value, ...path);
  return value === undefined || Array.isArray(value) || asObject(value) ? 'key' : 'value';
}

const locate = (place: Place, what?: 'key' | 'value') => place.on.locate(place.path, underlined(place, what));

/**
 * A line of an embedded file. In a block scalar (`|`) its lines stand below the key, indented by two as everyone writes
 * them; in a quoted text there is no line to point at, and the whole value is.
 */
function lineWithin({ on, path }: Place, { line, width }: NonNullable<Finding['textLine']>): Location {
  const [key, value] = [on.locate(path, 'key'), on.locate(path, 'value')];
  if (value.end.line - value.start.line < line) return value;
  const start = { line: value.start.line + 1 + line, column: key.start.column + 2 };
  return { file: value.file, start, end: { line: start.line, column: start.column + width } };
}

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
