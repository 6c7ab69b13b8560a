import type { Report } from '../domain/report.js';
import { findingsOf, lintDataOf, loadDataOf, redisDataOf } from './outline.js';

/** One output of the action. `of` reads it from the report; without it the door fills it in. */
export interface OutputRow {
  readonly name: string;
  readonly description: string;
  of?(report: Report): string | undefined;
}

const most = (values: readonly (number | null)[]): string | undefined => {
  const seen = values.flatMap((value) => value ?? []);
  return seen.length === 0 ? undefined : String(Math.max(...seen));
};

/** The one table of outputs; action.yml and docs are made from it. An output that was not found out is empty. */
export const outputTable: readonly OutputRow[] = [
  {
    name: 'verdict',
    description:
      '`promote`, `reject` or `inconclusive`; `pass` where stages passed and no promotion was asked for. Written as `inconclusive` before anything runs.',
    of: ({ decision, stages }) =>
      decision === 'promote' && !stages.some(({ stage }) => stage === 'promote') ? 'pass' : decision,
  },
  { name: 'reason', description: 'The one line that names the object and the number.', of: ({ reason }) => reason },
  {
    name: 'stages',
    description: 'Verdict of each stage that ran, as JSON: `{"lint":"pass"}`.',
    of: ({ stages }) => JSON.stringify(Object.fromEntries(stages.map(({ stage, verdict }) => [stage, verdict]))),
  },
  {
    name: 'failed-claims',
    description: 'How many claims failed or stayed open.',
    of: (report) => String(findingsOf(report).filter(({ verdict }) => verdict !== 'pass').length),
  },
  {
    name: 'lint-errors',
    description: 'How many errors lint found.',
    of: (report) =>
      lintDataOf(report)
        ?.diagnostics.filter(({ severity }) => severity === 'error')
        .length.toString(),
  },
  {
    name: 'peak-replicas',
    description: 'Most replicas that were Ready at once under load.',
    of: (report) => most((loadDataOf(report)?.points ?? []).map(({ readyReplicas }) => readyReplicas)),
  },
  {
    name: 'redis-nodes',
    description: 'Healthy nodes of the Redis Cluster.',
    of: (report) =>
      redisDataOf(report)
        ?.nodes.filter(({ healthy }) => healthy)
        .length.toString(),
  },
  { name: 'commit', description: 'Commit that the evidence is about.', of: ({ subject }) => subject.commit },
  {
    name: 'manifests-digest',
    description: 'Digest of the rendered manifests that the evidence is about.',
    of: ({ subject }) => subject.manifests,
  },
  { name: 'run', description: 'Name of the run, for `scale-gate cleanup`.', of: ({ run }) => run },
  { name: 'report', description: 'Path of report.json.' },
  { name: 'html', description: 'Path of the HTML page.' },
  { name: 'sarif', description: 'Path of the SARIF file.' },
  { name: 'junit', description: 'Path of the JUnit file.' },
  {
    name: 'diagnostics',
    description:
      'Path of the folder with events, objects, logs and node conditions of a run that did not promote; redacted and capped. Empty where there was no cluster to look at.',
  },
  {
    name: 'kubeconfig',
    description: 'Path of the private kubeconfig for later steps of the job; the cluster stands until the job ends.',
  },
  { name: 'cluster-name', description: 'Name of the kind cluster.' },
];

/** What is written before anything runs. */
export const firstOutputs: Readonly<Record<string, string>> = {
  verdict: 'inconclusive',
  reason: 'the run was ended before it could conclude',
};

/** The outputs that a report tells. */
export function outputsOf(report: Report): Readonly<Record<string, string>> {
  return Object.fromEntries(
    outputTable.flatMap(({ name, of }) => (of === undefined ? [] : [[name, of(report) ?? '']])),
  );
}
