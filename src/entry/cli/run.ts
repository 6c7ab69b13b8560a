import path from 'node:path';
import { checkoutCommit } from '../../adapters/github/checkout.js';
import type { Report } from '../../domain/report.js';
import { type StageName, stageNames } from '../../domain/stage.js';
import { exitCodes } from '../../domain/verdict.js';
import type { Boundary } from '../../ports/boundary.js';
import { renderText } from '../../reports/text.js';
import { reap, teardown } from '../../teardown.js';
import { bundleFile } from '../bundles.js';
import { cancellation } from '../cancellation.js';
import { lostAfterMs, teardownPorts } from '../cleaning.js';
import { configFile } from '../config-file.js';
import { runGate } from '../gate.js';
import type { Host } from '../host.js';
import { parseOptions } from '../inputs/parse.js';
import type { GateSpec } from '../inputs/spec.js';
import { boundaryOf } from '../named-paths.js';
import { writeReports } from '../report-files.js';
import { openSession, type Session, toolWishes } from '../session.js';
import { StageLogs } from '../stage-logs.js';
import { shellTerritory } from '../territories.js';
import { packageVersion } from '../version.js';
import { plainLog } from './plain-log.js';
import type { Asked } from './program.js';
import { terminalSink } from './terminal.js';

/** `scale-gate run`, and each stage command: everything up to that stage. Everything made is deleted again, unless `cluster-keep`. */
export async function gateCommand(asked: Asked): Promise<number> {
  const folder = asked.operands[0] ?? '.';
  const spec = specOf(asked, folder);
  const boundary = boundaryOf({ spec, folder, given: asked.given }, shellTerritory(folder));
  const session = openSession(process.env, undefined, toolWishes(spec.tools, folder));
  const { run, scratch, tools } = session;
  const out = process.stdout;
  const color = out.isTTY && process.env['NO_COLOR'] === undefined;
  const log = plainLog(out, asked.verbose, session.clean);
  const { signal, dispose } = cancellation(() =>
    log.warn(`ended at once; delete what is left with: scale-gate cleanup ${run}`),
  );
  const logs = new StageLogs(terminalSink(out, { verbose: asked.verbose, color }), session.clean);
  const ports = teardownPorts(tools.commands, tools.journal, scratch, log);
  try {
    await reap(lostAfterMs, ports).catch((error: unknown) =>
      log.warn(`what lost runs left could not be deleted: ${error instanceof Error ? error.message : String(error)}`),
    );
    if (spec.cluster.keep) await tools.journal.keep(run);
    const report = await runGate(spec, hostOf(session, folder, boundary, logs), tools, signal);
    await tell(report, spec, folder, color);
    return exitCodes[report.decision];
  } finally {
    if (spec.cluster.keep) log.info(`the cluster is kept; delete it with: scale-gate cleanup ${run}`);
    else await teardown(await tools.journal.owned(run), ports);
    dispose();
  }
}

function hostOf({ run, scratch }: Session, folder: string, boundary: Boundary, logs: StageLogs): Host {
  return {
    run,
    version: packageVersion,
    folder,
    boundary,
    scratch,
    env: process.env,
    logs,
    bundle: bundleFile,
    commit: () => checkoutCommit(folder),
  };
}

/** The report as files, and as text for whoever waits at the terminal. */
async function tell(report: Report, spec: GateSpec, folder: string, colour: boolean): Promise<void> {
  // As the user would type it: below the folder of the service, unless it is absolute.
  const reports = path.isAbsolute(spec.reports.folder) ? spec.reports.folder : path.join(folder, spec.reports.folder);
  const written = await writeReports(report, reports, spec.reports.formats);
  const { diagnostics } = report;
  const more = diagnostics === undefined ? '' : `diagnostics: ${path.join(reports, diagnostics)}\n`;
  const text = renderText(report, { colour, width: process.stdout.columns ?? 100 });
  process.stdout.write(`\n${text}\n\nreports: ${written.join(', ')}\n${more}`);
}

function specOf(asked: Asked, folder: string): GateSpec {
  const config = configFile(folder, asked.config);
  const spec = parseOptions({
    ...(config === undefined ? {} : { config }),
    given: asked.given,
    label: (name) => `--${name}`,
  });
  const last = stageNames.indexOf(asked.command as StageName);
  return last < 0 ? spec : { ...spec, stages: spec.stages.filter((name) => stageNames.indexOf(name) <= last) };
}
