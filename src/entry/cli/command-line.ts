import { GateError } from '../../domain/error.js';
import { sanitise } from '../../domain/foreign-text.js';
import { exitCodes } from '../../domain/verdict.js';
import { packageVersion } from '../version.js';
import { act } from './commands.js';
import { buildProgram, isHelp, isMisuse } from './program.js';

/** What `argv` asks for, done; the exit code is the decision. */
export async function commandLine(argv: readonly string[]): Promise<number> {
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
    return explain(error);
  }
  return exitCode;
}

function explain(error: unknown): number {
  if (isHelp(error)) return 0;
  if (isMisuse(error)) return exitCodes.invalid;
  if (!(error instanceof GateError)) throw error;
  process.stderr.write(`✗ ${sanitise(error.message)}\n  what to do: ${sanitise(error.hint)}\n`);
  return error.code === 'INPUT_INVALID' ? exitCodes.invalid : exitCodes.inconclusive;
}
