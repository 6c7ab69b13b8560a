import { nodeCommands } from '../../adapters/node/commands.js';
import { fileJournal } from '../../adapters/node/journal.js';
import { journalFolder } from '../../adapters/node/state-folder.js';
import { cleanUp, reap, type Teardown } from '../../teardown.js';
import { teardownPorts } from '../cleaning.js';
import { scratchFolder } from '../run-identity.js';
import { plainLog } from './plain-log.js';
import type { Asked } from './program.js';

/** `scale-gate cleanup [RUN]`: one run, or every run whose process is gone. Exit 1 where something could not be deleted. */
export async function cleanupCommand({ operands, own, verbose }: Asked): Promise<number> {
  const journal = fileJournal(journalFolder(process.env));
  const commands = nodeCommands(process.env);
  const log = plainLog(process.stdout, verbose);
  const ports = teardownPorts(commands, journal, scratchFolder(process.env), log);
  const [run] = operands;
  const result: Teardown = run === undefined ? await reap(0, ports) : await cleanUp(run, ports);
  const { deleted, left } = result;
  log.info(
    `${deleted.length} deleted, ${left.length} left behind${own['all'] === true || run !== undefined ? '' : '; runs that are under way were not touched'}`,
  );
  return left.length === 0 ? 0 : 1;
}
