import { describe, expect, test } from '@jest/globals';
import { grainMs } from '../../../src/adapters/http/grain.js';
import { randomFrom } from '../../../src/adapters/http/random.js';
import { schedule } from '../../../src/adapters/http/schedule.js';
import type { Profile } from '../../../src/ports/load-generator.js';

function times(profile: Profile, arrivals: 'even' | 'poisson' = 'even', seed = 1): number[] {
  const due = schedule(profile, arrivals, randomFrom(seed));
  const all: number[] = [];
  for (let next = due.next(); Number.isFinite(next) && all.length < 100_000; next = due.next()) all.push(next);
  return all;
}

const within = (all: readonly number[], from: number, to: number): number =>
  all.filter((t) => t >= from && t < to).length;

const ascends = (all: readonly number[]): boolean => all.every((at, index) => at >= (all[index - 1] ?? 0));

describe('the schedule of arrivals', () => {
  test('a constant rate is one arrival each 1/rate seconds, from the first instant on', () => {
    expect(times({ shape: 'constant', rate: 4, seconds: 1 })).toEqual([0, 0.25, 0.5, 0.75]);
  });

  test.each([
    [1200, 0, 1],
    [1201, 4, 5],
    [3000, 4, 12],
    [4000, 4, 16],
    [4001, 2, 9],
    [8000, 2, 16],
    [8001, 1, 9],
    [20_000, 1, 20],
  ])('a rate of %i a second comes in groups of %i ms, %i requests each at most', (rate, grain, most) => {
    const all = times({ shape: 'constant', rate, seconds: 1 });
    expect(all).toHaveLength(rate);
    const sizes = new Map<number, number>();
    for (const at of all) sizes.set(at, (sizes.get(at) ?? 0) + 1);
    expect(Math.max(...sizes.values())).toBe(most);
    expect(grainMs(rate)).toBe(grain);
    // Never before the even time by more than a grain, and never after it.
    const early = all.map((at, index) => index / rate - at);
    expect(Math.min(...early)).toBeGreaterThanOrEqual(-1e-9);
    expect(Math.max(...early)).toBeLessThan(grain / 1000 + 1e-9);
    expect(within(all, 0, 0.5)).toBe(rate / 2 + (rate % 2) / 2);
  });

  test('a ramp that becomes dense groups from there on, and its times ascend', () => {
    const all = times({ shape: 'ramp', from: 0, to: 20_000, seconds: 2, hold: false });
    expect(all).toHaveLength(20_000);
    expect(ascends(all)).toBe(true);
    const sparse = all.filter((at) => at < 0.115);
    expect(new Set(sparse).size).toBe(sparse.length);
    expect(new Set(all.filter((at) => at >= 1)).size).toBe(1000);
    const down = times({ shape: 'ramp', from: 20_000, to: 0, seconds: 2, hold: false });
    expect(down).toHaveLength(20_000);
    expect(ascends(down)).toBe(true);
  });

  test('a constant rate without an end goes on', () => {
    expect(times({ shape: 'constant', rate: 1000, seconds: null })).toHaveLength(100_000);
  });

  test('a rate of zero has no arrivals', () => {
    expect(times({ shape: 'constant', rate: 0, seconds: null })).toEqual([]);
  });

  test('a ramp from 0 to 100 in 10 s has 500 arrivals, a quarter of them in its first half', () => {
    const all = times({ shape: 'ramp', from: 0, to: 100, seconds: 10, hold: false });
    expect(all).toHaveLength(500);
    expect(within(all, 0, 5)).toBe(125);
  });

  test('a ramp down is the mirror of the ramp up', () => {
    expect(within(times({ shape: 'ramp', from: 100, to: 0, seconds: 10, hold: false }), 0, 5)).toBe(375);
  });

  test('a ramp that holds goes on at its last rate', () => {
    const all = times({ shape: 'ramp', from: 0, to: 100, seconds: 2, hold: true });
    expect(within(all, 2, 3)).toBe(100);
    expect(within(all, 100, 101)).toBe(100);
  });

  test('steps keep each rate for its time', () => {
    const all = times({ shape: 'steps', rates: [10, 0, 30], secondsEach: 2 });
    expect([within(all, 0, 2), within(all, 2, 4), within(all, 4, 6)]).toEqual([20, 0, 60]);
  });

  test('a spike rises for its stretch alone', () => {
    const all = times({ shape: 'spike', base: 10, peak: 100, peakFrom: 2, peakSeconds: 1, seconds: 5 });
    expect([within(all, 0, 2), within(all, 2, 3), within(all, 3, 5)]).toEqual([20, 100, 20]);
  });

  test('Poisson arrivals have the rate, its spread, and the same times for the same seed', () => {
    const profile: Profile = { shape: 'constant', rate: 100, seconds: 100 };
    const all = times(profile, 'poisson', 7);
    expect(Math.abs(all.length - 10_000)).toBeLessThan(400);
    const perSecond = Array.from({ length: 100 }, (_, second) => within(all, second, second + 1));
    const variance = perSecond.reduce((sum, count) => sum + (count - 100) ** 2, 0) / 100;
    expect(variance).toBeGreaterThan(60);
    expect(variance).toBeLessThan(150);
    expect(times(profile, 'poisson', 7)).toEqual(all);
    expect(times(profile, 'poisson', 8)).not.toEqual(all);
  });
});
