import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { meaningOf } from '../../../src/adapters/k6/exit-code.js';
import { parseSummary } from '../../../src/adapters/k6/summary.js';
import { testRun } from '../../../src/adapters/k6/test-run.js';

const fixture = (name: string): string => readFileSync(`__tests__/fixtures/k6/${name}`, 'utf8');

describe("k6's summary", () => {
  test.each([
    ['1.8', 8.916],
    ['2.2', 3.916],
  ])('of %s has numbers and thresholds, where true means crossed', (version, p95) => {
    const summary = parseSummary(fixture(`export-${version}.json`));
    expect(summary?.metrics['http_reqs']?.['count']).toBe(5);
    expect(summary?.metrics['http_req_failed']?.['value']).toBe(0);
    expect(summary?.metrics['http_req_duration']?.['p(95)']).toBeCloseTo(p95, 2);
    const crossed = summary?.thresholds.filter(({ held }) => !held).map(({ metric }) => metric);
    expect([crossed, summary?.thresholds.some(({ held }) => held)]).toEqual([['http_req_duration'], true]);
  });

  test('has its thresholds as they were written', () => {
    expect(parseSummary(fixture('export-1.8.json'))?.thresholds).toEqual([
      { metric: 'http_req_duration', expression: 'p(95)<250', held: true },
      { metric: 'http_req_duration', expression: 'p(99)<0.0001', held: false },
      { metric: 'http_req_failed', expression: 'rate<0.01', held: true },
    ]);
  });

  test.each([
    ['1.8', 9.628],
    ['2.2', 3.146],
  ])('in the machine-readable form of %s has the same numbers under the same names', (version, p95) => {
    const summary = parseSummary(fixture(`machine-${version}.json`));
    expect(summary?.metrics['http_reqs']?.['count']).toBe(5);
    expect(summary?.metrics['http_req_duration']?.['p(95)']).toBeCloseTo(p95, 2);
    expect(summary?.metrics['http_req_failed']?.['rate']).toBe(0);
  });

  test('of handleSummary has its values and thresholds apart', () => {
    const metric = { type: 'rate', values: { rate: 0.5 }, thresholds: { 'rate<0.01': { ok: false } } };
    expect(parseSummary(JSON.stringify({ metrics: { http_req_failed: metric } }))).toEqual({
      metrics: { http_req_failed: { rate: 0.5 } },
      thresholds: [{ metric: 'http_req_failed', expression: 'rate<0.01', held: false }],
    });
  });

  test.each(['', 'not json', '{}', '[]', 'null'])('%j is none', (text) => expect(parseSummary(text)).toBeNull());
});

describe("k6's exit codes", () => {
  test.each([
    [0, 'passed'],
    [99, 'thresholds-missed'],
    [107, 'script-broken'],
    [104, 'script-broken'],
    [105, 'aborted'],
    [108, 'aborted'],
    [110, 'thresholds-missed'],
    [255, 'script-broken'],
    [1, 'aborted'],
  ])('%i means %s', (code, outcome) => expect(meaningOf(code)[0]).toBe(outcome));
});

test('a TestRun shares the load among pods of the operator', () => {
  const request = {
    name: 'web',
    namespace: 'shop',
    file: 'load.js',
    script: 'export default () => {}',
    parallelism: 3,
    env: { BASE_URL: 'http://web' },
  };
  expect(testRun(request)).toMatchObject({
    kind: 'List',
    items: [
      {
        kind: 'ConfigMap',
        metadata: { name: 'web', namespace: 'shop' },
        data: { 'load.js': 'export default () => {}' },
      },
      {
        apiVersion: 'k6.io/v1alpha1',
        kind: 'TestRun',
        spec: {
          parallelism: 3,
          separate: true,
          script: { configMap: { name: 'web', file: 'load.js' } },
          runner: { env: [{ name: 'BASE_URL', value: 'http://web' }] },
        },
      },
    ],
  });
});
