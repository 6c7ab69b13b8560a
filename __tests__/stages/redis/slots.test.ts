import { describe, expect, test } from '@jest/globals';
import {
  crc16,
  describeSlots,
  heldTwice,
  keyWithin,
  SLOTS,
  slotCount,
  slotOf,
  splitSlots,
  uncoveredBy,
} from '../../../src/stages/redis/slots.js';

describe('slots', () => {
  test('CRC16 gives the check value of the specification', () => expect(crc16(Buffer.from('123456789'))).toBe(0x31c3));

  // Slots as `CLUSTER KEYSLOT` of Redis 7.0 gives them.
  test.each([
    ['foo', 12182],
    ['bar', 5061],
    ['hello', 866],
    ['', 0],
    ['{user1000}.following', 3443],
    ['{user1000}.followers', 3443],
    ['user1000', 3443],
    ['foo{}{bar}', 8363],
    ['foo{{bar}}zap', 4015],
    ['foo{bar}{zap}', 5061],
    ['foo{bar', 15278],
    ['x}{foo}', 12182],
  ])('key "%s" is in slot %i', (key, slot) => expect(slotOf(key)).toBe(slot));

  test.each([1, 3, 5, 7, 16])('%i shards own all slots once, evenly', (shards) => {
    const ranges = splitSlots(shards);
    expect([uncoveredBy(ranges), heldTwice(ranges)]).toEqual([[], []]);
    const sizes = ranges.map((range) => slotCount([range]));
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });

  test('gaps and overlaps are found, in any order of the ranges', () => {
    const ranges = [
      { first: 10, last: 20 },
      { first: 0, last: 4 },
      { first: 18, last: 30 },
      { first: 19, last: 19 },
      { first: 32, last: SLOTS - 2 },
    ];
    expect(uncoveredBy(ranges)).toEqual([
      { first: 5, last: 9 },
      { first: 31, last: 31 },
      { first: SLOTS - 1, last: SLOTS - 1 },
    ]);
    expect(heldTwice(ranges)).toEqual([
      { first: 18, last: 20 },
      { first: 19, last: 19 },
    ]);
    expect(uncoveredBy([])).toEqual([{ first: 0, last: SLOTS - 1 }]);
  });

  test.each([
    [[{ first: 7, last: 7 }], 'slot 7'],
    [[{ first: 0, last: 5460 }], 'slots 0-5460'],
    [
      Array.from({ length: 10 }, (_, index) => ({ first: index * 2, last: index * 2 })),
      'slots 0, 2, 4, 6, 8, 10, 12, 14 and 2 more ranges',
    ],
  ])('slots read %#', (ranges, text) => expect(describeSlots(ranges)).toBe(text));

  test('a key is found for the last slot alone', () =>
    expect(slotOf(keyWithin({ first: SLOTS - 1, last: SLOTS - 1 }, 'k'))).toBe(SLOTS - 1));
});
