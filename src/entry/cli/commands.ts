import type { Asked } from './program.js';

/** Does what was asked for and gives the exit code. Each command is loaded when it is asked for: lint starts without a cluster's clients. */
export async function act(asked: Asked): Promise<number> {
  switch (asked.command) {
    case 'cleanup':
      return (await import('./cleanup.js')).cleanupCommand(asked);
    case 'lint':
      return (await import('./lint.js')).lintCommand(asked);
    case 'plan':
      return (await import('./plan.js')).planCommand(asked);
    case 'simulate':
      return (await import('./simulate.js')).simulateCommand(asked);
    case 'test-run':
      return (await import('./test-run.js')).testRunCommand(asked);
    default:
      return (await import('./run.js')).gateCommand(asked);
  }
}
