import * as core from '@actions/core';
import { cleanUp } from '../../teardown.js';
import { teardownPorts } from '../cleaning.js';
import { openSession } from '../session.js';

/** The post step: deletes what the run owns, from its journal or from its name alone. It never fails the job, and tells what is left. */
export async function post(): Promise<void> {
  // Not from the step's state: a command forged in a log can set it, and would send us to another run's things.
  const session = openSession(process.env);
  const clean = (print: (line: string) => void) => (line: string) => print(session.clean(line));
  const log = {
    info: clean(core.info),
    warn: clean(core.warning),
    debug: clean(core.debug),
    progress: clean(core.debug),
  };
  const known = await session.tools.journal.runs().catch(() => []);
  if (known.some(({ run, kept }) => run === session.run && kept)) {
    core.info(`kept by cluster-keep; delete it with: scale-gate cleanup ${session.run}`);
    return;
  }
  const { deleted, left } = await cleanUp(
    session.run,
    teardownPorts(session.tools.commands, session.tools.journal, session.scratch, log),
  );
  core.info(`${deleted.length} deleted, ${left.length} left behind`);
}
