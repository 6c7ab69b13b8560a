import { describe, expect, test } from '@jest/globals';
import type { NodeSettings } from '../../../src/stages/redis/configuration.js';
import { judgeEncryption } from '../../../src/stages/redis/encryption-checks.js';

const tls = { port: '0', 'tls-cluster': 'yes', 'tls-replication': 'yes' };
const facts = {
  machines: [],
  disruptionBudget: undefined,
  graceSeconds: undefined,
  preStop: undefined,
  readinessProbe: undefined,
  isolated: undefined,
};
const DAY = 86_400_000;

function judged(second: NodeSettings['config'], daysLeft?: number) {
  const node = (name: string, config: NodeSettings['config']): NodeSettings => ({
    name,
    config,
    info: {},
    anonymous: undefined,
    host: undefined,
  });
  const expires = daysLeft === undefined ? {} : { certificateExpires: daysLeft * DAY };
  return judgeEncryption([node('redis-0', tls), node('redis-1', second)], { ...facts, ...expires }, 0);
}

describe('judging TLS', () => {
  test('everything encrypted passes, with the days that are left', () => {
    expect(judged(tls, 90).map(({ verdict }) => verdict)).toEqual(['pass', 'pass']);
  });

  test.each([
    ['port', '6379', /redis-1 has port 6379, TLS wants 0/],
    ['tls-cluster', 'no', /redis-1 has tls-cluster no/],
    ['tls-replication', 'no', /redis-1 has tls-replication no/],
  ])('%s %s is named at its node', (key, value, words) => {
    const [links] = judged({ ...tls, [key]: value });
    expect(links).toMatchObject({ verdict: 'fail', observed: expect.stringMatching(words) });
    expect(links?.findings[0]?.node).toBe('redis-1');
  });

  test.each(['port', 'tls-cluster', 'tls-replication'] as const)('a node that does not tell %s is no pass', (key) => {
    const { [key]: _, ...others } = tls;
    expect(judged(others)[0]).toMatchObject({
      verdict: 'inconclusive',
      observed: '1 of 2 nodes did not tell their TLS settings (CONFIG GET refused?)',
    });
  });

  test('a node that does not tell is no pass', () => {
    expect(judged({})[0]).toMatchObject({ verdict: 'inconclusive', observed: expect.stringContaining('1 of 2 nodes') });
  });

  test.each([
    [14, 'pass', '14 days left, 14 wanted'],
    [13, 'fail', '13 days left'],
    [1, 'fail', '1 day left'],
    [-1, 'fail', 'it ended 1 day ago'],
    [-3, 'fail', 'it ended 3 days ago'],
  ])('a certificate with %i days: %s', (days, verdict, words) => {
    expect(judged(tls, days)[1]).toMatchObject({ verdict, observed: expect.stringContaining(words) });
  });

  test('a certificate that nobody could read is not judged', () => {
    expect(judged(tls)).toHaveLength(1);
  });
});
