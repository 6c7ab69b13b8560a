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

  test('has percentiles by nearest rank, and rounds', () => {
    const many = Array.from({ length: 200 }, (_, index) => sample(`k${index}`, index, 'acked', { ms: 200.04 - index }));
    expect(account(many)).toMatchObject({ p50Ms: 100, p99Ms: 198, longestMs: 200 });
    expect(account([sample('a', 0, 'acked', { ms: 1.26 })])).toMatchObject({ p50Ms: 1.3, p99Ms: 1.3, longestMs: 1 });
    expect(account([sample('a', 0.4, 'failed'), sample('b', 10.9, 'failed')])).toMatchObject({
      errorWindowMs: 11,
      errors: { 'no words': 2 },
    });
  });

  test.each([
    ['MOVED 1 10.0.0.1:6379', 'MOVED'],
    ['ERR unknown', 'ERR unknown'],
    ['READONLYNESS', 'READONLYNESS'],
    ['not MOVED', 'not MOVED'],
    ['took  1.5 s\n of 20:7', 'took s of'],
    [` ${'x'.repeat(70)}`, 'x'.repeat(60)],
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

  test('no more than five examples are given', () => {
    const many = Array.from({ length: 7 }, (_, index) => sample(`k${index}`, index * 10.3));
    const gone = many.map(({ key }) => ({ key, value: null, expiresAt: -2 }));
    const { examples, windowMs, lost } = losses(many, gone, ttl);
    expect([examples.length, windowMs, lost]).toEqual([5, 62, 7]);
  });

  test.each([
    ['at the earliest', 300_000, 0],
    ['at the latest', 300_002, 0],
    ['just before', 299_999, 1],
    ['just after', 300_003, 1],
    ['at no time', -1, 0],
    ['at the beginning of time', 0, 300_000],
  ])('an expiry %s drifts', (_, expiresAt, drift) => {
    const found = [{ key: 'a', value: sessionValue('a'), expiresAt }];
    expect(losses([sample('a', 0)], found, ttl).ttlDriftMs).toBe(drift);
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

  test('is counted from the first write that was sent, by when answers came, in whatever order they are told', () => {
    const late = [sample('c', 900, 'acked', { ms: 50 }), sample('a', 100, 'failed'), sample('b', 600.6)];
    expect(longestGap(late, () => true)).toBe(503);
  });

  test('has nothing to do with when others were sent', () => {
    const samples = [
      sample('x', 0, 'acked', { slot: 2 }),
      sample('a', 900),
      sample('b', 1000),
      sample('y', 9000, 'acked', { slot: 2 }),
    ];
    expect(longestGap(samples, ({ slot }) => slot === 1)).toBe(100);
  });

  test('reaches to the last write that was sent', () => {
    expect(longestGap([sample('a', 0), sample('b', 4000, 'failed')], () => true)).toBe(3998);
  });

  test('is nothing where nothing was sent', () => expect(longestGap([], () => true)).toBe(0));
});
