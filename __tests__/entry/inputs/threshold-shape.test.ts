import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { threshold } from '../../../src/entry/inputs/sections/shapes.js';
import { parseThreshold } from '../../../src/stages/load/threshold.js';

function isRead(text: string): boolean {
  try {
    parseThreshold(text);
    return true;
  } catch {
    return false;
  }
}

const space = fc.constantFrom('', ' ', '  ');
const piece = (...values: string[]) => fc.constantFrom(...values);
const text = fc
  .tuple(
    space,
    piece('', '', 'steady:', 'scaling :', 'scaling:', 'idle:', 'steady'),
    space,
    piece(
      'p(95)',
      'p( 99.9 )',
      'p(0)',
      'p(0.0)',
      'p(0.1)',
      'p(100)',
      'p(05)',
      'p95',
      'med',
      'avg',
      'min',
      'max',
      'rps',
      'error_rate',
      'steady',
      'p()',
    ),
    space,
    piece('<', '<=', '>', '>=', '=', '=='),
    space,
    piece('5', '0.01', '250ms', '', '.5', '5.'),
    space,
  )
  .map((parts) => parts.join(''));

describe('a threshold', () => {
  test('is taken by the inputs exactly when the load stage can read it', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect([one, threshold.pattern.test(one)]).toEqual([one, isRead(one)]);
      }),
      { numRuns: 3000, seed: 5 },
    );
  });
});
