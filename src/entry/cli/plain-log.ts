import type { Log } from '../../ports/log.js';

/** Lines without stages, for commands that are none. What tools said is in them: `clean` makes it harmless. */
export function plainLog(out: NodeJS.WritableStream, verbose: boolean, clean: (line: string) => string): Log {
  const print = (line: string): void => void out.write(`${clean(line)}\n`);
  return { info: print, warn: print, progress: print, debug: (line) => verbose && print(line) };
}
