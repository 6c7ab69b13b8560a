import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { nodeCommands } from '../../adapters/node/commands.js';
import { fileJournal } from '../../adapters/node/journal.js';
import { runVariable } from '../../adapters/node/process-remover.js';
import { journalFolder } from '../../adapters/node/state-folder.js';
import type { Report } from '../../domain/report.js';
import { stageNames } from '../../domain/stage.js';
import { exitCodes } from '../../domain/verdict.js';
import { cleanUp } from '../../teardown.js';
import { teardownPorts } from '../cleaning.js';
import { configFile } from '../config-file.js';
import { runGate } from '../gate.js';
import { parseOptions } from '../inputs/parse.js';
import type { GateSpec } from '../inputs/spec.js';
import { runIdentity, scratchFolder } from '../run-identity.js';
import { StageLogs } from '../stage-logs.js';
import { packageVersion } from '../version.js';
import { cancellation } from './cancellation.js';
import { plainLog } from './plain-log.js';
import type { Asked } from './program.js';
import { terminalSink } from './terminal.js';

/** `scale-gate run`, and each stage command: everything up to that stage. */
export async function gateCommand(asked: Asked): Promise<number> {
  const folder = asked.operands[0] ?? '.';
  const config = configFile(folder, asked.config);
  const spec = upTo(
    asked.command,
    parseOptions({ ...(config === undefined ? {} : { config }), given: asked.given, label: (name) => `--${name}` }),
  );
  const run = runIdentity(process.env);
  const scratch = scratchFolder(process.env);
  const commands = nodeCommands({ ...process.env, [runVariable]: run });
  const journal = fileJournal(journalFolder(process.env));
  const log = plainLog(process.stderr, asked.verbose);
  const { signal, dispose } = cancellation(() =>
    log.warn(`ended at once; delete what is left with: scale-gate cleanup ${run}`),
  );
  const color = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
  const logs = new StageLogs(terminalSink(process.stdout, { verbose: asked.verbose, color }));
  try {
    const report = await runGate(
      spec,
      {
        run,
        version: packageVersion,
        folder,
        scratch,
        env: process.env,
        logs,
        bundle: (name) => new URL(`../${name}/index.js`, import.meta.url),
        commit: async () => 'unknown',
      },
      { commands, journal },
      signal,
    );
    write(report, path.join(folder, spec.reports.folder));
    process.stdout.write(`\n${report.decision.toUpperCase()}: ${report.reason}\n`);
    return exitCodes[report.decision];
  } finally {
    if (!spec.cluster.keep)
      await cleanUp(run, teardownPorts(commands, journal, scratch, plainLog(process.stdout, asked.verbose)));
    dispose();
  }
}

function upTo(command: string, spec: GateSpec): GateSpec {
  const last = stageNames.findIndex((name) => name === command);
  return last < 0 ? spec : { ...spec, stages: spec.stages.filter((name) => stageNames.indexOf(name) <= last) };
}

function write(report: Report, folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
}
