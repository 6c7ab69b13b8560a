import { describe, expect, test } from '@jest/globals';
import type { PhaseResult } from '../../../src/ports/load-generator.js';
import { judgeThreshold, samplesNeeded } from '../../../src/stages/load/slo.js';
import { parseThreshold } from '../../../src/stages/load/threshold.js';

/** `n` answers: those of `slow` take 400 ms, the others 100 ms; `bad` of them failed, `shed` more were never sent. */
function phase({ n = 1000, slow = 0, bad = 0, shed = 0 }): PhaseResult {
  const count = n + shed;
  const buckets = [
    [100, n - slow],
    [400, slow],
    [10_000, shed],
  ] as const;
  const mean = buckets.reduce((sum, [value, times]) => sum + value * times, 0) / Math.max(1, count);
  const latency = {
    count,
    min: 100,
    max: 10_000,
    mean,
    precision: 0.001,
    buckets: buckets.filter(([, times]) => times > 0),
  };
  return {
    name: 'steady',
    profile: { shape: 'constant', rate: 100, seconds: null },
    startedAt: 0,
    durationMs: 10_000,
    latency,
    service: latency,
    meanInFlight: 0,
    unanswered: { atStart: 0, atEnd: 0 },
    tally: {
      scheduled: count,
      sent: n,
      good: n - bad,
      bad,
      shed,
      late: 0,
      outcomes: {},
      byPod: {},
      retried: 0,
      bytes: 0,
    },
  };
}

const verdict = (text: string, seen: Parameters<typeof phase>[0]): string =>
  judgeThreshold(parseThreshold(text), phase(seen)).verdict;

describe('a threshold over a phase', () => {
  test.each([
    ['p(95)<200', { slow: 20 }, 'pass'],
    ['p(95)<200', { slow: 48 }, 'inconclusive'],
    ['p(95)<200', { slow: 52 }, 'inconclusive'],
    ['p(95)<200', { slow: 90 }, 'fail'],
    ['p(99)<200', { n: 100 }, 'inconclusive'],
    ['p(99)<200', { n: 400 }, 'pass'],
    ['p(95)<200', { n: 0 }, 'inconclusive'],
    ['p(95)<200', { shed: 200 }, 'fail'],
    ['error_rate<0.01', {}, 'pass'],
    ['error_rate<0.01', { n: 200 }, 'inconclusive'],
    ['error_rate<0.01', { bad: 5 }, 'inconclusive'],
    ['error_rate<0.01', { bad: 40 }, 'fail'],
    ['error_rate<0.01', { shed: 40 }, 'fail'],
    ['error_rate<0.01', { n: 0 }, 'inconclusive'],
    ['rps>=100', {}, 'pass'],
    ['rps>=100', { bad: 5 }, 'fail'],
    ['rps>=100', { n: 0 }, 'inconclusive'],
    ['avg<110', { slow: 10 }, 'pass'],
    ['avg<110', { slow: 30 }, 'inconclusive'],
    ['avg<110', { slow: 300 }, 'fail'],
    ['max<20000', {}, 'pass'],
    ['max<500', {}, 'fail'],
  ])('%s with %j is %s', (text, seen, expected) => {
    expect(verdict(text, seen)).toBe(expected);
  });

  test.each([
    ['max<10000', 'fail'],
    ['max<=10000', 'pass'],
    ['max>10000', 'fail'],
    ['max>=10000', 'pass'],
    ['max>9999', 'pass'],
    ['max>=10001', 'fail'],
    ['min<=100', 'pass'],
    ['min<100', 'fail'],
    ['rps<=100', 'pass'],
    ['rps<100', 'fail'],
    ['rps>100', 'fail'],
    ['rps>99.9', 'pass'],
  ])('%s is exact: %s', (text, expected) => expect(verdict(text, {})).toBe(expected));

  test.each<[Parameters<typeof phase>[0], number]>([
    [{ n: 100, bad: 3, shed: 2 }, 5 / 102],
    [{ n: 0, shed: 2 }, 1],
    [{ n: 0 }, Number.NaN],
  ])('%j fail by a share of %d', (seen, share) => {
    const result = judgeThreshold(parseThreshold('error_rate<0.5'), phase(seen));
    expect(result).toMatchObject({ threshold: 'error_rate<0.5', phase: 'steady', value: share });
    expect(result.samples).toBe((seen.n ?? 0) + (seen.shed ?? 0));
  });

  test.each([
    ['error_rate<0', 1],
    ['error_rate<1', 1],
    ['avg<1', 30],
    ['min<1', 1],
    ['rps>1', 1],
    ['med<1', 6],
  ])('%s is not known before %i samples', (text, samples) => expect(samplesNeeded(parseThreshold(text))).toBe(samples));

  test.each([
    ['p(95)<1', 60],
    ['p(99)<1', 300],
    ['error_rate<0.01', 269],
    ['max<1', 1],
  ])('%s can pass with %i samples at the earliest', (text, samples) => {
    expect(samplesNeeded(parseThreshold(text))).toBe(samples);
  });
});
