import { cleanUp, reap, type Teardown } from '../../teardown.js';
import { teardownPorts } from '../cleaning.js';
import { openSession } from '../session.js';
import { plainLog } from './plain-log.js';
import type { Asked } from './program.js';

/** `scale-gate cleanup [RUN]`: one run, or every run whose process is gone. Exit 1 where something could not be deleted. */
export async function cleanupCommand({ operands, own, verbose }: Asked): Promise<number> {
  const { scratch, tools, clean } = openSession(process.env, operands[0]);
  const log = plainLog(process.stdout, verbose, clean);
  const ports = teardownPorts(tools.commands, tools.journal, scratch, log);
  const [run] = operands;
  const result: Teardown = run === undefined ? await reap(0, ports) : await cleanUp(run, ports);
  const { deleted, left } = result;
  log.info(
    `${deleted.length} deleted, ${left.length} left behind${own['all'] === true || run !== undefined ? '' : '; runs that are under way were not touched'}`,
  );
  return left.length === 0 ? 0 : 1;
}
