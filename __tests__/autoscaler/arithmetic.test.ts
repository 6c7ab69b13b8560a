import { describe, expect, test } from '@jest/globals';
import { defaultBehavior, type ScalingPolicy, type ScalingRules, tolerancesOf } from '../../src/autoscaler/behavior.js';
import { isWithin, roundUp } from '../../src/autoscaler/calculation.js';
import type { CpuTarget } from '../../src/autoscaler/cpu-target.js';
import { emptyMemory, rememberScale, seedMemory, store } from '../../src/autoscaler/memory.js';
import { plainScaleUpLimit, scaleDownLimit, scaleUpLimit } from '../../src/autoscaler/policy.js';
import { doubleOf, milliOf, wideInteger, wideJson } from '../../src/autoscaler/quantity.js';
import { reachabilityOf } from '../../src/autoscaler/reachability.js';
import { customSamples, externalValues, objectValue, resourceSamples, secondsOf } from '../../src/autoscaler/sample.js';
import { stabilizePlain, stabilizeWithBehavior } from '../../src/autoscaler/stabilize.js';
import { recordedSizes, traceFromCsv, traceFromTimeline } from '../../src/autoscaler/trace.js';
import { GateError } from '../../src/domain/error.js';

const cpu: CpuTarget = {
  min: 1,
  max: 4,
  tolerances: { up: 0.1, down: 0.2 },
  target: { kind: 'utilization', percent: 50, requestMilli: 100 },
  limitMilli: null,
};
const average = { kind: 'average', milli: 80 } as const;

describe('a tolerance', () => {
  test.each([
    [0.8, true],
    [0.799, false],
    [1.1, true],
    [1.101, false],
  ])('holds %d within: %p', (ratio, within) => expect(isWithin({ down: 0.2, up: 0.1 }, ratio)).toBe(within));

  test('rounds up, and knows no negative nothing', () => {
    expect([roundUp(1.01), roundUp(2), Object.is(roundUp(-0.5), 0)]).toEqual([2, 2, true]);
  });
});

describe('what an autoscaler can see at most', () => {
  test.each<[string, Partial<CpuTarget>, boolean, string]>([
    ['no limit', {}, true, 'without a CPU limit utilisation can exceed the 55% that a scale-up takes'],
    [
      'no limit, by an average',
      { target: average },
      true,
      'without a CPU limit average CPU can exceed the 88m that a scale-up takes',
    ],
    [
      'a limit',
      { limitMilli: 400 },
      true,
      'utilisation can show at most 400% (limit 400m / request 100m); a scale-up takes more than 55%',
    ],
    [
      'a limit just above',
      { limitMilli: 56 },
      true,
      'utilisation can show at most 56% (limit 56m / request 100m); a scale-up takes more than 55%',
    ],
    [
      'a limit at the tolerance',
      { limitMilli: 55 },
      false,
      'utilisation can show at most 55% (limit 55m / request 100m); a scale-up takes more than 55%',
    ],
    [
      'a limit far below',
      { limitMilli: 10 },
      false,
      'utilisation can show at most 10% (limit 10m / request 100m); a scale-up takes more than 55%',
    ],
    [
      'a limit of an average',
      { target: average, limitMilli: 89 },
      true,
      'average CPU can show at most 89m (limit 89m); a scale-up takes more than 88m',
    ],
    [
      'a limit of an average, too low',
      { target: average, limitMilli: 88 },
      false,
      'average CPU can show at most 88m (limit 88m); a scale-up takes more than 88m',
    ],
  ])('with %s', (_, more, reachable, reason) =>
    expect(reachabilityOf({ ...cpu, ...more })).toMatchObject({ reachable, reason }),
  );

  test('is told as numbers too', () => {
    expect(reachabilityOf(cpu)).toMatchObject({ highest: null, needed: 55, unit: '%' });
    expect(reachabilityOf({ ...cpu, limitMilli: 70, target: average })).toMatchObject({
      highest: 70,
      needed: 88,
      unit: 'm',
    });
    expect(reachabilityOf({ ...cpu, tolerances: { up: 0.12345, down: 0 } }).needed).toBe(56.17);
  });
});

describe('a quantity', () => {
  test.each<[string, bigint]>([
    ['1n', 1n],
    ['1u', 1n],
    ['1001u', 2n],
    ['1m', 1n],
    ['1', 1000n],
    ['1k', 10n ** 6n],
    ['1M', 10n ** 9n],
    ['1G', 10n ** 12n],
    ['1T', 10n ** 15n],
    ['1P', 10n ** 18n],
    ['1E', 10n ** 21n],
    ['1Ki', 1024n * 1000n],
    ['1Mi', 2n ** 20n * 1000n],
    ['1Gi', 2n ** 30n * 1000n],
    ['1Ti', 2n ** 40n * 1000n],
    ['1Pi', 2n ** 50n * 1000n],
    ['1Ei', 2n ** 60n * 1000n],
    ['10E', (2n ** 63n - 1n) * 1000n],
    ['-10E', -(2n ** 63n - 1n) * 1000n],
    ['1e3', 10n ** 6n],
    ['1E+3', 10n ** 6n],
    ['1e-3', 1n],
    ['1e400', (2n ** 63n - 1n) * 1000n],
    ['1e-400', 1n],
    ['-1.5', -1500n],
    ['-0.0001', -1n],
    ['0.0000000001', 1n],
    ['.5', 500n],
    ['5.', 5000n],
    [' +3 ', 3000n],
    ['0', 0n],
  ])('"%s" is %p thousandths', (text, milli) => expect(milliOf(text)).toBe(milli));

  test.each(['', '.', '-', 'x', '1x', '1 m', '1e401', '1e-401', '1Kix', '--1'])('"%s" is none', (text) => {
    expect([milliOf(text), doubleOf(text)]).toEqual([undefined, undefined]);
  });

  test.each([
    ['0.3', 300 * 0.001],
    ['1k', 1000],
    ['2', 2],
    ['0', 0],
    ['1500m', 1500 * 0.001],
    ['-0.5', -0.5],
    ['7n', 7 * 1e-9],
    ['1Ki', 1024],
  ])('"%s" as the controller computes with it is %d', (text, value) => expect(doubleOf(text)).toBe(value));

  test('of 64 bits is a number as far as numbers go', () => {
    expect([wideJson(2n ** 53n - 1n), wideJson(2n ** 53n), wideJson(-5n)]).toEqual([
      2 ** 53 - 1,
      '9007199254740992',
      -5,
    ]);
    expect([wideInteger('9007199254740993'), wideInteger(5)]).toEqual([9007199254740993n, 5n]);
  });
});

describe('samples of the metrics APIs', () => {
  test.each([
    ['15.5s', 15.5],
    ['1m0s', 60],
    ['1h2m3s', 3723],
    ['5ms', 0.005],
    ['5us', 5e-6],
    ['5µs', 5e-6],
    ['5ns', 5e-9],
    ['0', 0],
  ])('a window of %s is %d seconds', (text, seconds) => expect(secondsOf(text)).toBeCloseTo(seconds, 12));

  test.each(['', '5', '1m x', 'x 1m'])('a window of "%s" is none', (text) => expect(secondsOf(text)).toBeNaN());

  const item = (name: string, containers: object[]) => ({
    metadata: { name },
    timestamp: '2030-01-01T00:00:10Z',
    window: '10s',
    containers: containers as never,
  });
  const uses = (name: string, cpu?: string) => ({ name, usage: cpu === undefined ? { memory: '1Mi' } : { cpu } });
  const sample = (pod: string, milli: bigint) => ({
    pod,
    milli,
    timestamp: Date.UTC(2030, 0, 1) / 1000 + 10,
    windowSeconds: 10,
  });

  test('are summed over containers, of pods that have them all', () => {
    const items = [
      item('a', [uses('x', '100m'), uses('y', '1')]),
      item('b', [uses('x', '1'), uses('y')]),
      item('c', []),
      item('d', [uses('x', 'odd')]),
    ];
    expect(resourceSamples({ items }, 'cpu')).toEqual([sample('a', 1100n), sample('d', 0n)]);
    expect(resourceSamples({ items }, 'cpu', 'x')).toEqual([sample('a', 100n), sample('b', 1000n), sample('d', 0n)]);
    expect(resourceSamples({ items: [item('a', [uses('x', '1'), uses('x', '2')])] }, 'cpu', 'x')).toEqual([
      sample('a', 1000n),
    ]);
  });

  const custom = (value: string, windowSeconds?: number | null) => ({
    describedObject: { name: 'a' },
    timestamp: '2030-01-01T00:00:10Z',
    value,
    ...(windowSeconds === undefined ? {} : { windowSeconds }),
  });

  test('of other metrics are taken as they are', () => {
    expect(customSamples({ items: [custom('2', 30), custom('3m', null), custom('4')] })).toEqual([
      { ...sample('a', 2000n), windowSeconds: 30 },
      { ...sample('a', 3n), windowSeconds: 60 },
      { ...sample('a', 4000n), windowSeconds: 60 },
    ]);
    expect(objectValue({ items: [custom('2'), custom('3')] })).toBe(2000n);
    expect(externalValues({ items: [{ value: '2' }, { value: '3m' }] })).toEqual([2000n, 3n]);
  });

  test('that are not there are errors in the words of the controller', () => {
    const none = { items: [] };
    expect([resourceSamples(none, 'cpu'), customSamples(none), objectValue(none), externalValues(none)]).toEqual(
      ['resource', 'custom', 'custom', 'external'].map((api) => ({
        error: `no metrics returned from ${api} metrics API`,
      })),
    );
  });
});

const rules = (selectPolicy: ScalingRules['selectPolicy'], ...policies: ScalingPolicy[]): ScalingRules => ({
  selectPolicy,
  policies,
});
const pods = (value: number, periodSeconds = 60): ScalingPolicy => ({ type: 'Pods', value, periodSeconds });
const percent = (value: number, periodSeconds = 60): ScalingPolicy => ({ type: 'Percent', value, periodSeconds });

describe('policies', () => {
  const memory = {
    recommendations: [],
    scaleUpEvents: [
      { at: 40, change: 3 },
      { at: 41, change: 2 },
    ],
    scaleDownEvents: [{ at: 90, change: 1 }],
  };

  // At 100 with a period of 60 the first change is exactly one period old, and does not count: 10 − 2 + 1 = 9.
  test.each<[ScalingRules, number, number]>([
    [rules('Max', pods(4)), 13, 5],
    [rules('Max', percent(50)), 14, 4],
    [rules('Max', pods(4), percent(50)), 14, 4],
    [rules('Min', pods(4), percent(50)), 13, 5],
    [rules('Max', percent(100)), 18, 0],
    [rules('Max', pods(4, 61)), 10, 2],
    [rules('Max', pods(4, 10)), 14, 6],
    [rules('Max', pods(4, 11)), 15, 7],
    [rules('Disabled', pods(4)), 10, 10],
    [rules('Max'), -(2 ** 31), 2 ** 31 - 1],
    [rules('Min'), 2 ** 31 - 1, -(2 ** 31)],
  ])('%j allow up to %i and down to %i from ten', (given, up, down) => {
    expect([scaleUpLimit(given, 10, memory, 100), scaleDownLimit(given, 10, memory, 100)]).toEqual([up, down]);
  });

  test('of percents are float arithmetic, rounded up and cut off', () => {
    expect(scaleUpLimit(rules('Max', percent(10)), 10, emptyMemory, 0)).toBe(11);
    expect(scaleUpLimit(rules('Max', percent(10)), 100, emptyMemory, 0)).toBe(111);
    expect(scaleDownLimit(rules('Max', percent(90)), 10, emptyMemory, 0)).toBe(0);
    expect(Object.is(scaleDownLimit(rules('Max', percent(150)), 1, emptyMemory, 0), 0)).toBe(true);
  });

  test.each([
    [1, 4],
    [2, 4],
    [3, 6],
  ])('without behavior %i may become %i', (current, limit) => expect(plainScaleUpLimit(current)).toBe(limit));
});

describe('windows', () => {
  const seen = [
    { at: 40, replicas: 9 },
    { at: 41, replicas: 7 },
    { at: 100, replicas: 2 },
  ];

  test.each([
    [60, 9],
    [59, 7],
    [0, 3],
  ])('of %i s hold a fall at %i: what is exactly as old counts', (window, replicas) => {
    expect(stabilizePlain(seen, 3, 100, window)).toMatchObject({ replicas, heldReason: 'ScaleDownStabilized' });
  });

  test('write over what is older than they are', () => {
    expect(stabilizePlain(seen, 3, 100, 59).recommendations).toEqual([{ at: 100, replicas: 3 }, seen[1], seen[2]]);
    expect(stabilizePlain(seen, 3, 100, 60).recommendations).toEqual([...seen, { at: 100, replicas: 3 }]);
  });

  const behavior = (up: number | undefined, down: number | undefined) => ({
    scaleUp: { ...rules('Max', pods(4)), ...(up === undefined ? {} : { stabilizationWindowSeconds: up }) },
    scaleDown: { ...rules('Max', pods(4)), ...(down === undefined ? {} : { stabilizationWindowSeconds: down }) },
  });

  test.each<[number | undefined, number | undefined, number, number, number, string]>([
    [0, 60, 5, 3, 5, 'ScaleDownStabilized'],
    [0, 59.5, 5, 3, 5, 'ScaleDownStabilized'],
    [0, 60, 8, 3, 7, 'ScaleDownStabilized'],
    [0, 61, 10, 3, 9, 'ScaleDownStabilized'],
    [0, undefined, 10, 3, 9, 'ScaleDownStabilized'],
    [60, 0, 5, 9, 5, 'ScaleUpStabilized'],
    [0, 0, 5, 9, 9, 'ScaleUpStabilized'],
    [undefined, 0, 5, 9, 9, 'ScaleUpStabilized'],
    [0, 0, 5, 5, 5, 'ScaleUpStabilized'],
  ])('up %p, down %p: from %i, wanting %i, to %i', (up, down, current, desired, replicas, heldReason) => {
    expect(stabilizeWithBehavior(seen, behavior(up, down), current, desired, 100, 300)).toMatchObject({
      replicas,
      heldReason,
    });
  });

  test('of behavior write over what is older than both', () => {
    const next = { at: 100, replicas: 3 };
    expect(stabilizeWithBehavior(seen, behavior(10, 59), 3, 3, 100, 300).recommendations).toEqual([
      next,
      seen[1],
      seen[2],
    ]);
    expect(stabilizeWithBehavior(seen, behavior(10, 60), 3, 3, 100, 300).recommendations).toEqual([...seen, next]);
    expect(stabilizeWithBehavior(seen, behavior(60, 10), 3, 3, 100, 300).recommendations).toEqual([...seen, next]);
  });
});

describe('the memory of a controller', () => {
  test('is seeded once, with the size that it found', () => {
    const seeded = seedMemory(emptyMemory, 5, 3);
    expect(seeded).toEqual({ ...emptyMemory, recommendations: [{ at: 5, replicas: 3 }] });
    expect(seedMemory(seeded, 9, 4)).toBe(seeded);
  });

  test('writes over the last free slot, or appends', () => {
    expect(store([1, 2, 3, 4], 9, (slot) => slot < 3)).toEqual([1, 9, 3, 4]);
    expect(store([0, 2], 9, (slot) => slot < 1)).toEqual([9, 2]);
    expect(store([1, 2], 9, () => false)).toEqual([1, 2, 9]);
  });

  test('keeps changes for the longest period, each in its direction', () => {
    const behavior = { scaleUp: rules('Max', pods(4, 15), pods(4, 60)), scaleDown: rules('Max', pods(1, 10)) };
    const first = rememberScale(emptyMemory, behavior, 0, 1, 4);
    expect(first).toEqual({ ...emptyMemory, scaleUpEvents: [{ at: 0, change: 3 }] });
    const kept = rememberScale(first, behavior, 60, 4, 5);
    expect(kept.scaleUpEvents).toEqual([
      { at: 0, change: 3 },
      { at: 60, change: 1 },
    ]);
    const over = rememberScale(kept, behavior, 61, 5, 7);
    expect(over.scaleUpEvents).toEqual([
      { at: 61, change: 2 },
      { at: 60, change: 1 },
    ]);
    expect(rememberScale(over, behavior, 70, 7, 3)).toEqual({ ...over, scaleDownEvents: [{ at: 70, change: 4 }] });
    expect(rememberScale(over, behavior, 70, 7, 7)).toBe(over);
    expect(rememberScale(over, null, 70, 7, 3)).toBe(over);
  });
});

describe('behavior as the API server stores it', () => {
  const up = { stabilizationWindowSeconds: 0, selectPolicy: 'Max', policies: [pods(4, 15), percent(100, 15)] };
  const down = { selectPolicy: 'Max', policies: [percent(100, 15)] };

  test('is filled in on both sides, where there is any', () => {
    expect([defaultBehavior(null), defaultBehavior(undefined)]).toEqual([null, null]);
    expect(defaultBehavior({})).toEqual({ scaleUp: up, scaleDown: down });
    expect(
      defaultBehavior({
        scaleDown: { stabilizationWindowSeconds: 5, selectPolicy: 'Min', policies: [pods(1)], tolerance: 0.05 },
      }),
    ).toEqual({
      scaleUp: up,
      scaleDown: { stabilizationWindowSeconds: 5, selectPolicy: 'Min', policies: [pods(1)], tolerance: '0.05' },
    });
    expect(defaultBehavior({ scaleUp: { stabilizationWindowSeconds: 30 } })?.scaleUp).toEqual({
      ...up,
      stabilizationWindowSeconds: 30,
    });
  });

  test('has tolerances of its own where the feature is on', () => {
    const own = defaultBehavior({ scaleUp: { tolerance: '50m' }, scaleDown: { tolerance: 'x' } });
    expect(tolerancesOf(own, 0.1, true)).toEqual({ up: 0.05, down: 0.1 });
    expect(tolerancesOf(own, 0.1, false)).toEqual({ up: 0.1, down: 0.1 });
    expect(tolerancesOf(null, 0.2, true)).toEqual({ up: 0.2, down: 0.2 });
  });
});

describe('a trace', () => {
  const problem = (text: string, cost?: number): unknown => {
    try {
      traceFromCsv(text, cost);
    } catch (error) {
      if (error instanceof GateError) return [error.code, error.message, error.hint];
    }
    return 'none';
  };
  const hint = 'Give a CSV with the head `seconds,demandMilli` or `seconds,rps`, ascending in time.';

  test.each<[string, number | undefined, string]>([
    ['', undefined, 'trace line 1: the head "" has not both seconds and demandMilli or rps'],
    ['seconds,other\n', 1, 'trace line 1: the head "seconds,other" has not both seconds and demandMilli or rps'],
    ['rps\n1', 1, 'trace line 1: the head "rps" has not both seconds and demandMilli or rps'],
    ['seconds,rps\n1,1', undefined, 'trace line 1: rps needs the CPU cost of a request'],
    ['seconds,rps\n', 1, 'trace line 2: there are no rows'],
    ['seconds,rps\n1,1\n1,2', 1, 'trace line 3: 1 s is not after 1 s'],
    ['seconds,rps\n\n2,1\n1,2', 1, 'trace line 4: 1 s is not after 2 s'],
    ['seconds,rps\n1', 1, 'trace line 2: rps "" is no number from 0 up'],
    ['seconds,rps\n1, ', 1, 'trace line 2: rps "" is no number from 0 up'],
    ['seconds,rps\n-1,1', 1, 'trace line 2: seconds "-1" is no number from 0 up'],
    ['seconds,demandMilli\n1,x', undefined, 'trace line 2: demandMilli "x" is no number from 0 up'],
    ['seconds,demandMilli\n1,Infinity', undefined, 'trace line 2: demandMilli "Infinity" is no number from 0 up'],
  ])('%j is refused at its line', (text, cost, message) => {
    expect(problem(text, cost)).toEqual(['INPUT_INVALID', message, hint]);
  });

  test('begins at nothing, and lasts one step more than it says', () => {
    expect(traceFromCsv('x,demandMilli,seconds\n,0,10\n,20,20\n\n,30,40\n')).toEqual({
      demand: [
        { at: 0, milli: 0 },
        { at: 10, milli: 20 },
        { at: 30, milli: 30 },
      ],
      endAt: 45,
      origin: 10,
    });
    expect(traceFromCsv('seconds,rps\n5,10', 2)).toEqual({ demand: [{ at: 0, milli: 20 }], endAt: 60, origin: 5 });
    expect(traceFromCsv('seconds,rps,demandMilli\n5,10,7', 2).demand).toEqual([{ at: 0, milli: 7 }]);
  });

  const used = (pod: string, timestamp: number, windowSeconds: number, ...cpu: number[]) => ({
    pod,
    timestamp,
    windowSeconds,
    containers: cpu.map((milli) => ({ name: 'c', usageMilli: { cpu: milli } })),
  });
  const line = (at: number, samples: object[] | null, size: number | null) =>
    ({ at, samples, scale: size === null ? null : { spec: size, status: size } }) as never;

  test('of a recording is what pods used above their rest, at the middle of their windows', () => {
    const rows = [
      line(1, null, 1),
      line(2, [], 1),
      line(31, [used('a', 30, 10, 50, 20), used('b', 40, 20, 40)], 2),
      line(21, [used('a', 20, 10, 1)], 2),
    ];
    expect(traceFromTimeline(rows, 5)).toEqual({
      demand: [
        { at: 0, milli: 0 },
        { at: 13, milli: 100 },
      ],
      endAt: 26,
      origin: 15,
    });
  });

  test('shows sizes as changes, on its own time', () => {
    const rows = [line(10, null, 1), line(11, null, 1), line(12, null, null), line(13, null, 2), line(14, null, 1)];
    expect(recordedSizes(rows, { demand: [], endAt: 0, origin: 10 })).toEqual([
      { at: 0, value: 1 },
      { at: 3, value: 2 },
      { at: 4, value: 1 },
    ]);
    expect(recordedSizes(rows.slice(0, 1), { demand: [], endAt: 0 })).toEqual([{ at: 10, value: 1 }]);
  });
});
