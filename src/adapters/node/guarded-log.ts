import { sanitise } from '../../domain/foreign-text.js';
import type { Redactor } from '../../domain/redactor.js';
import type { Log } from '../../ports/log.js';

/**
 * Text without secrets and without commands. It is redacted before and after it is sanitised: before, because sanitising
 * may break a secret up; after, because it may put one together that was broken up by what it took out.
 */
export function guardText(text: string, redactor: Redactor): string {
  return redactor.redact(sanitise(redactor.redact(text)));
}

/** A log through which nothing foreign speaks to the runner and no known secret gets out. */
export function guardLog(log: Log, redactor: Redactor): Log {
  return {
    info: (line) => log.info(guardText(line, redactor)),
    warn: (line) => log.warn(guardText(line, redactor)),
    debug: (line) => log.debug(guardText(line, redactor)),
    progress: (line) => log.progress(guardText(line, redactor)),
  };
}
