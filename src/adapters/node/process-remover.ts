import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { Owned } from '../../domain/owned.js';
import type { Remover } from '../../ports/removers.js';
import { processStart } from './processes.js';

type OwnedProcess = Extract<Owned, { readonly type: 'process' }>;

/** Every child of a run has this in its environment, so that it can be found when its parent is gone. */
export const runVariable = 'SCALE_GATE_RUN';

/**
 * Ends processes: SIGTERM, and SIGKILL after `graceMs`. The start time is compared before each signal, so that no
 * reused pid is hit.
 */
export function processRemover(graceMs: number): Remover<OwnedProcess> {
  return {
    async remove(owned, signal) {
      for (const kill of ['SIGTERM', 'SIGKILL'] as const) {
        if (!isRunning(owned)) return;
        process.kill(owned.pid, kill);
        const until = performance.now() + graceMs;
        while (isRunning(owned) && performance.now() < until) await delay(20, undefined, { signal });
      }
    },
    isGone: async (owned) => !isRunning(owned),
  };
}

function isRunning({ pid, startedAt }: OwnedProcess): boolean {
  return processStart(pid) === startedAt;
}

/**
 * Reads the environment that each process was started with. Only Linux shows it; elsewhere there are no strays to be
 * found. Ourselves and our ancestors are passed over.
 */
export async function strayProcesses(run: string): Promise<readonly OwnedProcess[]> {
  const ancestors = ancestorsOf(process.pid);
  return pids()
    .filter((pid) => !ancestors.has(pid) && startedWith(pid).includes(`${runVariable}=${run}`))
    .flatMap((pid) => {
      const startedAt = processStart(pid);
      return startedAt === undefined ? [] : [{ type: 'process' as const, pid, startedAt }];
    });
}

function pids(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

function startedWith(pid: number): string[] {
  return read(`/proc/${pid}/environ`).split('\0');
}

function ancestorsOf(pid: number): Set<number> {
  const found = new Set<number>();
  for (let each = pid; each > 0 && !found.has(each); each = parentOf(each)) found.add(each);
  return found;
}

function parentOf(pid: number): number {
  return Number(/^PPid:\s*(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
}

/** Empty for a process of another user, or one that has just ended. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
