import { describe, expect, test } from '@jest/globals';
import { defaultSetup } from '../../../src/autoscaler/hpa.js';
import type { ObservedRow } from '../../../src/ports/autoscaler-observer.js';
import { answeredAt, calibrate, cpuPoints } from '../../../src/stages/load/calibration.js';
import { cpuRoleOf, podRequests, usedCpuMilli } from '../../../src/stages/load/cpu.js';
import { measuredLoad } from '../../../src/stages/load/measured-load.js';
import { unready } from '../../../src/stages/load/readiness.js';
import { changesOf, markOf, readyPods, rowsWithin } from '../../../src/stages/load/recording.js';
import { timelineOf, withLoad } from '../../../src/stages/load/timeline.js';
import { container, load, mark, phase, pod, type RowChange, recording, row, rows } from '../../fakes/recorded-load.js';
import { spec } from './played.js';

describe('a service that cannot be loaded yet', () => {
  const condition = {
    type: 'ScalingActive',
    status: 'False',
    reason: 'FailedGetResourceMetric',
    message: 'no metrics',
  };
  const starting = pod('web-2', { ready: { status: 'False', lastTransition: 0 } });

  test.each<[string, RowChange, number | null, string | null]>([
    ['is none that can', { size: 2 }, 2, null],
    ['is none that rests at its own size', { size: 2 }, null, null],
    ['has no autoscaler', { autoscaler: null }, 1, 'there is no such autoscaler'],
    ['has no scale', { scale: null }, 1, 'Deployment/web has no scale'],
    ['is larger', { size: 2 }, 1, '2 replicas wanted by the workload, not 1'],
    ['is smaller', { size: 1 }, 2, '1 replica wanted by the workload, not 2'],
    ['is not ready', { size: 2, pods: [pod('web-1'), starting] }, 2, '1 of 2 pods ready, not 2'],
    [
      'has one on its way out',
      { size: 1, pods: [pod('web-1'), pod('web-2', { deleting: true })] },
      1,
      '1 of 2 pods ready, not 1',
    ],
    ['has no metrics API', { error: 'not served' }, 1, 'the metrics API says: not served'],
    [
      'has pods without samples',
      { size: 3, used: [null, 5, null] },
      3,
      'the metrics API has no sample of web-1, web-3',
    ],
    [
      'does not scale',
      { autoscaler: { conditions: [{ ...condition, lastTransition: null }] } },
      1,
      'ScalingActive is False: FailedGetResourceMetric no metrics',
    ],
    ['says nothing of scaling', { autoscaler: { conditions: [] } }, 1, 'ScalingActive is not set:  '],
  ])('%s', (_, change, size, why) => expect(unready(row(5, change), size)).toBe(why));
});

describe('a recording', () => {
  test('has the last mark of a phase, and rows from end to end', () => {
    const marks = [mark('scaling', 1, 2), mark('steady', 2, 3), mark('scaling', 3, 4)];
    expect(markOf({ ...recording, marks }, 'scaling')).toBe(marks[2]);
    expect(markOf({ ...recording, marks }, 'idle')).toBeUndefined();
    expect(rowsWithin(recording, 3000, 5000).map(({ at }) => at)).toEqual([3000, 4000, 5000]);
  });

  test('has pods that serve: ready, and not on their way out', () => {
    const pods = [
      pod('a'),
      pod('b', { deleting: true }),
      pod('c', { ready: null }),
      pod('d', { ready: { status: 'Unknown', lastTransition: 0 } }),
    ];
    expect(readyPods(row(1, { pods }))).toEqual(['a']);
  });

  test('has changes of size, over looks that saw none', () => {
    const seen = [row(1), row(2, { scale: null }), row(3, { size: 2 }), row(4, { size: 2 }), row(5)];
    expect(changesOf(seen).map(({ at, from, to, before, after }) => [at, from, to, before.at, after.at])).toEqual([
      [3000, 1, 2, 1000, 3000],
      [5000, 2, 1, 4000, 5000],
    ]);
    expect(changesOf([])).toEqual([]);
  });
});

describe('CPU', () => {
  const sidecar = container({
    name: 'proxy',
    restartPolicy: 'Always',
    cpuRequestMilli: 30,
    cpuLimitMilli: 60,
    memoryRequestMilli: null,
  });
  const once = container({ name: 'setup', cpuRequestMilli: 500 });
  const own = (more: Parameters<typeof pod>[1]) =>
    row(5, { pods: [pod('gone', { deleting: true, containers: [] }), pod('web-1', more)] });
  const roleOf = (seen: ObservedRow) => cpuRoleOf(seen, defaultSetup);
  const metrics = (...list: object[]): RowChange => ({ autoscaler: { metrics: list } });
  const target = (given: object, name = 'cpu') => ({ type: 'Resource', resource: { name, target: given } });

  test('is requested by what stays: containers and sidecars', () => {
    expect(podRequests(own({ initContainers: [sidecar, once] }))).toEqual({ cpuMilli: 130, memoryMilli: 1e9 });
    expect(podRequests(row(5, { pods: [] }))).toEqual({ cpuMilli: 0, memoryMilli: 0 });
  });

  test('is used by pods that serve, where each has a sample', () => {
    expect(usedCpuMilli(row(5, { size: 2, used: [40, 60] }))).toBe(100);
    expect(usedCpuMilli(row(5, { size: 2, used: [40, null] }))).toBeNull();
    expect(usedCpuMilli(row(5, { size: 2, used: [null, 40] }))).toBeNull();
    expect(usedCpuMilli(row(5, { pods: [] }))).toBeNull();
  });

  test('decides by its share of the request, over all that stays', () => {
    const common = { min: 1, max: 4, tolerances: { up: 0.1, down: 0.1 } };
    expect(roleOf(own({ initContainers: [sidecar, once] })).cpu).toEqual({
      ...common,
      limitMilli: 460,
      target: { kind: 'utilization', percent: 50, requestMilli: 130 },
    });
    expect(roleOf(own({ containers: [container({ cpuLimitMilli: null })] })).cpu?.limitMilli).toBeNull();
    const average = metrics(target({ type: 'AverageValue', averageValue: '70m' }));
    expect(roleOf(row(5, average)).cpu).toEqual({ ...common, limitMilli: 400, target: { kind: 'average', milli: 70 } });
    const named = {
      type: 'ContainerResource',
      containerResource: { name: 'cpu', container: 'proxy', target: { type: 'Utilization', averageUtilization: 40 } },
    };
    const seen = { ...own({ initContainers: [sidecar] }), autoscaler: row(5, metrics(named)).autoscaler };
    expect(roleOf(seen).cpu).toEqual({
      ...common,
      limitMilli: 60,
      target: { kind: 'utilization', percent: 40, requestMilli: 30 },
    });
  });

  const memory = target({ type: 'Utilization', averageUtilization: 80 }, 'memory');
  const cpu = target({ type: 'Utilization', averageUtilization: 50 });
  const current = (averageUtilization: number) => ({
    type: 'Resource',
    resource: { name: 'memory', current: { averageUtilization, averageValue: '1M' } },
  });

  test.each<[string, ObservedRow, string]>([
    ['without an autoscaler', row(5, { autoscaler: null }), 'there is no autoscaler'],
    ['without a pod', row(5, { pods: [] }), 'it has no pod'],
    ['with two targets', row(5, metrics(cpu, cpu)), 'it has two CPU metrics, cpu and cpu'],
    [
      'without a request',
      own({ containers: [container(), container({ name: 'bare', cpuRequestMilli: null })] }),
      'container bare of web-1 has no CPU request to be a share of',
    ],
    [
      'with a request of nothing',
      own({ containers: [container({ cpuRequestMilli: 0 })] }),
      'container web of web-1 has no CPU request to be a share of',
    ],
    ['beside memory that cannot be read', row(5, metrics(cpu, memory)), 'its metric memory cannot be read'],
    [
      'beside memory that asks for more',
      row(5, { autoscaler: { metrics: [cpu, memory], currentMetrics: [{}, current(89)] } }),
      'its metric memory is at 111 % of its target and asks for more pods than CPU does',
    ],
    [
      'by memory alone',
      row(5, metrics(memory)),
      'it scales on memory alone, which does not follow the rate of requests and is seldom given back: no load can be chosen for it, nor a way down be proven',
    ],
  ])('decides nothing %s', (_, seen, why) => expect(roleOf(seen)).toEqual({ cpu: null, why }));

  const queue = (averageValue: string) => ({
    type: 'External',
    external: { metric: { name: 'queue' }, target: { type: 'AverageValue', averageValue } },
  });
  const long = (averageValue: string) => ({
    type: 'External',
    external: { metric: { name: 'queue' }, current: { averageValue } },
  });

  test.each([
    ['10', '11', null],
    [
      '10',
      '12',
      'its metric ExternalAverageValue queue is at 120 % of its target and asks for more pods than CPU does',
    ],
  ])('decides beside a queue of which %s are wanted and %s are there, or not: %p', (wanted, there, why) => {
    const seen = row(5, { autoscaler: { metrics: [queue(wanted), cpu], currentMetrics: [long(there), {}] } });
    const role = roleOf(seen);
    expect(role.cpu === null ? role.why : null).toBe(why);
  });

  test('decides beside memory that is within its tolerance', () => {
    const seen = row(5, { autoscaler: { metrics: [cpu, memory], currentMetrics: [{}, current(88)] } });
    expect(roleOf(seen).cpu).not.toBeNull();
  });
});

describe('the load that was measured', () => {
  const steady = (used: (number | null)[]) =>
    rows.map((one) => (one.at >= 40_000 && one.at <= 61_000 ? row(one.at / 1000, { size: 4, used }) : one));

  test('is what the pods used above their rest, from when the samples are of the phase', () => {
    const early = rows.map((one) => {
      const second = one.at / 1000;
      if (second < 40 || second > 61) return one;
      return row(second, { size: 4, used: second < 50 ? [90, 90, 90, 90] : [53, 53, 53, second > 55 ? 63 : 53] });
    });
    expect(measuredLoad({ ...recording, rows: early }, spec)).toMatchObject({ lowMilli: 200, highMilli: 210, rate: 5 });
  });

  test('is never below nothing, and takes rest for nothing where it is not known', () => {
    expect(measuredLoad({ ...recording, rows: steady([1, 1, 1, 1]) }, spec)).toMatchObject({
      lowMilli: 0,
      highMilli: 0,
    });
    expect(measuredLoad({ ...recording, aim: null, rows: steady([50, 50, 50, 50]) }, spec)).toMatchObject({
      lowMilli: 200,
    });
  });

  test.each([
    ['no steady phase', { marks: [] }],
    ['no row', { rows: [] }],
    ['a pod without a sample', { rows: steady([50, 50, 50, null]) }],
    ['no load', { load: null }],
    ['a load without that phase', { load: load({ phases: [phase('scaling', 12, 40)] }) }],
    ['a phase of no time', { load: load({ phases: [phase('steady', 40, 40)] }) }],
  ])('is none with %s', (_, changed) => expect(measuredLoad({ ...recording, ...changed }, spec)).toBeNull());
});

describe('what a request costs', () => {
  const answered = [
    { at: 0, count: 0 },
    { at: 1000, count: 10 },
    { at: 3000, count: 50 },
  ];

  test.each([
    [-5, 0],
    [0, 0],
    [500, 5],
    [1000, 10],
    [2000, 30],
    [3000, 50],
    [9000, 50],
  ])('until %i ms %d were answered', (at, count) => expect(answeredAt(answered, at)).toBe(count));

  test('is nothing where nothing was', () => expect(answeredAt([], 5)).toBe(0));

  const look = (at: number, ...cpu: [string, number][]) =>
    cpu.map(([name, cpuSeconds]) => ({ pod: name, cpuSeconds, timestamp: at }));

  test('is seen between looks that are far enough apart, of the same pods', () => {
    const looks = [
      [],
      look(0, ['a', 1], ['b', 1]),
      look(1899, ['a', 2], ['b', 2]),
      look(1900, ['b', 1.019], ['a', 1.019]),
      look(3800, ['a', 1.1]),
      look(5700, ['a', 1.119]),
    ];
    expect(
      cpuPoints(looks, [
        { at: 0, count: 0 },
        { at: 10_000, count: 100 },
      ]),
    ).toEqual([
      { rate: 10, cpuMilli: expect.closeTo(20, 6), seconds: 1.9, until: 1900 },
      { rate: 10, cpuMilli: expect.closeTo(10, 6), seconds: 1.9, until: 5700 },
    ]);
    expect(cpuPoints([], [])).toEqual([]);
  });

  const point = (rate: number, cpuMilli: number, seconds = 2) => ({ rate, cpuMilli, seconds, until: 0 });

  test('is the slope, with the rest of each pod', () => {
    const found = calibrate([point(0, 6), point(10, 26), point(20, 46)], 2);
    expect(found).toMatchObject({ idleMilli: expect.closeTo(3, 9), costMilli: expect.closeTo(2, 9) });
    expect([found?.costLow, found?.costHigh]).toEqual([expect.closeTo(2, 9), expect.closeTo(2, 9)]);
    expect(found?.points).toEqual([
      { rate: 0, cpuMilli: 6 },
      { rate: 10, cpuMilli: 26 },
      { rate: 20, cpuMilli: 46 },
    ]);
  });

  test('has an interval by Student, and long stretches weigh more', () => {
    const found = calibrate([point(0, 5), point(10, 27), point(20, 45), point(20, 90, 0.001)], 1);
    expect(found?.costMilli).toBeCloseTo(2, 1);
    const wide = calibrate([point(0, 5), point(10, 27), point(20, 45)], 1);
    expect(
      [wide?.costLow, wide?.costMilli, wide?.costHigh].map((value) => Math.round((value ?? 0) * 1e4) / 1e4),
    ).toEqual([0.5324, 2, 3.4676]);
  });

  test.each([
    ['two points', [point(0, 6), point(10, 26)]],
    ['two rates', [point(0, 6), point(10, 26), point(10.4, 27)]],
    ['no slope', [point(0, 6), point(10, 6), point(20, 6)]],
    ['a slope downwards', [point(0, 46), point(10, 26), point(20, 6)]],
    ['nothing', []],
  ])('is not known from %s', (_, points) => expect(calibrate(points, 1)).toBeNull());

  test('leaves nothing for rest where the line begins below', () => {
    expect(calibrate([point(10, 10), point(20, 30), point(30, 50)], 1)?.idleMilli).toBe(0);
  });
});

describe('the timeline', () => {
  test('has all that the shadow reads, in seconds, and each event once', () => {
    const event = {
      uid: 'e',
      object: 'HorizontalPodAutoscaler/web',
      type: 'Normal',
      reason: 'SuccessfulRescale',
      message: 'up',
      count: 1,
      at: 4000,
    };
    const given = {
      ...row(5, {
        autoscaler: {
          lastScaleTime: 4000,
          conditions: [{ type: 'AbleToScale', status: 'True', reason: 'r', message: 'm', lastTransition: 3000 }],
        },
        pods: [
          pod('web-1', {
            initContainers: [
              container({ name: 'p', restartPolicy: 'Always', cpuRequestMilli: null, memoryRequestMilli: 5 }),
            ],
          }),
          pod('web-2', { ready: null, startTime: null, owner: null, node: null }),
          pod('web-3', { ready: { status: 'False', lastTransition: null } }),
        ],
        used: [50],
      }),
      events: [event, { ...event, uid: 'f', object: 'Pod/web-1' }],
    };
    const [first, second, third] = timelineOf('web', [given, given, { ...given, events: [{ ...event, count: 2 }] }]);
    expect(first).toEqual({
      at: 5,
      until: 5.005,
      hpa: {
        name: 'web',
        resourceVersion: '5',
        spec: {
          scaleTargetRef: { kind: 'Deployment', name: 'web' },
          minReplicas: 1,
          maxReplicas: 4,
          metrics: given.autoscaler?.metrics,
          behavior: null,
        },
        status: {
          currentReplicas: 1,
          desiredReplicas: 1,
          lastScaleTime: 4,
          conditions: [{ type: 'AbleToScale', status: 'True', reason: 'r', message: 'm', lastTransition: 3 }],
          currentMetrics: [],
        },
      },
      scale: { spec: 1, status: 1 },
      pods: [
        {
          name: 'web-1',
          phase: 'Running',
          deleting: false,
          startTime: 0,
          ready: { status: 'True', lastTransition: 2 },
          containers: [{ name: 'web', requestMilli: { cpu: 100, memory: 1e9 } }],
          initContainers: [{ name: 'p', restartPolicy: 'Always', requestMilli: { memory: 5 } }],
          owner: 'web-1',
          node: 'node',
        },
        {
          name: 'web-2',
          phase: 'Running',
          deleting: false,
          startTime: null,
          ready: null,
          containers: [{ name: 'web', requestMilli: { cpu: 100, memory: 1e9 } }],
          initContainers: [],
        },
        {
          name: 'web-3',
          phase: 'Running',
          deleting: false,
          startTime: 0,
          ready: { status: 'False', lastTransition: 0 },
          containers: [{ name: 'web', requestMilli: { cpu: 100, memory: 1e9 } }],
          initContainers: [],
          owner: 'web-1',
          node: 'node',
        },
      ],
      samples: [
        {
          pod: 'web-1',
          timestamp: 5,
          windowSeconds: 10,
          containers: [{ name: 'web', usageMilli: { cpu: 50, memory: 1e9 } }],
        },
      ],
      events: [{ type: 'Normal', reason: 'SuccessfulRescale', message: 'up', at: 4, count: 1 }],
    });
    expect([second?.events, third?.events.map(({ count }) => count)]).toEqual([[], [2]]);
  });

  test('says what there was not', () => {
    const [seen] = timelineOf('web', [row(5, { autoscaler: null, scale: null, pods: [], error: 'gone' })]);
    expect(seen).toMatchObject({ hpa: null, scale: null, pods: [], samples: null, samplesError: 'gone' });
    const [idle] = timelineOf('web', [row(5)]);
    expect(idle?.hpa?.status).toMatchObject({ lastScaleTime: null });
    expect(idle?.hpa?.status.conditions[0]).not.toHaveProperty('lastTransition');
    expect(idle).not.toHaveProperty('samplesError');
  });

  test('has what was sent in the second of each row', () => {
    const second = {
      at: 5400,
      phase: 'steady',
      scheduled: 10,
      good: 7,
      bad: 1,
      shed: 2,
      inFlight: 1,
      p50: 1,
      p95: 1,
      p99: 1,
    };
    const timeline = timelineOf('web', [row(4), row(5), row(6)]);
    const told = withLoad(timeline, load({ seconds: [second] })).map((one) => one.load);
    expect(told).toEqual([undefined, { phase: 'steady', offered: 10, answered: 7, failed: 3 }, undefined]);
    expect(withLoad(timeline, null)).toEqual(timeline);
  });
});
