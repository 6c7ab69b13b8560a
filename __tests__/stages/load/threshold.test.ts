import { describe, expect, test } from '@jest/globals';
import { GateError } from '../../../src/domain/error.js';
import { parseThreshold } from '../../../src/stages/load/threshold.js';

function problem(text: string): string {
  try {
    parseThreshold(text);
  } catch (error) {
    if (error instanceof GateError) return error.message;
  }
  return 'none';
}

describe('thresholds', () => {
  test.each([
    ['p(95)<250', { of: 'percentile', percent: 95 }, '<', 250],
    [' p( 99.9 ) <= 1500 ', { of: 'percentile', percent: 99.9 }, '<=', 1500],
    ['med<30', { of: 'percentile', percent: 50 }, '<', 30],
    ['error_rate<0.01', { of: 'error_rate' }, '<', 0.01],
    ['rps>=100', { of: 'rps' }, '>=', 100],
    ['avg>1', { of: 'avg' }, '>', 1],
    ['max<2000', { of: 'max' }, '<', 2000],
  ] as const)('%s is understood', (text, measure, comparison, limit) => {
    expect(parseThreshold(text)).toMatchObject({ measure, comparison, limit, span: 'each' });
  });

  test.each(['scaling', 'steady'] as const)('%s: in front names the stretch', (span) => {
    expect(parseThreshold(`${span}: p(95)<250`)).toMatchObject({ span, limit: 250 });
  });

  test.each([
    ['', 'column 1: expected p(N), avg, med, min, max, error_rate or rps, but it ends'],
    ['p95<5', 'column 2: expected "(" and a percentile, but there is "95<5"'],
    ['p(100)<5', 'column 3: expected a percentile above 0 and below 100, but there is "100)<5"'],
    ['p(95<5', 'column 5: expected ")", but there is "<5"'],
    ['p(95)=5', 'column 6: expected <, <=, > or >=, but there is "=5"'],
    ['p(95)<', 'column 7: expected a number, but it ends'],
    ['p(95)<5ms', 'column 8: expected nothing more, but there is "ms"'],
    ['latency<5', 'column 1: expected p(N), avg, med, min, max, error_rate or rps, but there is "latency<5"'],
  ])('"%s" is refused where it cannot be understood', (text, words) => {
    expect(problem(text)).toContain(words);
  });
});
