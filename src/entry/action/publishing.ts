import path from 'node:path';
import * as core from '@actions/core';
import type { Report } from '../../domain/report.js';
import { exitCodes } from '../../domain/verdict.js';
import type { Publisher } from '../../ports/publisher.js';
import { publicationOf } from '../../reports/publication.js';
import type { GateSpec } from '../inputs/spec.js';
import { writeReports } from '../report-files.js';
import type { Session } from '../session.js';

/** Milliseconds that a cancelled run still takes to be published: the runner kills it soon after. */
const deadlineMs = 60_000;

/**
 * Writes the report files and publishes what is wanted. A part that fails is said, and changes no verdict.
 *
 * @returns the exit code of the decision.
 */
export async function makeKnown(
  report: Report,
  spec: GateSpec,
  folder: string,
  session: Session,
  publisher: Publisher,
): Promise<number> {
  const reportsFolder = path.resolve(folder, spec.reports.folder);
  const files = await writeReports(report, reportsFolder, spec.reports.formats);
  const { environment, promote, reports } = spec;
  const publication = publicationOf(report, {
    ...promote,
    environment,
    summary: reports.summary,
    annotations: reports.annotations,
    link: runLink(process.env),
    outputs: {
      ...fileOutputs(files),
      diagnostics: report.diagnostics === undefined ? '' : path.join(reportsFolder, report.diagnostics),
      ...clusterOutputs(report, spec, session),
    },
  });
  const outputs = Object.fromEntries(
    Object.entries(publication.outputs).map(([name, value]) => [name, session.clean(value)]),
  );
  // Not the run's own signal: what a cancelled run found out is published, too.
  const published = await publisher.publish({ ...publication, outputs }, AbortSignal.timeout(deadlineMs));
  for (const { part, outcome, detail } of published) {
    const line = session.clean(`${part}: ${detail}`);
    if (outcome === 'failed') core.warning(line, { title: `${part} was not published` });
    else core.debug(`${outcome} ${line}`);
  }
  core.info(session.clean(`${report.decision}: ${report.reason}`));
  return promote.publishOnly ? exitCodes.promote : exitCodes[report.decision];
}

function runLink(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  return server && repository && run ? `${server}/${repository}/actions/runs/${run}` : undefined;
}

/** Outputs that name the report files, by the ending of each. */
function fileOutputs(files: readonly string[]): Readonly<Record<string, string>> {
  const ending = (text: string): string => files.find((file) => file.endsWith(text)) ?? '';
  return {
    report: ending('report.json'),
    html: ending('.html'),
    sarif: ending('.sarif'),
    junit: ending('junit.xml'),
  };
}

/** Outputs that lead later steps of the job to the cluster; empty where none was made, or it is not ours. */
function clusterOutputs(
  { stages }: Report,
  { cluster }: GateSpec,
  { run, scratch }: Session,
): Readonly<Record<string, string>> {
  const made =
    cluster.mode === 'kind' && stages.some(({ stage, verdict }) => stage === 'provision' && verdict === 'pass');
  if (!made) return { kubeconfig: '', 'cluster-name': '' };
  return { kubeconfig: path.join(scratch, run, 'kubeconfig'), 'cluster-name': cluster.name ?? run };
}
