import { describe, expect, test } from '@jest/globals';
import { chartText } from '../../src/autoscaler/chart.js';
import { productionClocks, quickClocks } from '../../src/autoscaler/clocks.js';
import { autoscalerOf, defaultSetup, type HpaSpec } from '../../src/autoscaler/hpa.js';
import { traceFromCsv, traceFromTimeline } from '../../src/autoscaler/trace.js';
import { type Variant, whatIf } from '../../src/autoscaler/what-if.js';
import { whatIfText } from '../../src/autoscaler/what-if-text.js';
import { record } from './recorded.js';

const target = { type: 'Utilization', averageUtilization: 50 };
const hpa: HpaSpec = {
  minReplicas: 1,
  maxReplicas: 10,
  metrics: [{ type: 'Resource', resource: { name: 'cpu', target } }],
};
const steps = 'seconds,demandMilli\n0,50\n300,800\n900,50\n';
const pod = { requestMilli: 200, limitMilli: 500, idleMilli: 2, readySeconds: [3, 8] } as const;

const tried = (variants: readonly Variant[]) =>
  whatIf({
    hpa,
    setup: defaultSetup,
    pod,
    clocks: productionClocks,
    trace: traceFromCsv(steps),
    startReplicas: 1,
    variants,
    runs: 5,
    seed: 1,
  });

describe('trace', () => {
  test('is read from CSV with demand, or with rates and a cost', () => {
    expect(traceFromCsv('seconds,demandMilli\n10,100\n20,200\n')).toEqual({
      demand: [
        { at: 0, milli: 100 },
        { at: 10, milli: 200 },
      ],
      endAt: 20,
      origin: 10,
    });
    expect(traceFromCsv('seconds, rps\r\n0,30\r\n60,60\r\n', 4).demand).toEqual([
      { at: 0, milli: 120 },
      { at: 60, milli: 240 },
    ]);
  });

  test.each<[string, string, number | undefined, RegExp]>([
    ['another head', 'time,load\n1,2', undefined, /line 1.*time,load/],
    ['rates without a cost', 'seconds,rps\n1,2', undefined, /cost/],
    ['time that goes back', 'seconds,demandMilli\n5,1\n4,1', undefined, /line 3: 4 s is not after 5 s/],
    ['a word for a number', 'seconds,demandMilli\n5,much', undefined, /line 2.*much/],
    ['less than nothing', 'seconds,demandMilli\n5,-1', undefined, /line 2/],
    ['no rows', 'seconds,demandMilli\n', undefined, /no rows/],
  ])('refuses %s and names the line', (_, text, cost, message) => {
    expect(() => traceFromCsv(text, cost)).toThrow(message);
  });

  test('is read from a timeline: what all pods used, less the idle cost', () => {
    const setup = { ...defaultSetup };
    const scenario = {
      autoscaler: autoscalerOf(hpa, setup),
      clocks: quickClocks,
      pod: { ...pod, limitMilli: null },
      startReplicas: 1,
      demand: [{ at: 50, milli: 600 }],
      endAt: 260,
    };
    const { demand } = traceFromTimeline(record(scenario, hpa, 3), 2);
    expect(demand[0]?.milli).toBeLessThan(10);
    expect(Math.abs((demand.at(-1)?.milli ?? 0) - 600)).toBeLessThan(15);
    expect(() => traceFromTimeline([], 0)).toThrow('no rows');
  });
});

describe('what-if', () => {
  test('shows what a shorter window saves and what a slower policy costs', () => {
    const [asIs, short, slow] = tried([
      { name: 'window 30 s', spec: { behavior: { scaleDown: { stabilizationWindowSeconds: 30 } } } },
      {
        name: '1 pod/60 s',
        spec: { behavior: { scaleUp: { policies: [{ type: 'Pods', value: 1, periodSeconds: 60 }] } } },
      },
    ]).results;
    expect(asIs?.peak).toBeGreaterThanOrEqual(7);
    expect(short?.podHours).toBeLessThan((asIs?.podHours ?? 0) - 0.2);
    expect(short?.idleSeconds).toBeLessThan((asIs?.idleSeconds ?? 0) - 100);
    expect(slow?.shortSeconds).toBeGreaterThan((asIs?.shortSeconds ?? 0) + 100);
  });

  test.each<[string, Variant, (peak: number) => boolean]>([
    ['twice the request: half the pods', { name: 'r', requestMilli: 400 }, (peak) => peak <= 5],
    ['a lower maximum', { name: 'm', spec: { maxReplicas: 3 } }, (peak) => peak === 3],
    [
      'no request: nothing moves',
      { name: 'n', spec: { metrics: [{ type: 'Resource', resource: { name: 'memory', target } }] } },
      (peak) => peak === 1,
    ],
    ['a limit under the target: nothing moves', { name: 'l', limitMilli: 105 }, (peak) => peak === 1],
  ])('plays %s', (_, variant, holds) => expect(holds(tried([variant]).results[1]?.peak ?? -1)).toBe(true));

  test('is text with a row and a line a variant', () => {
    const text = whatIfText(tried([{ name: 'tolerance 2 %', tolerance: 0.02 }]));
    expect(text.match(/^as it is/gm)).toHaveLength(2);
    expect(text.match(/^tolerance 2 %/gm)).toHaveLength(2);
    expect(text).toMatch(/^demand .*█.* max 800m$/m);
    expect(text).not.toMatch(/NaN|undefined/);
  });
});

describe('chart', () => {
  test('draws each series to its own maximum and keeps a short peak', () => {
    const points = [0, 1, 8, 1].map((value, index) => ({ at: index * 10, value }));
    expect(chartText([{ name: 'size', unit: ' pods', points }], 0, 40, 4)).toBe(
      'size  ▁█▁ max 8 pods\n     0 s 40 s'.replace('0 s 40 s', '0 s40 s'),
    );
    const spike = [
      { at: 0, value: 1 },
      { at: 10.1, value: 9 },
      { at: 10.2, value: 1 },
    ];
    expect(chartText([{ name: 'x', unit: '', points: spike }], 0, 40, 4)).toContain('█');
  });
});
