import { describe, expect, test } from '@jest/globals';
import { hostShares } from '../../src/adapters/http/health.js';
import { processorTime } from '../../src/adapters/processor-time.js';

describe('the time of the processors', () => {
  test.each([
    ['cpu  100 20 30 400 50 6 7 80 9 1\ncpu0 1 1 1 1 1 1 1 1 0 0\n', { total: 693, used: 163, stolen: 80 }],
    ['intr 5\ncpu  1 2 3 4 5 6 7 8\n', { total: 36, used: 19, stolen: 8 }],
    ['cpu  1 2 3 4 5 6 7\n', null],
    ['cpu  1 2 3 4 5 6 x 8\n', null],
    ['cpu0 1 2 3 4 5 6 7 8\n', null],
    ['', null],
  ])('of %j is %j', (stat, time) => expect(processorTime(stat)).toEqual(time));
});

describe('the share of a machine between two looks', () => {
  const before = { total: 1000, used: 300, stolen: 100 };

  test.each([
    ['that is half idle', before, { total: 1200, used: 370, stolen: 130 }, { hostSteal: 0.15, hostCpu: 0.5 }],
    ['in which no time went by', before, before, { hostSteal: null, hostCpu: null }],
    ['whose counters went back', before, { total: 900, used: 0, stolen: 0 }, { hostSteal: null, hostCpu: null }],
    ['that told nothing at first', null, before, { hostSteal: null, hostCpu: null }],
    ['that tells nothing now', before, null, { hostSteal: null, hostCpu: null }],
  ])('%s', (_, from, to, shares) => expect(hostShares(from, to)).toEqual(shares));
});
