import { describe, expect, test } from '@jest/globals';
import type { MeasuredLoad } from '../../../src/stages/load/measured-load.js';
import { foretell } from '../../../src/stages/load/prediction.js';
import type { Recording } from '../../../src/stages/load/recording.js';
import { load, phase, pod, recording, row, rows } from '../../fakes/recorded-load.js';
import { spec } from './played.js';

const measured: MeasuredLoad = {
  lowMilli: 190,
  highMilli: 210,
  rate: 100,
  sizes: { members: [4], flaps: false, clamp: null },
};
const foretold = (changed: Partial<Recording> = {}) => foretell({ ...recording, ...changed }, spec, measured);
const scenario = (changed: Partial<Recording> = {}) => foretold(changed)?.scenario;
const early = (startTime: number | null, transition: number | null, status = 'True') => ({
  rows: [row(1, { pods: [pod('a', { startTime, ready: { status, lastTransition: transition } })] })],
});

describe('what is foretold of the load that was sent', () => {
  test('is of the autoscaler, the pods and the demand as they were', () => {
    expect(foretold()).toMatchObject({
      options: { runs: 60, seed: 1, quantiles: [0.5, 0.95, 1], loadStart: 60, loadEnd: 108 },
      cpu: { min: 1, max: 4, limitMilli: 400 },
      scenario: {
        clocks: spec.clocks,
        pod: { requestMilli: 100, limitMilli: 400, idleMilli: 3, readySeconds: [2, 3] },
        startReplicas: 1,
        demand: [
          { at: 60, milli: 20 },
          { at: 88, milli: 20 },
          { at: 108, milli: 0 },
        ],
        endAt: 108 + 2 * 15 + 600,
      },
    });
  });

  test('follows a ramp second by second, and knows no other shape', () => {
    const ramp = phase('scaling', 12, 16, { profile: { shape: 'ramp', from: 0, to: 10, seconds: 2, hold: true } });
    const spike = phase('steady', 16, 20, { profile: { shape: 'steps', rates: [1, 2], seconds: 1 } as never });
    const { demand = [] } = scenario({ load: load({ phases: [ramp, spike] }) }) ?? {};
    expect(demand[0]).toEqual({ at: 60, milli: 0 });
    expect(demand.filter(({ at }) => at === 62)).toEqual([{ at: 62, milli: 20 }]);
    expect(demand.at(-1)).toEqual({ at: 68, milli: 0 });
    expect(demand.every(({ at }) => at <= 62 || at === 68)).toBe(true);
  });

  test.each<[string, Partial<Recording>, readonly [number, number]]>([
    ['as long as they took', early(1000, 5500), [4.5, 5.5]],
    ['as a guess, where none became ready', early(0, 2000, 'False'), [2, 10]],
    ['as a guess, where nobody knows when they began', early(null, 2000), [2, 10]],
    ['as a guess, where nobody knows when they were', early(0, null), [2, 10]],
  ])('has pods that come up %s', (_, changed, seconds) => {
    expect(scenario(changed)?.pod.readySeconds).toEqual(seconds);
  });

  test('has no rest where none was measured', () => {
    expect(scenario({ aim: { from: 2, to: 4, rate: 10, calibration: null } })).toMatchObject({
      startReplicas: 2,
      pod: { idleMilli: 0 },
    });
  });

  test.each<[string, Partial<Recording>]>([
    ['no load', { load: null }],
    ['no phase of it', { load: load({ phases: [phase('warm-up', 1, 2)] }) }],
    ['no aim', { aim: null }],
    ['no rate', { aim: { from: 1, to: 4, rate: 0, calibration: null } }],
    ['no autoscaler', { rows: rows.map(({ at }) => row(at / 1000, { autoscaler: null })) }],
    ['no row', { rows: [] }],
  ])('is nothing with %s', (_, changed) => expect(foretold(changed)).toBeNull());
});
