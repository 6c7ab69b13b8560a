import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { distance, Names, nearest } from '../../../src/manifests/graph/nearness.js';

/** Optimal string alignment by its definition. */
function defined(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [shorterA, shorterB] = [a.slice(0, -1), b.slice(0, -1)];
  const swap = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  return Math.min(
    defined(shorterA, b) + 1,
    defined(a, shorterB) + 1,
    defined(shorterA, shorterB) + (a.at(-1) === b.at(-1) ? 0 : 1),
    ...(swap ? [defined(a.slice(0, -2), b.slice(0, -2)) + 1] : []),
  );
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });

describe('the distance of two names', () => {
  test.each([
    ['web', 'web', 0],
    ['web', 'wbe', 1],
    ['orders-api', 'order-api', 1],
    ['', 'abc', 3],
    ['frontend', 'backend', 5],
  ])('%s and %s: %i', (a, b, edits) => expect([distance(a, b), distance(b, a)]).toEqual([edits, edits]));

  test('is what its definition says', () => {
    fc.assert(fc.property(word, word, (a, b) => expect(distance(a, b)).toBe(defined(a, b))));
  });

  test('stops where enough is enough, and is exact below', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 4 }), (a, b, enough) => {
        expect(Math.min(distance(a, b, enough), enough)).toBe(Math.min(defined(a, b), enough));
      }),
    );
  });
});

describe('the name that was probably meant', () => {
  test.each([
    ['frontend', ['backend', 'frontent'], 'frontent'],
    ['Frontend', ['frontend', 'frontent'], 'frontend'],
    ['web-1', ['web-2'], undefined],
    ['ab', ['ac'], undefined],
    ['orders', ['payments'], undefined],
  ])('%s among %j is %s', (name, candidates, meant) => expect(nearest(name, candidates)).toBe(meant));
});

test('among many names the same one is meant as when each is looked at', () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'b', 'B', 'w', '-', '1', '2'), minLength: 2, maxLength: 9 });
  fc.assert(
    fc.property(fc.array(name, { minLength: 64, maxLength: 200 }), fc.array(name, { maxLength: 20 }), (all, asked) => {
      const names = new Names(all);
      for (const one of [...asked, ...all.slice(0, 5)]) expect(names.nearest(one)).toBe(nearest(one, all));
    }),
  );
});
