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

/** V8's own watchdog: it ends whatever runs, loops and patterns too, and costs the start of one thread. */
export const watchdog: TimeLimit = {
  run(ms, work) {
    context ??= createContext(Object.create(null));
    const before = due;
    due = Math.min(before, performance.now() + ms);
    try {
      Object.assign(context, { work });
      return script.runInContext(context, { timeout: ms }) as ReturnType<typeof work>;
    } catch (error) {
      if (isOverdue() || (error as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw new Overdue(ms);
      throw error;
    } finally {
      due = before;
    }
  },
};
