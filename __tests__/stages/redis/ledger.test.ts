import { describe, expect, test } from '@jest/globals';
import { type LoadSample, sessionValue } from '../../../src/ports/redis-load.js';
import { account, errorKind, longestGap, losses } from '../../../src/stages/redis/ledger.js';

function sample(
  key: string,
  at: number,
  outcome: LoadSample['outcome'] = 'acked',
  more: Partial<LoadSample> = {},
): LoadSample {
  return { key, slot: 1, at, ms: 2, outcome, moved: 0, ...more };
}

describe('the account of a load', () => {
  const samples = [
    sample('a', 0),
    sample('b', 100, 'failed', { error: 'CLUSTERDOWN The cluster is down' }),
    sample('c', 200, 'failed', { error: 'connect ECONNREFUSED 10.0.0.1:6379', ms: 40 }),
    sample('d', 700, 'failed', { error: 'connect ECONNREFUSED 10.0.0.2:6379' }),
    sample('e', 800, 'short'),
    sample('f', 900, 'acked', { moved: 2, ms: 10 }),
  ];

  test('counts every write once, with its error by kind', () => {
    expect(account(samples)).toEqual({
      sent: 6,
      acked: 2,
      short: 1,
      failed: 3,
      errors: { CLUSTERDOWN: 1, 'connect ECONNREFUSED': 2 },
      moved: 2,
      errorWindowMs: 600,
      longestMs: 40,
      p50Ms: 2,
      p99Ms: 10,
    });
  });

  test('an empty load accounts for nothing', () =>
    expect(account([])).toMatchObject({ sent: 0, acked: 0, errorWindowMs: 0, p99Ms: 0 }));

  test.each([
    ['MOVED 1 10.0.0.1:6379', 'MOVED'],
    ['timeout after 2000 ms', 'timeout after ms'],
    ['', 'no words'],
  ])('"%s" is of kind "%s"', (error, kind) => expect(errorKind(error)).toBe(kind));
});

describe('losses', () => {
  const ttl = 300;
  const written = [
    sample('a', 1000),
    sample('b', 2000, 'acked', { node: 'redis-0', slot: 9 }),
    sample('c', 5000),
    sample('d', 6000, 'short'),
    sample('e', 7000, 'failed'),
  ];
  const kept = (key: string, at: number) => ({ key, value: sessionValue(key), expiresAt: at + 1 + ttl * 1000 });

  test('nothing is lost where every acknowledged value is there', () => {
    const found = [kept('a', 1000), kept('b', 2000), kept('c', 5000)];
    expect(losses(written, found, ttl)).toMatchObject({ acked: 3, lost: 0, unread: 0, ttlDriftMs: 0 });
  });

  test('an acknowledged write that is gone, or another, is lost; one that was short or failed is not', () => {
    const found = [
      kept('a', 1000),
      { key: 'b', value: null, expiresAt: -2 },
      { key: 'c', value: 'something else', expiresAt: -1 },
    ];
    expect(losses(written, found, ttl)).toEqual({
      acked: 3,
      lost: 2,
      unread: 0,
      windowMs: 3000,
      examples: [
        { key: 'b', slot: 9, node: 'redis-0' },
        { key: 'c', slot: 1 },
      ],
      ttlDriftMs: 0,
    });
  });

  test('what nobody answered for is unread, not kept', () => {
    const found = [kept('a', 1000), { key: 'b', value: undefined, expiresAt: undefined }];
    expect(losses(written, found, ttl)).toMatchObject({ lost: 0, unread: 2 });
  });

  test('an expiry before or after what was asked for is drift', () => {
    const found = [
      { ...kept('a', 1000), expiresAt: 1000 + ttl * 1000 - 70 },
      { ...kept('b', 2000), expiresAt: 2002 + ttl * 1000 + 50 },
      kept('c', 5000),
    ];
    expect(losses(written, found, ttl).ttlDriftMs).toBe(70);
  });
});

describe('the longest gap', () => {
  test('is the longest time without an acknowledgement among those that belong', () => {
    const samples = [
      sample('a', 0),
      sample('b', 100),
      sample('c', 300, 'failed'),
      sample('d', 1100),
      sample('x', 500, 'acked', { slot: 2 }),
    ];
    expect(longestGap(samples, ({ slot }) => slot === 1)).toBe(1000);
  });

  test('reaches to the last write that was sent', () => {
    expect(longestGap([sample('a', 0), sample('b', 4000, 'failed')], () => true)).toBe(3998);
  });

  test('is nothing where nothing was sent', () => expect(longestGap([], () => true)).toBe(0));
});
