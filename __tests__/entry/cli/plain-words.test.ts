import { describe, expect, test } from '@jest/globals';
import { plainLint } from '../../../src/entry/cli/plain-words.js';
import { type Asked, buildProgram } from '../../../src/entry/cli/program.js';

/** What commander, which reads all flags, makes of the same words. */
async function byCommander(words: readonly string[]): Promise<Asked | undefined> {
  let seen: Asked | undefined;
  const act = async (asked: Asked) => {
    seen = asked;
  };
  await buildProgram('0', act).parseAsync(['node', 'scale-gate', ...words]);
  return seen;
}

describe('lint without a flag is understood without commander, and as commander would', () => {
  test.each([
    [['lint']],
    [['lint', '.']],
    [['lint', '-']],
    [['lint', 'a.yaml', 'b/*.yaml']],
    [['lint', 'help']],
    [['lint', 'lint']],
    [['lint', '']],
  ])('%j', async (words) => {
    expect(plainLint(words)).toEqual(await byCommander(words));
  });

  test.each([
    [[]],
    [['run']],
    [['plan', '.']],
    [['help', 'lint']],
    [['--verbose', 'lint']],
    [['lint', '--fix']],
    [['lint', 'a', '--format', 'json']],
    [['lint', '--', '-a']],
    [['lint', '-h']],
  ])('%j is left to commander', (words) => {
    expect(plainLint(words)).toBeUndefined();
  });
});
