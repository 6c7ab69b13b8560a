import * as core from '@actions/core';
import { checkoutCommit } from '../../adapters/github/checkout.js';
import { currentPlace } from '../../adapters/github/place.js';
import { githubPublisher } from '../../adapters/github/publisher.js';
import { GateError, invalidInput } from '../../domain/error.js';
import type { Report } from '../../domain/report.js';
import { type StageName, stageNames } from '../../domain/stage.js';
import type { Territory } from '../../domain/territory.js';
import { exitCodes } from '../../domain/verdict.js';
import type { Boundary } from '../../ports/boundary.js';
import { firstOutputs } from '../../reports/outputs.js';
import { reap } from '../../teardown.js';
import { bundleFile } from '../bundles.js';
import { cancellation } from '../cancellation.js';
import { lostAfterMs, teardownPorts } from '../cleaning.js';
import { configFile } from '../config-file.js';
import { readOnly } from '../earlier-reports.js';
import { runGate } from '../gate.js';
import { didYouMean } from '../inputs/nearest.js';
import { parseOptions } from '../inputs/parse.js';
import type { GateSpec } from '../inputs/spec.js';
import { assertWithin, boundaryOf, doorPaths } from '../named-paths.js';
import { openSession, type Session, toolWishes } from '../session.js';
import { StageLogs } from '../stage-logs.js';
import { workflowTerritory } from '../territories.js';
import { packageVersion } from '../version.js';
import { actionInputs, type OwnInputs } from './inputs.js';
import { makeKnown } from './publishing.js';
import { workflowSink } from './workflow-sink.js';

/** The main step. What it makes is deleted by `post`, which the runner calls whatever happens here. */
export async function main(): Promise<void> {
  const { own, given } = actionInputs(process.env);
  const publisher = githubPublisher({ place: currentPlace, token: own.token, firstOutputs });
  // The bad verdict first: a crash, or a command forged in a log, can then not leave a good one behind.
  await publisher.begin();
  let session = openSession(process.env);
  core.setOutput('run', session.run);
  try {
    const territory = workflowTerritory(process.env);
    const spec = specOf(own, given, territory);
    const boundary = boundaryOf({ spec, folder: own.folder, given }, territory);
    session = openSession(process.env, session.run, toolWishes(spec.tools, own.folder));
    const { signal, dispose } = cancellation(() => undefined);
    await reapLost(session);
    if (spec.cluster.keep) await session.tools.journal.keep(session.run);
    const report = await found(spec, own, session, signal, boundary).finally(dispose);
    process.exitCode = await makeKnown(report, spec, own.folder, session, publisher);
  } catch (error) {
    if (!(error instanceof GateError)) throw error;
    const lines = `${error.message}\n${error.hint}`.split('\n').map(session.clean);
    core.error(lines.join('\n'), { title: error.code });
    process.exitCode = error.code === 'INPUT_INVALID' ? exitCodes.invalid : exitCodes.inconclusive;
  }
}

/** What lost runners left on this machine goes first; that it could not is no reason to judge nothing. */
async function reapLost({ clean, scratch, tools }: Session): Promise<void> {
  const print = (line: string): void => core.info(clean(line));
  const log = { info: print, warn: print, debug: core.debug, progress: core.debug };
  const reaped = reap(lostAfterMs, teardownPorts(tools.commands, tools.journal, scratch, log));
  await reaped.catch((error: unknown) => print(`what lost runs left could not be deleted: ${String(error)}`));
}

/** What the gate found out, or, where nothing is to be judged, what an earlier run did. */
async function found(
  spec: GateSpec,
  own: OwnInputs,
  session: Session,
  signal: AbortSignal,
  boundary: Boundary,
): Promise<Report> {
  const { run, scratch, tools } = session;
  if (spec.promote.publishOnly) return readOnly(spec.promote.reports, own.folder);
  const host = {
    run,
    version: packageVersion,
    folder: own.folder,
    boundary,
    scratch,
    env: process.env,
    logs: new StageLogs(workflowSink, session.clean),
    bundle: bundleFile,
    commit: () => checkoutCommit(own.folder),
  };
  return runGate(spec, host, tools, signal);
}

/** The folder and the configuration are looked at before anything in them is read. */
function specOf(
  { folder, config, stage }: OwnInputs,
  given: Readonly<Record<string, string>>,
  territory: Territory,
): GateSpec {
  assertWithin(doorPaths({ folder, config }), territory);
  const file = configFile(folder, config === '' ? undefined : config);
  const spec = parseOptions({ ...(file === undefined ? {} : { config: file }), given });
  return stage === '' ? spec : upTo(stage, spec);
}

/** A stage that does not exist would otherwise mean all of them. */
function upTo(stage: string, spec: GateSpec): GateSpec {
  const last = stageNames.indexOf(stage as StageName);
  if (last < 0) {
    const expected = `expected one of ${stageNames.join(', ')}${didYouMean(stage, stageNames)}`;
    throw invalidInput([`input stage is "${stage}"; ${expected}`], 'Leave it out to run the whole gate.');
  }
  return { ...spec, stages: spec.stages.filter((name) => stageNames.indexOf(name) <= last) };
}
