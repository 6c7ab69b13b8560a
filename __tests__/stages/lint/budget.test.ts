import { describe, expect, test } from '@jest/globals';
import { GateError } from '../../../src/domain/error.js';
import { Overdue, type TimeLimit } from '../../../src/ports/time-limit.js';
import { budgetMs, inTime } from '../../../src/stages/lint/budget.js';

/** A limit under which nothing is done in time. */
const none: TimeLimit = {
  run(ms) {
    throw new Overdue(ms);
  },
};
const of = (characters: number, always = false) => ({ what: 'reading a.yaml', characters, always });

describe('the time that an input may take', () => {
  test('is two seconds, and two more for each mebibyte', () => {
    expect(budgetMs(0)).toBe(2000);
    expect(budgetMs(4 * 2 ** 20)).toBe(10_000);
  });

  test('is not asked of small inputs, unless they hold expressions', () => {
    expect(inTime(none, of(32 * 1024), () => 'done')).toBe('done');
    expect(() => inTime(none, of(10, true), () => 'done')).toThrow(GateError);
  });

  test('is not asked where nothing measures it', () => {
    expect(inTime(undefined, of(2 ** 22, true), () => 'done')).toBe('done');
  });

  test('ends in an error with the input, its size and the time', () => {
    expect(() => inTime(none, of(2 ** 20), () => 'done')).toThrow(
      expect.objectContaining({
        code: 'TIMED_OUT',
        message: 'reading a.yaml (1048576 characters) was not done after 4 s',
      }),
    );
  });

  test('does not change what work throws by itself', () => {
    const at: TimeLimit = { run: (_, work) => work() };
    expect(() =>
      inTime(at, of(2 ** 20), () => {
        throw new RangeError('a bug');
      }),
    ).toThrow(RangeError);
  });
});
