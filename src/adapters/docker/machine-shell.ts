import type { Commands } from '../../ports/commands.js';
import type { MachineShell } from '../../ports/machine-shell.js';

const COMMAND_MS = 30_000;

/** The nodes of a kind cluster are containers: their shells are reached by `docker exec`. */
export function dockerMachineShell(commands: Commands): MachineShell {
  return (machine, args, signal) =>
    commands.run('docker', ['exec', machine, ...args], { deadlineMs: COMMAND_MS, signal });
}
