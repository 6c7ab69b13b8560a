import { describe, expect, test } from '@jest/globals';
import { acceptanceBetween, acceptanceOf, loadsFor, loadsOnlyFor } from '../../src/autoscaler/acceptance.js';
import type { CpuTarget } from '../../src/autoscaler/cpu-target.js';
import { reachabilityOf } from '../../src/autoscaler/reachability.js';

const half: CpuTarget = {
  min: 1,
  max: 10,
  tolerances: { down: 0.1, up: 0.1 },
  target: { kind: 'utilization', percent: 50, requestMilli: 500 },
  limitMilli: null,
};
const load = (loadMilli: number, idleMilliPerPod = 0) => ({ loadMilli, idleMilliPerPod });

describe('acceptance', () => {
  test.each<[string, CpuTarget, number, number, number[], 'min' | 'max' | null]>([
    ['both sizes within the tolerance', half, 1600, 0, [6, 7], null],
    ['one size where the tolerance leaves no other', half, 700, 0, [3], null],
    ['min where less would do', { ...half, min: 2 }, 50, 0, [2], 'min'],
    ['max where more would be needed', { ...half, max: 4 }, 3000, 0, [4], 'max'],
    ['sizes with the idle cost of every pod', half, 1000, 50, [5, 6], null],
    ['sizes of an average value', { ...half, target: { kind: 'average', milli: 250 } }, 1600, 0, [6, 7], null],
    [
      'the size that a limit keeps from growing',
      { ...half, limitMilli: 270 },
      9000,
      0,
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      null,
    ],
  ])('holds %s', (_, cpu, milli, idle, members, clamp) => {
    expect(acceptanceOf(cpu, load(milli, idle))).toEqual({ members, flaps: false, clamp });
  });

  test('is empty, and says so, where no size is stable', () => {
    const strict: CpuTarget = {
      min: 1,
      max: 50,
      tolerances: { down: 0, up: 0 },
      target: { kind: 'utilization', percent: 15, requestMilli: 10 },
      limitMilli: null,
    };
    const found = acceptanceOf({ ...strict, min: 12 }, load(30));
    expect(found).toEqual({ members: [], flaps: true, clamp: null });
  });

  test('holds every size that is stable for some demand of an interval', () => {
    expect(acceptanceBetween(half, load(1300), load(1700)).members).toEqual([5, 6, 7]);
    expect(acceptanceBetween(half, load(1200), load(1800)).members).toEqual([5, 6, 7, 8]);
  });

  test.each([1, 2, 3, 4, 7, 10])('finds the loads under which %i is stable', (size) => {
    const range = loadsFor(half, size, 20);
    const low = (range?.lowMilli ?? 0) + 1;
    const high = Math.min(range?.highMilli ?? 0, 9000);
    expect(acceptanceOf(half, load(low, 20)).members).toContain(size);
    expect(acceptanceOf(half, load(high, 20)).members).toContain(size);
    if (range?.highMilli !== Number.POSITIVE_INFINITY) {
      expect(acceptanceOf(half, load(high + 1, 20)).members).not.toContain(size);
    }
    if (low > 1) expect(acceptanceOf(half, load(low - 1, 20)).members).not.toContain(size);
  });

  test('finds the loads under which a size is the only one', () => {
    const range = loadsOnlyFor({ ...half, max: 4 }, 4, 0);
    expect(range).toEqual({ lowMilli: 837, highMilli: Number.POSITIVE_INFINITY });
    expect(acceptanceOf({ ...half, max: 4 }, load(838)).members).toEqual([4]);
    expect(acceptanceOf({ ...half, max: 4 }, load(837)).members).toEqual([3, 4]);
  });
});

describe('reachability', () => {
  test.each<[string, CpuTarget, boolean, number | null, number]>([
    ['no limit', half, true, null, 55],
    ['a limit that stays inside the tolerance', { ...half, limitMilli: 279 }, false, 55, 55],
    ['a limit just outside of it', { ...half, limitMilli: 280 }, true, 56, 55],
    [
      'an average value over the limit',
      { ...half, limitMilli: 200, target: { kind: 'average', milli: 250 } },
      false,
      200,
      275,
    ],
    [
      'an average value under it',
      { ...half, limitMilli: 300, target: { kind: 'average', milli: 250 } },
      true,
      300,
      275,
    ],
  ])('judges %s, with the numbers', (_, cpu, reachable, highest, needed) => {
    const found = reachabilityOf(cpu);
    expect(found).toMatchObject({ reachable, highest, needed });
    expect(found.reason).toContain(String(needed));
  });
});
