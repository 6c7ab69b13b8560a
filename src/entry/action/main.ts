import path from 'node:path';
import * as core from '@actions/core';
import { GateError } from '../../domain/error.js';
import { type StageName, stageNames } from '../../domain/stage.js';
import { exitCodes } from '../../domain/verdict.js';
import { renderSummary } from '../../reports/summary.js';
import { bundleFile } from '../bundles.js';
import { cancellation } from '../cancellation.js';
import { configFile } from '../config-file.js';
import { runGate } from '../gate.js';
import { parseOptions } from '../inputs/parse.js';
import type { GateSpec } from '../inputs/spec.js';
import { writeReports } from '../report-files.js';
import { openSession, type Session } from '../session.js';
import { StageLogs } from '../stage-logs.js';
import { packageVersion } from '../version.js';
import { actionInputs, type OwnInputs } from './inputs.js';
import { workflowSink } from './workflow-sink.js';

/** The main step. What it makes is deleted by `post`, which the runner calls whatever happens here. */
export async function main(): Promise<void> {
  // The bad verdict first: a crash, or a command forged in a log, can then not leave a good one behind.
  core.setOutput('verdict', 'inconclusive');
  const session = openSession(process.env);
  core.saveState('run', session.run);
  core.setOutput('run', session.run);
  try {
    process.exitCode = await gate(session);
  } catch (error) {
    if (!(error instanceof GateError)) throw error;
    core.error(session.clean(`${error.message} — ${error.hint}`), { title: error.code });
    process.exitCode = error.code === 'INPUT_INVALID' ? exitCodes.invalid : exitCodes.inconclusive;
  }
}

async function gate(session: Session): Promise<number> {
  const { own, given } = actionInputs(process.env);
  const spec = specOf(own, given);
  const { signal, dispose } = cancellation(() => undefined);
  const logs = new StageLogs(workflowSink, session.clean);
  const { run, scratch, tools } = session;
  const host = {
    run,
    version: packageVersion,
    folder: own.folder,
    scratch,
    env: process.env,
    logs,
    bundle: bundleFile,
    commit: async () => process.env['GITHUB_SHA'] ?? 'unknown',
  };
  try {
    const report = await runGate(spec, host, tools, signal);
    const files = await writeReports(report, path.join(own.folder, spec.reports.folder), spec.reports.formats);
    if (spec.reports.summary) await core.summary.addRaw(renderSummary(report)).write();
    core.setOutput('report', files.find((file) => file.endsWith('.json')) ?? '');
    core.setOutput('reason', session.clean(report.reason));
    core.setOutput('verdict', report.decision);
    core.info(`${report.decision}: ${session.clean(report.reason)}`);
    return exitCodes[report.decision];
  } finally {
    dispose();
  }
}

function specOf({ folder, config, stage }: OwnInputs, given: Readonly<Record<string, string>>): GateSpec {
  const file = configFile(folder, config === '' ? undefined : config);
  const spec = parseOptions({ ...(file === undefined ? {} : { config: file }), given });
  const last = stageNames.indexOf(stage as StageName);
  return last < 0 ? spec : { ...spec, stages: spec.stages.filter((name) => stageNames.indexOf(name) <= last) };
}
