import type { Journal } from '../../ports/journal.js';
import type { Log } from '../../ports/log.js';
import { cleanUp, reap, type Teardown } from '../../teardown.js';
import { teardownPorts } from '../cleaning.js';
import { openSession } from '../session.js';
import { plainLog } from './plain-log.js';
import type { Asked } from './program.js';

/** `scale-gate cleanup [RUN]`: one run, or every run whose process is gone and that nobody kept. Exit 1 where something could not be deleted. */
export async function cleanupCommand({ operands, own, verbose }: Asked): Promise<number> {
  const { scratch, tools, clean } = openSession(process.env, operands[0]);
  const log = plainLog(process.stdout, verbose, clean);
  const ports = teardownPorts(tools.commands, tools.journal, scratch, log);
  const [run] = operands;
  const all = own['all'] === true;
  const result: Teardown =
    run === undefined ? await reap(0, ports, all ? 'kept too' : 'lost') : await cleanUp(run, ports);
  const { deleted, left } = result;
  const rest = run === undefined ? '; runs that are under way were not touched' : '';
  log.info(`${deleted.length} deleted, ${left.length} left behind${rest}`);
  if (run === undefined && !all) await nameKept(tools.journal, log);
  return left.length === 0 ? 0 : 1;
}

/** What was kept on purpose is deleted by name, or by `--all`. */
async function nameKept(journal: Journal, log: Log): Promise<void> {
  for (const { run, kept } of await journal.runs()) {
    if (kept && (await journal.owned(run)).length > 0)
      log.info(`${run} was kept by \`cluster-keep\`; delete it with: scale-gate cleanup ${run}`);
  }
}
