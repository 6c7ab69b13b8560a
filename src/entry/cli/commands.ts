import { cleanupCommand } from './cleanup.js';
import type { Asked } from './program.js';
import { gateCommand } from './run.js';

/** Does what was asked for and gives the exit code. */
export async function act(asked: Asked): Promise<number> {
  switch (asked.command) {
    case 'cleanup':
      return cleanupCommand(asked);
    default:
      return gateCommand(asked);
  }
}
