import { expect, test } from '@jest/globals';
import { amount } from '../../src/domain/amount.js';

test.each([
  [0, '0 nodes'],
  [1, '1 node'],
  [2, '2 nodes'],
])('%i of something is "%s"', (count, said) => expect(amount(count, 'node')).toBe(said));

test.each([
  [1, '1 primary'],
  [3, '3 primaries'],
])('a plural of its own is taken as given: %i is "%s"', (count, said) => {
  expect(amount(count, 'primary', 'primaries')).toBe(said);
});
