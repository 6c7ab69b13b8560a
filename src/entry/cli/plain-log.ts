import type { Log } from '../../ports/log.js';

/** Lines without stages, for commands that are none. */
export function plainLog(out: NodeJS.WritableStream, verbose: boolean): Log {
  const print = (line: string): void => void out.write(`${line}\n`);
  return { info: print, warn: print, progress: print, debug: (line) => verbose && print(line) };
}
