import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

function pins(): boolean {
  try {
    execFileSync('taskset', ['--version']);
    return availableParallelism() > 1;
  } catch {
    return false;
  }
}

const able = pins();

/** The command on one core, where the machine can do that: server and generator must not take turns on one. */
export function onCore(core: 0 | 1, command: readonly string[]): readonly string[] {
  return able ? ['taskset', '-c', String(core), ...command] : command;
}
