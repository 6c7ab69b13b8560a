import { describe, expect, test } from '@jest/globals';
import type { CpuTarget } from '../../src/autoscaler/cpu-target.js';
import { costOf, forecastOf, type LoadPoint, studentT } from '../../src/autoscaler/forecast.js';
import { seeded } from '../../src/autoscaler/random.js';

const cpu: CpuTarget = {
  min: 1,
  max: 10,
  tolerances: { down: 0.1, up: 0.1 },
  target: { kind: 'utilization', percent: 50, requestMilli: 200 },
  limitMilli: null,
};

/** CPU of 8 ms a request and 5 m a pod, with noise. */
function points(noise: number, seed: number): LoadPoint[] {
  const random = seeded(seed);
  return [10, 10, 20, 20, 30, 30, 40, 40].map((rps, index) => {
    const replicas = 1 + (index % 4);
    const normal = [1, 2, 3, 4, 5, 6].reduce((sum) => sum + random() - 0.5, 0) * Math.sqrt(2);
    return { rps, replicas, cpuMilli: (8 * rps + 5 * replicas) * (1 + noise * normal) };
  });
}

describe('forecast', () => {
  test('finds the cost of a request and of a pod at rest', () => {
    const model = costOf(points(0, 1));
    expect(model?.costMs).toBeCloseTo(8, 6);
    expect(model?.idleMilliPerPod).toBeCloseTo(5, 6);
    expect(model?.residualMilli).toBeCloseTo(0, 6);
  });

  test('names the size at twice the load, without regard to the maximum', () => {
    const found = forecastOf(points(0, 1), 2, cpu);
    expect(found).toMatchObject({ refused: false, rps: 80, beyondMax: false });
    if (found.refused) return;
    expect(found.loadMilli.likely).toBeCloseTo(640, 3);
    expect(found.replicas).toEqual([7]);
    expect(forecastOf(points(0, 1), 2, { ...cpu, max: 4 })).toMatchObject({ beyondMax: true, replicas: [7] });
  });

  test('holds the truth inside its interval in about 95 of 100 measurements', () => {
    const inside = Array.from({ length: 200 }, (_, seed) => forecastOf(points(0.03, seed), 2, cpu)).filter(
      (found) => !found.refused && found.loadMilli.low <= 640 && 640 <= found.loadMilli.high,
    );
    expect(inside.length).toBeGreaterThan(180);
  });

  test.each<[string, LoadPoint[], number, RegExp]>([
    ['beyond twice what was measured', points(0, 1), 2.01, /2\.01× is more than the 2×/],
    ['from too few stretches', points(0, 1).slice(0, 3), 2, /3 steady stretches/],
    ['from too few rates', points(0, 1).slice(0, 4), 2, /2 rates/],
    ['where the interval names no size', points(0.5, 3), 2, /names no size|does not rise/],
    [
      'where CPU does not rise with the rate',
      points(0, 1).map((each) => ({ ...each, cpuMilli: 90 * each.replicas - each.rps })),
      2,
      /does not rise/,
    ],
    ['from nothing', [], 1, /0 steady stretches/],
  ])('is refused %s, with the reason', (_, measured, factor, text) => {
    const found = forecastOf(measured, factor, cpu);
    expect(found.refused).toBe(true);
    expect(found.text).toMatch(text);
  });

  test.each([
    [1, 12.706],
    [3, 3.182],
    [4, 2.776],
    [6, 2.447],
    [30, 2.042],
  ])('knows the t quantile of %i degrees of freedom', (degrees, value) => {
    expect(Math.abs(studentT(degrees) / value - 1)).toBeLessThan(0.01);
  });
});
