import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sanitise, sanitiseLine, sanitisePhrase } from '../../src/domain/foreign-text.js';
import { commandsIn } from '../runner/action-command.js';
import { hostileText, seeds } from '../runner/injections.js';

describe('the ear that the sanitiser is tried on', () => {
  test.each([
    ['::error::x', ['error']],
    ['  \u00a0::set-output name=a::b', ['set-output']],
    ['hello ##[set-output name=verdict]pass', ['set-output']],
    ['a\r::notice::x', ['notice']],
    ['\u200b::error::x', ['error']],
    ['a ::error::x', []],
    ['::unknown::x', []],
    ['::error', []],
  ])('hears in %j: %j', (text, commands) => expect([...new Set(commandsIn(text))]).toEqual(commands));

  test('hears most seeds, so that silence means something', () => {
    expect(seeds.length).toBeGreaterThanOrEqual(300);
    expect(seeds.filter((seed) => commandsIn(seed).length > 0).length).toBeGreaterThan(0.7 * seeds.length);
  });
});

describe('foreign text', () => {
  test('speaks to no runner, whatever the seed', () => {
    expect(seeds.filter((seed) => commandsIn(sanitise(seed), true).length > 0)).toEqual([]);
  });

  test('speaks to no runner, whatever it is made of', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(commandsIn(sanitise(text), true)).toEqual([]);
        expect(commandsIn(sanitiseLine(text), true)).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
  });

  test('sanitised twice is the same as once', () => {
    fc.assert(
      fc.property(hostileText, (text) => expect(sanitise(sanitise(text))).toBe(sanitise(text))),
      { numRuns: 2_000 },
    );
  });

  test('that is harmless stays as it is', () => {
    const text = 'GET /orders?id=1 200 12ms\n\tat Server.<anonymous> (app.js:1:2) – ünïcode 你好 🎉\nstd::string a::b';
    expect(sanitise(text)).toBe(text);
  });

  test('is seen without colours, titles, links and hidden characters', () => {
    expect(sanitiseLine('\x1b[31mred\x1b[0m \x1b]8;;http://x\x07link\x1b]8;;\x07 a\u202eb\u200bc\0d')).toBe(
      'red link abcd',
    );
  });

  test('is cut at its caps, and says so', () => {
    expect(sanitiseLine('x'.repeat(9_000))).toBe(`${'x'.repeat(8_192)} [… 808 cut]`);
    const long = sanitise('line\n'.repeat(100_000));
    expect(long.length).toBeLessThan(263_000);
    expect(long).toMatch(/\[… cut: more than 262144 characters\]$/);
  });

  test('takes no time that grows with the square of its length', () => {
    for (const part of ['\x1b]', '::', '##[', '\x1b[0', ' ', '\u200b']) {
      const start = performance.now();
      sanitise(part.repeat(500_000));
      expect(performance.now() - start).toBeLessThan(3_000);
    }
  });

  test('in a sentence is one line', () => expect(sanitisePhrase(' a\r\n::error::b\tc ')).toBe('a ::error::b c'));
});
