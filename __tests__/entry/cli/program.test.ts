import { describe, expect, test } from '@jest/globals';
import { buildProgram } from '../../../src/entry/cli/program.js';

const flagsOf = (name: string, words?: readonly string[]): readonly (string | undefined)[] =>
  buildProgram('0', async () => undefined, words)
    .commands.find((command) => command.name() === name)
    ?.options.map(({ long }) => long) ?? [];

describe('options are made for the command that was asked for', () => {
  test.each(['run', 'lint', 'load', 'plan'])('%s has all of its own, and as many as without a question', (name) => {
    expect(flagsOf(name, ['node', 'scale-gate', '--verbose', name, '.'])).toEqual(flagsOf(name));
  });

  test('its help has them too', () => {
    expect(flagsOf('lint', ['node', 'scale-gate', 'help', 'lint'])).toContain('--lint-profile');
  });

  test('other commands are known by name alone', () => {
    expect(flagsOf('run', ['node', 'scale-gate', 'lint'])).not.toContain('--lint-profile');
  });
});
