import { describe, expect, test } from '@jest/globals';
import type { Bands } from '../../src/autoscaler/bands.js';
import { bandsOf } from '../../src/autoscaler/bands.js';
import { productionClocks, quickClocks } from '../../src/autoscaler/clocks.js';
import { autoscalerOf, defaultSetup } from '../../src/autoscaler/hpa.js';
import { bandsUnder, outlookOf } from '../../src/autoscaler/outlook.js';
import { proofDemand, type Scenario } from '../../src/autoscaler/scenario.js';

const target = { type: 'Utilization', averageUtilization: 50 };
const hpa = { minReplicas: 1, maxReplicas: 4, metrics: [{ type: 'Resource', resource: { name: 'cpu', target } }] };
const quick: Scenario = {
  autoscaler: autoscalerOf(hpa, defaultSetup),
  clocks: quickClocks,
  pod: { requestMilli: 200, limitMilli: 500, idleMilli: 2, readySeconds: [3, 8] },
  startReplicas: 1,
  demand: proofDemand(30, 40, 500),
  endAt: 200,
};
const options = { runs: 40, seed: 1, quantiles: [0.5, 1], loadStart: 30, loadEnd: 70 };
const cpu = {
  ...quick.autoscaler,
  target: { kind: 'utilization', percent: 50, requestMilli: 200 },
  limitMilli: 500,
} as const;
const median = (bands: Bands, name: 'firstMove' | 'settled' | 'backToMin'): number =>
  bands[name].quantiles[0]?.seconds ?? Number.NaN;

describe('outlook', () => {
  test('holds a short load long enough for the production clocks', () => {
    const short = bandsOf({ ...quick, clocks: productionClocks, endAt: 900 }, options);
    const mapped = bandsUnder(productionClocks, quick, options);
    expect(short.sizes.some(({ size }) => size < 4)).toBe(true);
    expect(mapped.sizes).toEqual([{ size: 4, runs: 40 }]);
    expect(mapped.backToMin.happened).toBe(40);
  });

  test('says what quick times mean in production', () => {
    const here = bandsOf(quick, options);
    const { production, lines } = outlookOf(quick, options, cpu, []);
    expect(median(production, 'firstMove')).toBeGreaterThan(1.4 * median(here, 'firstMove'));
    expect(median(production, 'backToMin')).toBeGreaterThan(300);
    expect(lines[0]).toMatch(/production clocks.*after \d+ s \(at most \d+ s\).*40 simulated runs/);
    expect(lines[1]).toMatch(/no forecast: 0 steady stretches/);
  });

  test('gives the forecast at twice the load where the points carry it', () => {
    const points = [5, 10, 20, 30, 40].map((rps, index) => ({
      rps,
      replicas: 1 + (index % 3),
      cpuMilli: 8 * rps + 2 * (1 + (index % 3)) + (index % 2),
    }));
    const { lines } = outlookOf(quick, options, cpu, points);
    expect(lines[1]).toMatch(/^at 80 requests\/s \(2× measured\) .* replicas/);
  });
});
