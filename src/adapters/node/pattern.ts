import { type Context, createContext, Script } from 'node:vm';
import type { Matches } from '../../manifests/custom/values.js';
import { isOverdue } from './time-limit.js';

/** Far above what any honest pattern takes on a value of a manifest. */
const deadlineMs = 100;
const longest = 100_000;
/** Matches that were given up before patterns are no longer tried: so many deadlines are as long as one may wait. */
const mostGivenUp = 10;

/**
 * Patterns of schemas, which are foreign text as much as the values are. A match that takes too long is given up: it is
 * not known then. Go's `(?i)` at the start is understood; what JavaScript cannot read is not known either.
 */
export function patternMatcher(): Matches {
  let context: Context | undefined;
  let givenUp = 0;
  const script = new Script('expression.test(text)');
  return (pattern, text) => {
    if (text.length > longest || givenUp >= mostGivenUp) return undefined;
    try {
      const flags = pattern.startsWith('(?i)') ? 'i' : '';
      const source = pattern.replace(/^\(\?i\)/, '').replaceAll('(?P<', '(?<');
      context ??= createContext(Object.create(null));
      Object.assign(context, { expression: new RegExp(source, flags), text });
      return script.runInContext(context, { timeout: deadlineMs }) as boolean;
    } catch (error) {
      if ((error as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') givenUp++;
      // The end of the work around it may have come in here.
      if (isOverdue()) throw error;
      return undefined;
    }
  };
}
