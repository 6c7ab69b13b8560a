import { requirements } from '../../../domain/requirement.js';
import { choice, type Field, file, list, map, type Option, pathKind, type RecordKind } from '../option.js';
import { kubernetesVersion } from './shapes.js';

type Severity = 'error' | 'warning' | 'note';

/** Findings that are known and allowed, with the reason that reports print. */
export interface LintIgnore {
  readonly rule: string;
  readonly kind?: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly container?: string;
  readonly file?: string;
  readonly reason: string;
  readonly until?: string;
}

/** A rule of the user's own. */
export interface LintCustomRule {
  readonly id: string;
  readonly kinds: readonly string[];
  readonly expression: string;
  readonly message: string;
  readonly remediation?: string;
  readonly severity?: Severity;
  readonly requirement?: (typeof requirements)[number]['id'];
  readonly path?: string;
}

const day = { pattern: /^\d{4}-\d{2}-\d{2}$/, expected: 'a day such as 2027-01-31' };
const required = (description: string): Field => ({ kind: { type: 'text' }, required: true, description });
const optional = (description: string): Field => ({ kind: { type: 'text' }, required: false, description });

const ignore: RecordKind = {
  type: 'record',
  fields: {
    rule: required('Rule to ignore, or `*`.'),
    kind: optional('Kind of the object.'),
    namespace: optional('Namespace of the object.'),
    name: optional('Name of the object.'),
    container: optional('Container to which it is limited.'),
    file: optional('File to which it is limited.'),
    reason: required('Why; printed in the reports.'),
    until: { kind: { type: 'text', shape: day }, required: false, description: 'Last day on which it counts, in UTC.' },
  },
};

const severities = ['error', 'warning', 'note'] as const;

const custom: RecordKind = {
  type: 'record',
  fields: {
    id: required('Id of the rule, in kebab-case.'),
    kinds: {
      kind: { type: 'list', of: { type: 'text' } },
      required: true,
      description: 'Kinds that it judges: `Deployment`, `Rollout.argoproj.io`, or `*`.',
    },
    expression: required('CEL that is true for an `object` that keeps the rule.'),
    message: required('What is wrong where it is not kept.'),
    remediation: optional('What to do.'),
    severity: {
      kind: { type: 'choice', values: severities },
      required: false,
      description: 'Severity of the finding.',
    },
    requirement: {
      kind: { type: 'choice', values: requirements.map(({ id }) => id) },
      required: false,
      description: 'Requirement under which reports show it.',
    },
    path: optional('Where the finding is shown: `spec.template.spec`.'),
  },
};

/** An object that is not in the manifests and will be there: made by an operator, by another team, by hand. */
export interface LintExternal {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

const external: RecordKind = {
  type: 'record',
  fields: {
    kind: required('Kind of the object.'),
    namespace: optional('Namespace of the object; any where it is not given.'),
    name: required('Name of the object.'),
  },
};

/** Which workloads are to be reached from outside, by the labels of their pods. */
export interface LintExposure {
  readonly internal?: readonly Readonly<Record<string, string>>[];
  readonly external?: readonly Readonly<Record<string, string>>[];
  readonly otherwise?: 'internal' | 'external' | 'any';
  readonly internalClasses?: readonly string[];
}

const labels = { type: 'list', of: { type: 'map', of: { type: 'text' } } } as const;
const exposure: RecordKind = {
  type: 'record',
  fields: {
    internal: { kind: labels, required: false, description: 'Labels of pods that nothing outside may reach.' },
    external: { kind: labels, required: false, description: 'Labels of pods that must be reached from outside.' },
    otherwise: {
      kind: { type: 'choice', values: ['internal', 'external', 'any'] },
      required: false,
      description: 'For all other pods; `any` unless given.',
    },
    internalClasses: {
      kind: { type: 'list', of: { type: 'text' } },
      required: false,
      description: 'Ingress and Gateway classes that lead inside only.',
    },
  },
};

/** Options of `lint:`. */
export const lintOptions = {
  kubernetesVersions: list<string>(
    { type: 'text', shape: kubernetesVersion },
    'Kubernetes versions whose schemas judge. Without it: the one of the cluster, else the newest known.',
    [],
  ),
  profile: choice(
    ['schema', 'recommended', 'production'],
    'Schemas alone, the rules that a gate needs, or also what production asks for.',
    'recommended',
  ),
  rules: map<Severity | 'off'>(
    { type: 'choice', values: [...severities, 'off'] },
    'Severity of single rules; one that the profile leaves out is switched on by it. An error is a reject.',
  ),
  ignore: list<LintIgnore>(ignore, 'Findings to ignore, each with its reason.', []),
  locked: list<string>({ type: 'text' }, 'Rules that nothing may ignore or soften.', []),
  base: file(
    'Folder of the service before the change, a checkout of the base commit: what it has already blocks nobody.',
  ),
  definitions: list<string>(
    pathKind,
    'Files or folders of CustomResourceDefinitions; custom resources are judged by them, as by those in the manifests.',
    [],
  ),
  helmValues: map<readonly string[]>(
    { type: 'list', of: pathKind },
    'Sets of value files for Helm, by name. Each is rendered and judged; the first is the one that is deployed.',
  ),
  overlays: list<string>(
    pathKind,
    'Kustomize overlays in place of `manifests`, each judged by itself; the first is the one that is deployed.',
    [],
  ),
  known: file(
    'File that names findings by their fingerprints: a report of this tool in JSON or SARIF. They block nobody.',
  ),
  failOn: choice(['error', 'warning'], 'Severity from which a finding is a reject.', 'error'),
  external: list<LintExternal>(external, 'Objects that are not in the manifests and will be there.', []),
  exposure: {
    kind: exposure,
    description: 'What must be reached from outside, and what must not.',
    default: undefined,
  } as Option<LintExposure | undefined>,
  custom: list<LintCustomRule>(custom, 'Rules of your own, in CEL.', []),
} as const;
