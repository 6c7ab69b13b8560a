import { type Context, createContext, Script } from 'node:vm';
import { Overdue, type TimeLimit } from '../../ports/time-limit.js';

let context: Context | undefined;
const script = new Script('work()');
/** When the work that runs now has to be over, by `performance.now()`. */
let due = Number.POSITIVE_INFINITY;

/** Whether the time of the work that runs now is over: what catches the end of something inside of it has to ask. */
export function isOverdue(): boolean {
  return performance.now() >= due;
}

/** Once: V8's own watchdog ends whatever runs, loops and patterns too, and costs the start of one thread. */
function once<T>(ms: number, work: () => T): T {
  context ??= createContext(Object.create(null));
  const before = due;
  due = Math.min(before, performance.now() + ms);
  try {
    Object.assign(context, { work });
    return script.runInContext(context, { timeout: ms }) as T;
  } catch (error) {
    if (isOverdue() || (error as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw new Overdue(ms);
    throw error;
  } finally {
    due = before;
  }
}

/** Below this share of the time the machine was busy with others, and the work is not to blame. */
const ownShare = 0.5;
/** Times the budget for each further try: 1, 3 and 9. */
const patience = 3;
const mostTries = 3;

/** @param cpuMs milliseconds of CPU that this process has used */
export function watchdogOver(cpuMs: () => number): TimeLimit {
  return {
    run(ms, work) {
      for (let [tries, budget] = [1, ms]; ; tries++, budget *= patience) {
        const begun = cpuMs();
        try {
          return once(budget, work);
        } catch (error) {
          const starved = cpuMs() - begun < budget * ownShare;
          if (!(error instanceof Overdue) || !starved || tries === mostTries) throw error;
        }
      }
    },
  };
}

export const watchdog = watchdogOver(() => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
});
