import type { Asked } from './program.js';

/**
 * What `lint PATHS…` without any flag asks for; undefined for all else. Commander and its table of options are a fifth of
 * the time that one file takes, and have nothing to say here.
 *
 * @param words the command line behind the program's name
 */
export function plainLint([command, ...operands]: readonly string[]): Asked | undefined {
  if (command !== 'lint' || operands.some((word) => word.startsWith('-') && word !== '-')) return undefined;
  return { command, operands, given: {}, config: undefined, verbose: false, own: { format: 'text' } };
}
