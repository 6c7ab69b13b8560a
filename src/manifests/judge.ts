import type { Diagnostic } from '../domain/diagnostic.js';
import { diagnose, type Finding } from './diagnosis.js';
import type { Manifest } from './manifest.js';
import { laterVersion } from './mending/api-version.js';
import type { Mending } from './mending/mending.js';
import { type Decoded, decode } from './schema/decode.js';
import { identify, isBuiltIn, lifecycleOf } from './schema/identify.js';
import type { Problem } from './schema/problem.js';
import { minors } from './schema/table.js';
import { kindId } from './schema/type.js';
import { Faults } from './validation/faults.js';
import { judges } from './validation/kinds.js';

/** Minor of Kubernetes 1 whose validation is the one that is known here. */
export const judgedMinor = 34;
/** Minors whose schemas are known here. */
export const schemaMinors: readonly number[] = minors;

const stored = 'metadata.resourceVersion';

/** All reasons for which the API server of Kubernetes 1.`minor` would not create an object, in its order. */
export function problemsOf(manifest: Manifest, minor: number = judgedMinor): readonly Problem[] {
  const identity = identify(manifest.apiVersion, manifest.kind, minor);
  if (identity.problem !== undefined) return [identity.problem];
  if (identity.kind === undefined) return [];
  const decoded = decode(manifest.value, identity.kind.type, minor);
  if (decoded.type !== undefined) return [decoded.type];
  const judge = judges.get(identity.id);
  const faults = new Faults();
  if (judge === undefined) return [...decoded.unknown, ...decoded.missing];
  judge(manifest.value, faults);
  return [...decoded.unknown, ...faults.problems, ...storeProblems(manifest, decoded)];
}

/** What only the storage finds out. */
function storeProblems({ value }: Manifest, { unknown }: Decoded): readonly Problem[] {
  const { metadata } = value;
  if (unknown.length > 0 || typeof metadata !== 'object' || metadata === null || Array.isArray(metadata)) return [];
  const { resourceVersion } = metadata as { resourceVersion?: unknown };
  if (typeof resourceVersion !== 'string' || resourceVersion === '') return [];
  const message = 'resourceVersion is given by the server; an object that has one cannot be created';
  const path = ['metadata', 'resourceVersion'];
  return [
    { stage: 'store', type: 'ResourceVersion', field: stored, path, message, remediation: 'Delete `resourceVersion`.' },
  ];
}

const ruleOf: Readonly<Record<string, string>> = {
  UnknownField: 'schema-unknown-field',
  Type: 'schema-type',
  FieldValueRequired: 'schema-required',
  FieldValueNotSupported: 'schema-enum',
  FieldValueDuplicate: 'schema-list-key',
  FieldValueInvalid: 'server-invalid',
  FieldValueTypeInvalid: 'schema-type',
  FieldValueForbidden: 'server-forbidden',
  FieldValueNotFound: 'server-not-found',
  FieldValueTooLong: 'server-too-long',
  FieldValueTooMany: 'server-too-many',
  ResourceVersion: 'server-resource-version',
  Unevaluated: 'schema-expression',
  Removed: 'api-removed',
  UnknownKind: 'api-unknown',
  NotServed: 'api-unknown',
  BadVersion: 'api-unknown',
};

function severityOf({ type }: Problem, { apiVersion }: Manifest): Finding['severity'] {
  if (type === 'Unevaluated') return 'note';
  return type === 'UnknownKind' && !isBuiltIn(apiVersion) ? 'note' : 'error';
}

/** What only the kind tells: a served version of the same API, and what an older Ingress had by default. */
function mendingOf({ type, path }: Problem, manifest: Manifest): Mending | undefined {
  if (type === 'Removed') return servedVersion(manifest);
  if (type === 'FieldValueRequired' && manifest.kind === 'Ingress' && path.at(-1) === 'pathType')
    return { action: 'insert', before: 'backend', value: 'ImplementationSpecific' };
  return undefined;
}

/** Another version of which the server accepts the object just as it is. */
function servedVersion(manifest: Manifest): Mending | undefined {
  const later = laterVersion(manifest.value);
  if (later === undefined) return undefined;
  const { value, kind } = manifest;
  const as = { ...manifest, kind, apiVersion: later.to, value: { ...value, apiVersion: later.to } };
  return problemsOf(as).length === 0 ? later : undefined;
}

export function finding(problem: Problem, manifest: Manifest): Finding {
  return {
    rule: ruleOf[problem.type] ?? 'server-invalid',
    severity: severityOf(problem, manifest),
    path: problem.path,
    what: problem.stage === 'strict' ? 'key' : 'value',
    message: problem.message,
    mending: problem.mending ?? mendingOf(problem, manifest),
    remediation: problem.remediation ?? 'Mend the value; the API server refuses it as it is.',
  };
}

function deprecation(manifest: Manifest, minor: number): Finding[] {
  const row = lifecycleOf(kindId(manifest.apiVersion, manifest.kind));
  if (row === undefined || row.deprecated === 0 || row.deprecated > minor) return [];
  const end = row.removed > 0 ? ` and goes with 1.${row.removed}` : '';
  const instead = row.replacement?.replace(/^\//, '').replace(/\/([^/]+)$/, ' $1');
  return [
    {
      rule: 'api-deprecated',
      severity: 'warning',
      path: ['apiVersion'],
      what: 'value',
      message: `${manifest.apiVersion} ${manifest.kind} is deprecated since Kubernetes 1.${row.deprecated}${end}`,
      mending: servedVersion(manifest),
      remediation: instead === undefined ? 'Prepare for its end.' : `Use ${instead}.`,
    },
  ];
}

/** Problems of several versions, each once; what one version says twice stays. */
function union(manifest: Manifest, versions: readonly number[]): readonly Problem[] {
  const key = ({ stage, type, field }: Problem): string => `${stage} ${type} ${field}`;
  const all: Problem[] = [];
  for (const minor of versions) {
    const seen = new Set(all.map(key));
    all.push(...problemsOf(manifest, minor).filter((problem) => !seen.has(key(problem))));
  }
  return all;
}

/**
 * Judges one object as the API servers of some versions would: schema, removed and deprecated APIs, validation.
 * What several versions say alike is said once. Validation is that of 1.34 for all of them.
 */
export function judgeManifest(manifest: Manifest, versions: readonly number[] = [judgedMinor]): Diagnostic[] {
  const findings = union(manifest, versions).map((problem) => finding(problem, manifest));
  if (!findings.some(({ rule }) => rule === 'api-removed'))
    findings.push(...deprecation(manifest, Math.max(...versions)));
  return findings.map((one) => diagnose(manifest, one));
}
