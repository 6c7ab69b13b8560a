import { choice, list, map, type RecordKind, text } from '../option.js';
import { kubernetesVersion } from './shapes.js';

/** Findings that are known and allowed, with the reason that reports print. */
export interface LintIgnore {
  readonly rule: string;
  /** `Kind/name` or `Kind/namespace/name`; every object where it is not given. */
  readonly object?: string;
  readonly file?: string;
  readonly reason: string;
  /** `YYYY-MM-DD`; afterwards the finding counts again. */
  readonly expires?: string;
}

const ignore: RecordKind = {
  type: 'record',
  fields: {
    rule: { kind: { type: 'text' }, required: true, description: 'Rule to ignore.' },
    object: { kind: { type: 'text' }, required: false, description: '`Kind/name` or `Kind/namespace/name`.' },
    file: { kind: { type: 'text' }, required: false, description: 'File to which it is limited.' },
    reason: { kind: { type: 'text' }, required: true, description: 'Why; printed in the reports.' },
    expires: {
      kind: { type: 'text', shape: { pattern: /^\d{4}-\d{2}-\d{2}$/, expected: 'a date such as 2027-01-31' } },
      required: false,
      description: 'Date after which the finding counts again.',
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
  rules: map<'error' | 'warning' | 'note' | 'off'>(
    { type: 'choice', values: ['error', 'warning', 'note', 'off'] },
    'Severity of single rules.',
  ),
  ignore: list<LintIgnore>(ignore, 'Findings to ignore, each with its reason.', []),
  baseline: text('File of known findings; only new ones count.'),
  failOn: choice(['error', 'warning'], 'Severity from which a finding is a reject.', 'error'),
} as const;
