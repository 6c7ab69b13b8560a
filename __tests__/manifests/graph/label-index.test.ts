import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LabelIndex } from '../../../src/manifests/graph/label-index.js';
import { labelSelector, type Selector, selects } from '../../../src/manifests/graph/selector.js';

const label = fc.constantFrom('app', 'tier', 'track');
const value = fc.constantFrom('a', 'b', 'c');
const labelled = fc.record({
  namespace: fc.constantFrom('shop', 'other'),
  labels: fc
    .array(fc.tuple(label, value), { maxLength: 3 })
    .map((pairs): ReadonlyMap<string, string> => new Map(pairs)),
});
const selector = fc
  .record({
    matchLabels: fc.dictionary(label, value),
    matchExpressions: fc.array(
      fc.record({
        key: label,
        operator: fc.constantFrom('In', 'NotIn', 'Exists', 'DoesNotExist'),
        values: fc.array(value, { maxLength: 2 }),
      }),
      { maxLength: 2 },
    ),
  })
  .map((one) => labelSelector(one) as Selector);

/** Says how often its labels were looked at. */
class Counted extends Map<string, string> {
  static looks = 0;
  override get(key: string): string | undefined {
    Counted.looks++;
    return super.get(key);
  }
}

describe('what a selector chooses of many', () => {
  test('is what it selects when each is asked', () => {
    fc.assert(
      fc.property(fc.array(labelled, { minLength: 1, maxLength: 120 }), selector, (items, asked) => {
        const index = new LabelIndex(items);
        const expected = items.filter(({ namespace, labels }) => namespace === 'shop' && selects(asked, labels));
        const chosen = index.chosen('shop', asked);
        expect(chosen.list()).toEqual(expected);
        expect(chosen.bits.numbers().map((number) => items[number])).toEqual(expected);
        expect(chosen.isEmpty).toBe(expected.length === 0);
      }),
    );
  });

  test.each([
    ['one common label', (_: number) => [['app', 'web']] as const],
    [
      'two common labels',
      (_: number) =>
        [
          ['app', 'web'],
          ['tier', 'web'],
        ] as const,
    ],
    [
      'a common label and one of its own',
      (number: number) =>
        [
          ['app', 'web'],
          ['own', `${number}`],
        ] as const,
    ],
  ])('a thousand selectors of %s do not each look at a thousand pods', (_, pairs) => {
    const items = Array.from({ length: 1000 }, (__, number) => ({
      namespace: 'shop',
      labels: new Counted([
        ['app', 'web'],
        ['tier', 'web'],
        ['own', `${number}`],
      ]),
    }));
    const index = new LabelIndex(items);
    Counted.looks = 0;
    for (let number = 0; number < 1000; number++)
      index.chosen('shop', { matchLabels: new Map(pairs(number)), requirements: [] });
    expect(Counted.looks).toBeLessThan(5000);
  });
});
