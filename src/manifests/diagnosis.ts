import type { Diagnostic, Severity } from '../domain/diagnostic.js';
import { sha256 } from '../domain/digest.js';
import type { Location } from '../domain/location.js';
import { LateDiagnostic } from './late-diagnostic.js';
import type { Json, JsonObject, Manifest, Path } from './manifest.js';
import { fixOf } from './mending/edit.js';
import type { Mending } from './mending/mending.js';
import { requirementOf } from './requirement.js';

/** What reader and judge say of an object, before its place is looked up. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly path: Path;
  readonly what: 'key' | 'value';
  readonly message: string;
  readonly remediation: string;
  readonly mending?: Mending | undefined;
}

/** `Kind/namespace/name`, as diagnostics name an object. */
export function describeObject({ kind, namespace, name }: Pick<Manifest, 'kind' | 'namespace' | 'name'>): string {
  return namespace === undefined ? `${kind}/${name}` : `${kind}/${namespace}/${name}`;
}

function nameOf(item: Json | undefined): string | undefined {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return undefined;
  const { name } = item as JsonObject;
  return typeof name === 'string' ? name : undefined;
}

/** A path with names in place of list indexes, so that it survives reordering. */
export function stablePath(value: Json | undefined, path: Path): string {
  let here = value;
  const steps: string[] = [];
  for (const step of path) {
    if (Array.isArray(here) && typeof step === 'number') {
      here = here[step];
      steps.push(`[${nameOf(here) ?? step}]`);
    } else {
      here = typeof here === 'object' && here !== null ? (here as JsonObject)[step] : undefined;
      steps.push(String(step));
    }
  }
  return steps.join('.');
}

/** Hash of rule, object and path: the same finding after its lines moved. */
export function fingerprint(rule: string, object: string, path: string): string {
  return sha256(`${rule}\n${object}\n${path}`).slice(0, 16);
}

export function diagnose(manifest: Manifest, finding: Finding): Diagnostic {
  const object = describeObject(manifest);
  const fix = finding.mending && fixOf(manifest, finding.path, finding.mending);
  const parts = {
    rule: finding.rule,
    severity: finding.severity,
    requirement: requirementOf(manifest.kind),
    message: finding.message,
    remediation: finding.remediation,
    at: manifest.locate(finding.path, finding.what),
    object,
    related: [],
    ...(fix ? { fix } : {}),
  };
  return new LateDiagnostic(parts, () => fingerprint(finding.rule, object, stablePath(manifest.value, finding.path)));
}

/** A finding about a stretch of a file that is no object. */
export function diagnoseText(
  rule: string,
  at: Location,
  message: string,
  remediation: string,
  about: string,
): Diagnostic {
  return {
    rule,
    severity: 'error',
    requirement: 'containers',
    message,
    remediation,
    at,
    object: at.file,
    related: [],
    fingerprint: fingerprint(rule, at.file, about),
  };
}
