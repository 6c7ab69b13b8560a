import { GateError } from '../../domain/error.js';
import { Overdue, type TimeLimit } from '../../ports/time-limit.js';

/** Below so many characters no input takes long: what grows with their square, or by aliases, is still small. */
const harmless = 32 * 1024;
/** What reads and judges honest manifests in a tenth of it on a busy machine. */
const basicMs = 2_000;
const msPerMebibyte = 2_000;

/** Milliseconds that an input of so many characters may take. */
export function budgetMs(characters: number): number {
  return Math.round(basicMs + (characters / 2 ** 20) * msPerMebibyte);
}

/**
 * Does work over an input within its time.
 *
 * @param always also where the input is small: it holds expressions, which can take any time
 * @throws GateError `TIMED_OUT` that names the input and its size
 */
export function inTime<T>(
  limit: TimeLimit | undefined,
  {
    what,
    characters,
    always = false,
  }: { readonly what: string; readonly characters: number; readonly always?: boolean },
  work: () => T,
): T {
  if (limit === undefined || (characters <= harmless && !always)) return work();
  try {
    return limit.run(budgetMs(characters), work);
  } catch (error) {
    if (!(error instanceof Overdue)) throw error;
    const size = `${characters} characters`;
    throw new GateError('TIMED_OUT', `${what} (${size}) was not done after ${error.ms / 1000} s`, {
      hint: 'Leave out what is no manifest of the service, or judge it in parts.',
    });
  }
}
