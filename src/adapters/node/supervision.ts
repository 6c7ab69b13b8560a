import type { ChildProcess } from 'node:child_process';
import { adoptGroup, forgetGroup, signalGroup } from './process-group.js';

export type EndedBy = 'itself' | 'deadline' | 'abort';

export interface Limits {
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
  /** Milliseconds between SIGTERM and SIGKILL. */
  readonly graceMs: number;
}

/** How long what outlives its leader may still finish its writing. */
const lingerMs = 1_000;

/**
 * Ends a child's whole group at the deadline, on abort, and when its leader is gone. What escaped from the group and
 * still holds our pipes must not hold us: the pipes are closed on our side. Call the result once the child has ended.
 */
export function supervise(child: ChildProcess, limits: Limits): () => EndedBy {
  const { pid } = child;
  if (pid === undefined) return () => 'itself';
  adoptGroup(pid);
  let endedBy: EndedBy = 'itself';
  const timers: NodeJS.Timeout[] = [];
  const after = (ms: number, act: () => void): void => void timers.push(setTimeout(act, ms));
  const closePipes = (): void => {
    child.stdout?.destroy();
    child.stderr?.destroy();
  };
  const letGo = (): void => {
    signalGroup(pid, 'SIGKILL');
    after(500, closePipes);
  };
  const stop = (why: EndedBy): void => {
    if (endedBy !== 'itself') return;
    endedBy = why;
    signalGroup(pid, 'SIGTERM');
    after(limits.graceMs, letGo);
  };
  const onAbort = (): void => stop('abort');
  limits.signal.addEventListener('abort', onAbort, { once: true });
  after(limits.deadlineMs, () => stop('deadline'));
  child.once('exit', () => after(endedBy === 'itself' ? lingerMs : 0, letGo));
  return () => {
    limits.signal.removeEventListener('abort', onAbort);
    timers.forEach(clearTimeout);
    signalGroup(pid, 'SIGKILL');
    forgetGroup(pid);
    return endedBy;
  };
}
