import type { Commands } from '../../ports/commands.js';

/** Programs of this machine, made when the first of them is wanted: what starts none need not load what starts them. */
export function lateCommands(make: () => Promise<Commands>): Commands {
  return {
    run: async (...call) => (await make()).run(...call),
    pipe: async (...call) => (await make()).pipe(...call),
    find: async (program) => (await make()).find(program),
  };
}
