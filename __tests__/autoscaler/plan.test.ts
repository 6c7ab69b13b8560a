import { describe, expect, test } from '@jest/globals';
import { defaultSetup, type HpaSpec } from '../../src/autoscaler/hpa.js';
import { assumedCost, type Plan, type PlanInput, planOf } from '../../src/autoscaler/plan.js';
import { planText } from '../../src/autoscaler/plan-text.js';
import type { ContainerFacts } from '../../src/autoscaler/workload-facts.js';

const web: ContainerFacts = { name: 'web', cpuRequestMilli: 200, cpuLimitMilli: 500, readinessProbe: true };
const cpuMetric = (averageUtilization: number) => ({
  type: 'Resource',
  resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization } },
});
const hpa: HpaSpec = { minReplicas: 1, maxReplicas: 4, metrics: [cpuMetric(50)] };

function plan(change: Partial<PlanInput> = {}, containers: readonly ContainerFacts[] = [web]): Plan {
  return planOf({
    hpa,
    workload: { name: 'Deployment shop/web', replicas: null, containers },
    setup: defaultSetup,
    cost: assumedCost,
    idleMilliPerPod: 0,
    rates: [],
    readySeconds: [3, 8],
    seed: 1,
    runs: 6,
    ...change,
  });
}

describe('plan', () => {
  test('says which load makes which size stable, and at which rates that is', () => {
    const [one, , , four] = plan({ cost: { lowMs: 10, highMs: 10, source: 'given' } }).sizes;
    expect(one).toEqual({ replicas: 1, load: { lowMilli: 0, highMilli: 111 }, rate: { low: 0, high: 11.1 } });
    expect(four?.load).toEqual({ lowMilli: 300, highMilli: Number.POSITIVE_INFINITY });
    expect(four?.rate).toEqual({ low: 30, high: Number.POSITIVE_INFINITY });
  });

  test('answers for given rates with every stable size, cheapest and dearest request', () => {
    const { rates } = plan({ rates: [10, 50], cost: { lowMs: 2, highMs: 10, source: 'given' } });
    expect(rates).toEqual([
      { rate: 10, cheap: [1], dear: [1] },
      { rate: 50, cheap: [1], dear: [4] },
    ]);
  });

  test('gives bands for both clocks, quick ones sooner', () => {
    const [production, quick] = plan().bands;
    expect([production?.clocks, quick?.clocks]).toEqual(['production', 'quick']);
    const median = (name: 'firstMove' | 'backToMin', index: 0 | 1): number =>
      [production, quick][index]?.bands[name].quantiles[0]?.seconds ?? Number.NaN;
    expect(median('firstMove', 1)).toBeLessThan(median('firstMove', 0));
    expect(median('backToMin', 0)).toBeGreaterThan(290);
    expect(median('backToMin', 1)).toBeLessThan(60);
  });

  test.each<[string, Partial<PlanInput>, readonly ContainerFacts[], string, RegExp]>([
    [
      'a limit inside the tolerance',
      {},
      [{ ...web, cpuLimitMilli: 110 }],
      'never-scales-up',
      /at most 55%.*more than 55%/,
    ],
    [
      'no request',
      {},
      [{ ...web, cpuRequestMilli: null, cpuLimitMilli: null }],
      'never-scales',
      /missing request for cpu in container web/,
    ],
    [
      'no request in a sidecar',
      {},
      [web, { name: 'proxy', sidecar: true, cpuRequestMilli: null, cpuLimitMilli: null, readinessProbe: false }],
      'never-scales',
      /container proxy/,
    ],
    ['min equal to max', { hpa: { ...hpa, minReplicas: 4 } }, [web], 'never-scales', /minReplicas 4 and maxReplicas 4/],
    [
      'scaleUp disabled',
      { hpa: { ...hpa, behavior: { scaleUp: { selectPolicy: 'Disabled' } } } },
      [web],
      'never-scales-up',
      /scaleUp/,
    ],
    [
      'scaleDown disabled',
      { hpa: { ...hpa, behavior: { scaleDown: { selectPolicy: 'Disabled' } } } },
      [web],
      'never-scales-down',
      /scaleDown/,
    ],
    [
      '0 replicas',
      { workload: { name: 'Deployment shop/web', replicas: 0, containers: [web] } },
      [web],
      'never-scales',
      /0 replicas/,
    ],
    [
      'a tolerance that leaves gaps',
      { hpa: { minReplicas: 12, maxReplicas: 20, metrics: [cpuMetric(15)] }, setup: { ...defaultSetup, tolerance: 0 } },
      [{ ...web, cpuRequestMilli: 10 }],
      'flaps',
      /no size is stable for a load between .* between 12 and 20/,
    ],
    [
      'memory only',
      {
        hpa: {
          ...hpa,
          metrics: [{ type: 'Resource', resource: { name: 'memory', target: { averageUtilization: 50 } } }],
        },
      },
      [web],
      'not-planned',
      /no CPU metric/,
    ],
    [
      'a second metric',
      {
        hpa: {
          ...hpa,
          metrics: [
            cpuMetric(50),
            { type: 'Pods', pods: { metric: { name: 'queue' }, target: { averageValue: '10' } } },
          ],
        },
      },
      [web],
      'not-planned',
      /queue/,
    ],
    ['no readinessProbe', {}, [{ ...web, readinessProbe: false }], 'note', /readinessProbe/],
  ])('finds %s, with the numbers', (_, change, containers, kind, text) => {
    const found = plan(change, containers).findings.filter((finding) => finding.kind === kind);
    expect(found.map((finding) => finding.text).join('\n')).toMatch(text);
  });

  test('finds nothing where all is well', () => expect(plan().findings).toEqual([]));

  test('takes a limit for the request where only the limit is written, as the API does', () => {
    expect(plan({}, [{ ...web, cpuRequestMilli: null }]).target?.target).toMatchObject({ requestMilli: 500 });
  });

  test('does not say how soon where it never scales', () => {
    expect(plan({}, [{ ...web, cpuLimitMilli: 110 }]).bands).toEqual([]);
  });

  test('is text with a table, the bands and the findings', () => {
    const text = planText(plan({ rates: [50] }, [{ ...web, readinessProbe: false }]));
    for (const part of [
      'Deployment shop/web',
      '50% of 200m',
      'replicas',
      'any more',
      'assumed',
      'production',
      'quick',
      'p50 / p95 / p99',
      'readinessProbe',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toMatch(/NaN|undefined|null/);
  });
});
