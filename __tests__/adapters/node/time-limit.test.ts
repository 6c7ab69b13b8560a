import { describe, expect, test } from '@jest/globals';
import { patternMatcher } from '../../../src/adapters/node/pattern.js';
import { watchdog, watchdogOver } from '../../../src/adapters/node/time-limit.js';
import { Overdue } from '../../../src/ports/time-limit.js';

const forever = (): never => {
  for (;;);
};
const slow = '^(a+)+$';
const long = `${'a'.repeat(60)}!`;

describe('work within its time', () => {
  test('gives what it gives, and throws what it throws', () => {
    expect(watchdog.run(60_000, () => 7)).toBe(7);
    expect(() =>
      watchdog.run(60_000, () => {
        throw new RangeError('of its own');
      }),
    ).toThrow(new RangeError('of its own'));
  });

  test.each([
    ['a loop', forever],
    [
      'a loop that catches everything',
      () => {
        for (;;) {
          try {
            forever();
          } catch {}
        }
      },
    ],
    ['a pattern', () => new RegExp(slow).test(long)],
    [
      'a pattern that is given up again and again',
      () => {
        for (;;) patternMatcher()(slow, long);
      },
    ],
  ])('%s without an end is ended', (_, work) => {
    let thrown: unknown;
    try {
      watchdog.run(40, work);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(Overdue);
  });

  test.each([
    ['had the CPU all the time is ended at once', 1, 1],
    ['got next to nothing of the CPU is begun again, with more time each time, and ended then', 0, 3],
  ])('work that %s', (_, share, tries) => {
    let [clock, begun] = [0, 0];
    const limit = watchdogOver(() => (clock += share * 1000));
    expect(() =>
      limit.run(20, () => {
        begun++;
        forever();
      }),
    ).toThrow(Overdue);
    expect(begun).toBe(tries);
  });

  test('after one that was ended, the next has its whole time', () => {
    expect(() => watchdog.run(20, forever)).toThrow(Overdue);
    expect(watchdog.run(60_000, () => patternMatcher()('^a$', 'a'))).toBe(true);
  });
});

describe('patterns of schemas', () => {
  test('one that takes too long is not known, and after ten of them none is tried', () => {
    const matches = patternMatcher();
    expect(matches('^a$', 'a')).toBe(true);
    for (let time = 0; time < 10; time++) expect(matches(slow, long)).toBeUndefined();
    expect(matches('^a$', 'a')).toBeUndefined();
  });
});
