import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import { GateError } from '../../domain/error.js';
import { exitCodes } from '../../domain/verdict.js';
import { packageVersion } from '../version.js';
import { buildProgram, isHelp, isMisuse } from './program.js';

// V8's code of this program, kept in the user's own folder: the next start need not compile it again.
enableCompileCache(path.join(homedir(), '.cache', 'scale-gate'));

/** The door of the command line: the exit code is the decision. */
async function main(): Promise<void> {
  const program = buildProgram(packageVersion, async (asked) => {
    const { act } = await import('./commands.js');
    process.exitCode = await act(asked);
  });
  try {
    await program.parseAsync();
  } catch (error) {
    process.exitCode = explain(error);
  }
}

function explain(error: unknown): number {
  if (isHelp(error)) return 0;
  if (isMisuse(error)) return exitCodes.invalid;
  if (!(error instanceof GateError)) throw error;
  process.stderr.write(`✗ ${error.message}\n  what to do: ${error.hint}\n`);
  return error.code === 'INPUT_INVALID' ? exitCodes.invalid : exitCodes.inconclusive;
}

await main();
