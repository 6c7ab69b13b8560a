import { exitCodes } from '../../domain/verdict.js';
import { packageVersion } from '../version.js';
import { act } from './commands.js';
import { buildProgram, isHelp, isMisuse } from './program.js';

/** What `argv` asks for in flags, done; the exit code is the decision. */
export async function parsedCommand(argv: readonly string[]): Promise<number> {
  let exitCode = 0;
  const program = buildProgram(
    packageVersion,
    async (asked) => {
      exitCode = await act(asked);
    },
    argv,
  );
  try {
    await program.parseAsync(argv);
  } catch (error) {
    if (isHelp(error)) return 0;
    if (isMisuse(error)) return exitCodes.invalid;
    throw error;
  }
  return exitCode;
}
