import { GateError } from '../../domain/error.js';
import { sanitise } from '../../domain/foreign-text.js';
import { exitCodes } from '../../domain/verdict.js';
import { act } from './commands.js';
import { plainLint } from './plain-words.js';

/** What `argv` asks for, done; the exit code is the decision. */
export async function commandLine(argv: readonly string[]): Promise<number> {
  const plain = plainLint(argv.slice(2));
  try {
    return plain === undefined ? await (await import('./parsed.js')).parsedCommand(argv) : await act(plain);
  } catch (error) {
    return explain(error);
  }
}

function explain(error: unknown): number {
  if (!(error instanceof GateError)) throw error;
  process.stderr.write(`✗ ${sanitise(error.message)}\n  what to do: ${sanitise(error.hint)}\n`);
  return error.code === 'INPUT_INVALID' ? exitCodes.invalid : exitCodes.inconclusive;
}
