import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { bandsOf } from '../../src/autoscaler/bands.js';
import { chartText } from '../../src/autoscaler/chart.js';
import { productionClocks, quickClocks } from '../../src/autoscaler/clocks.js';
import { costOf, forecastOf } from '../../src/autoscaler/forecast.js';
import { autoscalerOf, defaultSetup, type HpaSpec } from '../../src/autoscaler/hpa.js';
import { interferencesIn } from '../../src/autoscaler/interference.js';
import { outlookOf } from '../../src/autoscaler/outlook.js';
import { assumedCost, type PlanInput, planOf } from '../../src/autoscaler/plan.js';
import { planText } from '../../src/autoscaler/plan-text.js';
import { milliOf } from '../../src/autoscaler/quantity.js';
import { seeded } from '../../src/autoscaler/random.js';
import { proofDemand, ramp } from '../../src/autoscaler/scenario.js';
import { shadow } from '../../src/autoscaler/shadow.js';
import { simulate } from '../../src/autoscaler/simulation.js';
import type { TimelineRow } from '../../src/autoscaler/timeline.js';
import { traceFromCsv } from '../../src/autoscaler/trace.js';
import { whatIf } from '../../src/autoscaler/what-if.js';
import { whatIfText } from '../../src/autoscaler/what-if-text.js';
import type { ContainerFacts } from '../../src/autoscaler/workload-facts.js';

/**
 * Every text and every number that people get to see, beside what it was when somebody last read it. A change is fine:
 * `WRITE_FIXTURES=1 npm test -- autoscaler/words` writes it anew, and the review of the diff is the point.
 */
const fixture = path.resolve('__tests__/fixtures/autoscaler/words.json');
const isWriting = process.env['WRITE_FIXTURES'] === '1';
const known = isWriting ? {} : (JSON.parse(readFileSync(fixture, 'utf8')) as Record<string, unknown>);

const web: ContainerFacts = { name: 'web', cpuRequestMilli: 200, cpuLimitMilli: 500, readinessProbe: true };
const resource = (name: string, target: object) => ({ type: 'Resource', resource: { name, target } });
const cpu50 = resource('cpu', { type: 'Utilization', averageUtilization: 50 });
const hpa: HpaSpec = { minReplicas: 1, maxReplicas: 4, metrics: [cpu50] };

const plan = (change: Partial<PlanInput> = {}, containers: readonly ContainerFacts[] = [web]) => {
  const planned = planOf({
    hpa,
    workload: { name: 'Deployment shop/web', replicas: null, containers },
    setup: defaultSetup,
    cost: assumedCost,
    idleMilliPerPod: 0,
    rates: [],
    readySeconds: [3, 8],
    seed: 1,
    runs: 3,
    ...change,
  });
  return { text: planText(planned).split('\n'), sizes: planned.sizes, rates: planned.rates };
};

const behaving = (behavior: NonNullable<HpaSpec['behavior']>, more: Partial<HpaSpec> = {}): HpaSpec => ({
  ...hpa,
  ...more,
  behavior,
});

const scenario = {
  autoscaler: autoscalerOf(hpa, defaultSetup),
  clocks: quickClocks,
  pod: { requestMilli: 200, limitMilli: 500, idleMilli: 2, readySeconds: [3, 8] },
  startReplicas: 1,
  demand: proofDemand(30, 60, 500),
  endAt: 240,
} as const;
const cpu = {
  ...scenario.autoscaler,
  target: { kind: 'utilization', percent: 50, requestMilli: 200 },
  limitMilli: 500,
} as const;
const points = [5, 10, 20, 30, 40].map((rps, index) => ({
  rps,
  replicas: 1 + (index % 3),
  cpuMilli: 8 * rps + 2 * (1 + (index % 3)) + (index % 2),
}));
const options = { runs: 6, seed: 1, quantiles: [0.5, 0.9, 1], loadStart: 30, loadEnd: 90 };

function rowsOf(name: string): TimelineRow[] {
  const file = path.resolve('__tests__/fixtures/hpa', `live-${name}.jsonl.gz`);
  return gunzipSync(readFileSync(file))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text) as TimelineRow);
}

function shadowed(rows: readonly TimelineRow[], window: number, period: number) {
  const flags = {
    downscaleStabilizationSeconds: window,
    cpuInitializationPeriodSeconds: 300,
    initialReadinessDelaySeconds: 30,
  };
  const { decisions, exact, visible, ...rest } = shadow(rows, {
    setup: { flags, tolerance: 0.1, configurableTolerance: false },
    syncPeriodSeconds: period,
  });
  return {
    exact,
    visible,
    rest: Object.keys(rest),
    decisions: decisions.map((one) => JSON.stringify(one).slice(0, 300)),
  };
}

const tampered = (change: (row: TimelineRow, index: number) => TimelineRow): TimelineRow[] => rowsOf('one').map(change);
const withScale = (row: TimelineRow, spec: number): TimelineRow => ({
  ...row,
  scale: row.scale === null ? null : { ...row.scale, spec },
});

const said: Readonly<Record<string, () => unknown>> = {
  'a plan': () => plan(),
  'a plan at given rates': () => plan({ rates: [10, 50, 400], cost: { lowMs: 4, highMs: 12, source: 'measured' } }),
  'a plan at one cost, with pods that idle': () =>
    plan({ cost: { lowMs: 10, highMs: 10, source: 'given' }, idleMilliPerPod: 15 }),
  'a plan without a limit': () => plan({}, [{ ...web, cpuLimitMilli: null }]),
  'a plan of an average': () =>
    plan({ hpa: { ...hpa, metrics: [resource('cpu', { type: 'AverageValue', averageValue: '150m' })] } }),
  'a plan of two containers': () =>
    plan({}, [web, { name: 'proxy', sidecar: true, cpuRequestMilli: 50, cpuLimitMilli: null, readinessProbe: false }]),
  'a plan of one container': () =>
    plan({
      hpa: {
        ...hpa,
        metrics: [
          {
            type: 'ContainerResource',
            containerResource: {
              name: 'cpu',
              container: 'web',
              target: { type: 'Utilization', averageUtilization: 70 },
            },
          },
        ],
      },
    }),
  'a plan without requests': () => plan({}, [{ ...web, cpuRequestMilli: null, cpuLimitMilli: null }]),
  'a plan of a limit within the tolerance': () => plan({}, [{ ...web, cpuLimitMilli: 110 }]),
  'a plan without a probe': () => plan({}, [{ ...web, readinessProbe: false }]),
  'a plan of memory': () =>
    plan({ hpa: { ...hpa, metrics: [resource('memory', { type: 'Utilization', averageUtilization: 70 })] } }),
  'a plan of both': () =>
    plan({ hpa: { ...hpa, metrics: [cpu50, resource('memory', { type: 'Utilization', averageUtilization: 70 })] } }),
  'a plan without room': () => plan({ hpa: { ...hpa, minReplicas: 4 } }),
  'a plan of nothing': () => plan({ workload: { name: 'Deployment shop/web', replicas: 0, containers: [web] } }),
  'a plan that never goes up': () => plan({ hpa: behaving({ scaleUp: { selectPolicy: 'Disabled' } }) }),
  'a plan that never comes down': () => plan({ hpa: behaving({ scaleDown: { selectPolicy: 'Disabled' } }) }),
  'a plan with a short window': () =>
    plan({ hpa: behaving({ scaleDown: { stabilizationWindowSeconds: 59 } }, { maxReplicas: 12 }) }),
  'a plan with gaps': () =>
    plan({
      hpa: { ...hpa, maxReplicas: 9, metrics: [resource('cpu', { type: 'Utilization', averageUtilization: 10 })] },
    }),
  'a plan with slow policies': () =>
    plan({
      hpa: behaving({
        scaleUp: { policies: [{ type: 'Pods', value: 1, periodSeconds: 60 }] },
        scaleDown: { policies: [{ type: 'Percent', value: 50, periodSeconds: 30 }], stabilizationWindowSeconds: 60 },
      }),
    }),
  'what if': () =>
    whatIfText(
      whatIf({
        hpa: { ...hpa, maxReplicas: 10 },
        setup: defaultSetup,
        pod: scenario.pod,
        clocks: productionClocks,
        trace: traceFromCsv('seconds,demandMilli\n0,50\n300,800\n900,50\n'),
        startReplicas: 1,
        variants: [
          { name: 'max 3', spec: { maxReplicas: 3 } },
          { name: 'tolerance', tolerance: 0.3 },
          { name: 'request', requestMilli: 100, limitMilli: null },
          { name: 'limit', limitMilli: 100 },
        ],
        runs: 3,
        seed: 1,
      }),
    ).split('\n'),
  'a chart': () =>
    chartText(
      [
        {
          name: 'a',
          unit: 'm',
          points: [
            { at: 0, value: 1 },
            { at: 4, value: 7.25 },
            { at: 9, value: 0 },
          ],
        },
        { name: 'long', unit: '', points: [{ at: 3, value: 2 }] },
      ],
      0,
      10,
      20,
    ).split('\n'),
  'an empty chart': () => chartText([], 1, 2, 5).split('\n'),
  bands: () => bandsOf(scenario, options),
  'bands on production clocks': () => bandsOf({ ...scenario, clocks: productionClocks, endAt: 900 }, options),
  'an outlook': () => outlookOf(scenario, options, cpu, points).lines,
  'an outlook on nothing': () => outlookOf(scenario, options, cpu, []).lines,
  'a cost': () => [costOf(points), costOf(points.slice(0, 2)) ?? null, costOf([]) ?? null],
  'a forecast': () => [1, 1.5, 2, 3].map((factor) => forecastOf(points, factor, cpu)),
  'a forecast of few points': () => forecastOf(points.slice(0, 3), 2, cpu),
  'a forecast over noise': () =>
    forecastOf(
      points.map((point, index) => ({ ...point, cpuMilli: point.cpuMilli + (index % 2 === 0 ? 90 : -90) })),
      2,
      cpu,
    ),
  'a run': () => simulate(scenario, seeded(3)).moves,
  'a ramp': () => [ramp({ at: 0, milli: 0 }, { at: 10, milli: 100 }, 3), proofDemand(10, 20, 300)],
  quantities: () =>
    ['1', '1500m', '0.5', '2Ki', '1.5Gi', '1e3', '100u', '-3', '+4', '', 'x', '1.2.3', '9E', '1n'].map(
      (text) => `${text} is ${milliOf(text) ?? 'nothing'}`,
    ),
  'a recording': () => shadowed(rowsOf('one'), 30, 5),
  'a recording of two metrics': () => shadowed(rowsOf('two'), 30, 5),
  'a recording with another window': () => shadowed(rowsOf('one'), 300, 5),
  'a recording with gaps': () =>
    shadowed(
      rowsOf('one').filter((_, index) => index % 7 !== 3),
      30,
      5,
    ),
  'a recording without samples': () =>
    shadowed(
      tampered((row) => ({ ...row, samples: null })),
      30,
      5,
    ),
  'a recording scaled by hand': () => {
    const rows = tampered((row, index) => (index > 60 && index < 66 ? withScale(row, 9) : row));
    return [interferencesIn(rows), shadowed(rows, 30, 5).decisions.filter((text) => text.includes('deviates'))];
  },
  'a recording whose autoscaler goes': () =>
    interferencesIn(tampered((row, index) => (index > 100 && index < 110 ? { ...row, hpa: null } : row))),
  'a recording whose autoscaler changes': () => {
    const rows = tampered((row, index) =>
      index > 80 && row.hpa !== null
        ? { ...row, hpa: { ...row.hpa, name: 'other', spec: { ...row.hpa.spec, maxReplicas: 99 } } }
        : row,
    );
    return [interferencesIn(rows), shadowed(rows, 30, 5).decisions.filter((text) => text.includes('deviates'))];
  },
};

/** As JSON keeps it: no infinities, no undefined. */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, one) =>
      typeof one === 'bigint' || one === Number.POSITIVE_INFINITY ? String(one) : (one as unknown),
    ),
  );

describe('what the autoscaler room says', () => {
  const written: Record<string, unknown> = {};

  test.each(Object.entries(said))('%s', (name, say) => {
    const now = plain(say());
    written[name] = now;
    if (isWriting) writeFileSync(fixture, `${JSON.stringify(written, null, 1)}\n`);
    else expect(now).toEqual(known[name]);
  });
});
