import { describe, expect, test } from '@jest/globals';
import { clientLosses } from '../../../src/stages/redis/client-losses.js';
import { adviceFrom, clientReport } from '../../../src/stages/redis/client-report.js';
import { type EventRecord, judgeEvent, limitsOf } from '../../../src/stages/redis/event.js';
import type { Account, Losses } from '../../../src/stages/redis/ledger.js';
import { defaultRedisBudgets, defaultRedisSpec } from '../../../src/stages/redis/spec.js';
import type { LoadResult } from '../../../src/stages/redis/under-load.js';
import { wordsOf } from '../../fakes/words.js';

const said = wordsOf('redis/event-words.json');

const quiet: Account = {
  sent: 300,
  acked: 300,
  short: 0,
  failed: 0,
  errors: {},
  moved: 0,
  errorWindowMs: 0,
  longestMs: 9,
  p50Ms: 1,
  p99Ms: 4,
};
const none: Losses = { acked: 300, lost: 0, unread: 0, windowMs: 0, examples: [], ttlDriftMs: 0 };

function event(load: Partial<LoadResult> = {}, more: Partial<EventRecord> = {}): EventRecord {
  return {
    behaviour: 'kill',
    target: 'redis-0',
    promoted: 'redis-4',
    promoteMs: 8000,
    soundAfterMs: 9000,
    load: {
      plain: quiet,
      waited: quiet,
      app: quiet,
      lost: none,
      lostWaited: none,
      lostApp: none,
      hitGapMs: 8100,
      collateralMs: 40,
      ...load,
    },
    ...more,
  };
}

const budgets = { ...defaultRedisBudgets, maxFailoverMs: 15_000, maxErrorWindowMs: 15_000 };
const limits = limitsOf(budgets, false);
const verdictOf = (record: EventRecord, check: string) =>
  judgeEvent(record, limits).find((one) => one.check === check)?.verdict;

describe('judging an event by its budgets', () => {
  test('within all budgets everything passes', () => {
    expect(new Set(judgeEvent(event(), limits).map(({ verdict }) => verdict))).toEqual(new Set(['pass']));
  });

  test.each<[string, Partial<LoadResult>, Partial<EventRecord>]>([
    ['kill-promoted', {}, { promoteMs: 15_001 }],
    ['kill-lost-acks', { lost: { ...none, lost: 1 } }, {}],
    ['kill-lost-acks', { lost: { ...none, unread: 1 } }, {}],
    ['kill-lost-waited-acks', { lostWaited: { ...none, lost: 1 } }, {}],
    ['kill-lost-waited-acks', { lostWaited: { ...none, unread: 1 } }, {}],
    ['kill-error-window', { plain: { ...quiet, errorWindowMs: 15_001 } }, {}],
    ['kill-collateral', { collateralMs: 2001 }, {}],
    ['kill-ttl-drift', { lost: { ...none, ttlDriftMs: 1501 } }, {}],
  ])('%s fails beyond its budget', (check, load, more) => expect(verdictOf(event(load, more), check)).toBe('fail'));

  describe('measured by who stood still itself', () => {
    const asleep = (totalMs: number, longestMs = totalMs) => ({
      blackout: { who: 'the probe', totalMs, longestMs, ofMs: 30_000 },
    });

    test.each([
      ['kill-promoted', {}, { promoteMs: 15_001 }],
      ['kill-error-window', { plain: { ...quiet, errorWindowMs: 15_001 } }, {}],
      ['kill-collateral', { collateralMs: 2001 }, {}],
    ])('%s is no fault of the cluster, and no pass, where that may be why', (check, load, more) => {
      const record = event({ ...load, ...asleep(5800) }, more);
      expect(verdictOf(record, check)).toBe('inconclusive');
      expect(judgeEvent(record, limits).find((one) => one.check === check)?.observed).toContain(
        'but the probe itself stood still for 5.8 s of 30.0 s',
      );
    });

    test('a short standstill explains what is little late, and nothing more', () => {
      expect(verdictOf(event(asleep(600), { promoteMs: 15_600 }), 'kill-promoted')).toBe('inconclusive');
      expect(verdictOf(event(asleep(600), { promoteMs: 15_601 }), 'kill-promoted')).toBe('fail');
    });

    test('a fifth of the time is too much, whatever the excess', () => {
      expect(verdictOf(event(asleep(8000), { promoteMs: 40_000 }), 'kill-promoted')).toBe('inconclusive');
      expect(verdictOf(event(asleep(7999), { promoteMs: 40_000 }), 'kill-promoted')).toBe('fail');
    });

    test('an error window may have passed unseen, a promotion is only seen late', () => {
      const record = event({ plain: { ...quiet, errorWindowMs: 9000 }, ...asleep(7000, 6001) });
      expect(verdictOf(record, 'kill-error-window')).toBe('inconclusive');
      expect(verdictOf(record, 'kill-promoted')).toBe('pass');
      const brief = event({ plain: { ...quiet, errorWindowMs: 9000 }, ...asleep(7000, 6000) });
      expect(verdictOf(brief, 'kill-error-window')).toBe('pass');
    });

    test('a lost write is lost, however long anybody slept', () => {
      expect(verdictOf(event({ lost: { ...none, lost: 1 }, ...asleep(29_000) }), 'kill-lost-acks')).toBe('fail');
    });

    test('a promotion or a recovery that was not seen cannot be told from sleep', () => {
      const { promoteMs: _, soundAfterMs: __, ...record } = event(asleep(6000));
      expect(verdictOf(record, 'kill-promoted')).toBe('inconclusive');
      expect(verdictOf(record, 'kill-recovered')).toBe('inconclusive');
    });
  });

  describe('says', () => {
    const asleep = { blackout: { who: 'the probe', totalMs: 5800, longestMs: 5800, ofMs: 30_000 } };
    const never = (load: Partial<LoadResult> = {}): EventRecord => {
      const { promoteMs: _, soundAfterMs: __, ...record } = event(load);
      return record;
    };
    const over: Partial<LoadResult> = {
      lost: { ...none, lost: 1, unread: 2, ttlDriftMs: 1501 },
      lostWaited: { ...none, lost: 1 },
      plain: { ...quiet, errorWindowMs: 15_001 },
      collateralMs: 2001,
    };
    const silent: Partial<LoadResult> = {
      plain: { ...quiet, sent: 0, acked: 0 },
      lost: { ...none, acked: 0 },
      lostWaited: { ...none, acked: 0 },
    };

    test.each<[string, EventRecord]>([
      ['nothing went wrong', event()],
      ['everything went wrong', event(over, { promoteMs: 15_001 })],
      ['everything went wrong, to one who slept', event({ ...over, ...asleep }, { promoteMs: 15_001 })],
      ['nobody came back', never()],
      ['nobody came back, to one who slept', never(asleep)],
      ['nothing was written', event(silent)],
    ])('in words that %s', (name, record) => said(name, judgeEvent(record, limits)));

    test('nothing of what has no limit', () => {
      const checks = (asked: typeof limits) => judgeEvent(event(over), asked).map(({ check }) => check);
      expect(checks({ ...limits, lostAcks: undefined })).toEqual(
        checks(limits).filter((one) => one !== 'kill-lost-acks'),
      );
    });
  });

  test.each<[string, Partial<LoadResult>, Partial<EventRecord>]>([
    ['kill-promoted', {}, { promoteMs: 15_000 }],
    ['kill-error-window', { plain: { ...quiet, errorWindowMs: 15_000 } }, {}],
    ['kill-collateral', { collateralMs: 2000 }, {}],
    ['kill-ttl-drift', { lost: { ...none, ttlDriftMs: 1500 } }, {}],
    ['kill-recovered', {}, { soundAfterMs: 0 }],
  ])('%s passes at its budget', (check, load, more) => expect(verdictOf(event(load, more), check)).toBe('pass'));

  test.each([
    [true, 1000, 1000],
    [false, 15_000, 15_001],
  ])('the limits of an event that was planned (%p) are its own', (planned, promoteMs, errorWindowMs) => {
    const all = { ...budgets, maxErrorWindowMs: 15_001, maxLostAcks: 1, maxLostWaitedAcks: 2 };
    expect(limitsOf(all, planned)).toEqual({
      promoteMs,
      lostAcks: 1,
      lostWaitedAcks: 2,
      errorWindowMs,
      collateralMs: 2000,
      ttlDriftMs: 1500,
    });
  });

  test('a replica that was never promoted fails', () => {
    const { promoteMs: _, ...record } = event();
    expect(verdictOf(record, 'kill-promoted')).toBe('fail');
  });

  test('a cluster that did not recover fails', () => {
    const { soundAfterMs: _, ...record } = event();
    expect(verdictOf(record, 'kill-recovered')).toBe('fail');
  });

  test('no sample is no pass', () => {
    const silent = { ...quiet, sent: 0, acked: 0 };
    const record = event({
      plain: silent,
      waited: silent,
      lost: { ...none, acked: 0 },
      lostWaited: { ...none, acked: 0 },
    });
    for (const check of [
      'kill-lost-acks',
      'kill-lost-waited-acks',
      'kill-error-window',
      'kill-collateral',
      'kill-ttl-drift',
    ]) {
      expect([check, verdictOf(record, check)]).toEqual([check, 'inconclusive']);
    }
  });
});

describe('the report on the client', () => {
  const hurt = event({ app: { ...quiet, failed: 40 } });

  test("ioredis' defaults are advised about, with the option to change", () => {
    const { judgements, notes } = clientReport(defaultRedisSpec, [hurt]);
    expect(judgements).toEqual([]);
    expect(notes[0]?.text).toMatch(
      /40 of 300 commands.*tries for 1600 ms \(16 × 100 ms\), slots were not served for up to 8100 ms.*Set maxRedirections 122 at/,
    );
  });

  test("the application's own options are judged", () => {
    const spec = { ...defaultRedisSpec, appOptions: { maxRedirections: 20 } };
    expect(clientReport(spec, [hurt]).judgements[0]).toMatchObject({
      check: 'client-rides-it-out',
      verdict: 'fail',
      observed: expect.stringContaining('2000 ms (20 × 100 ms)'),
    });
    expect(clientReport(spec, [event()]).judgements[0]?.verdict).toBe('pass');
    expect(clientReport(spec, [event({ app: { ...quiet, sent: 0 } })]).judgements[0]?.verdict).toBe('inconclusive');
  });
});

describe('acknowledged writes that the application alone lost', () => {
  const lostApp = { ...none, lost: 341, windowMs: 10_200 };
  const hung = event({ lostApp }, { behaviour: 'hang' });
  const options = { maxRedirections: 200 };

  test("ioredis' defaults are advised about, with both numbers and the option to change", () => {
    const { judgements, notes } = clientLosses(defaultRedisSpec, [event(), hung]);
    expect(judgements).toEqual([]);
    expect(notes[0]?.text).toMatch(
      /a hang of redis-0 lost 341 of 300 writes acknowledged to the application's client, over 10\.20 s, and 0 of 300 .*Set commandTimeout below cluster-node-timeout \(5000 ms\)/,
    );
    expect(clientLosses(defaultRedisSpec, [event()]).notes).toEqual([]);
  });

  test.each<[string, EventRecord[], string[]]>([
    ['lost', [hung], ['fail']],
    ['kept', [event()], ['pass']],
    ['nothing acknowledged', [event({ lostApp: { ...none, acked: 0 } })], ['inconclusive']],
    // What raw connections lose as well is the servers' fault, and said of them.
    ['the servers lost too', [event({ lost: { ...none, lost: 1 }, lostApp })], []],
    ['nobody could read it back', [event({ lost: { ...none, unread: 1 }, lostApp })], []],
    ['no raw write to compare', [event({ lost: { ...none, acked: 0 }, lostApp })], []],
  ])("the application's own options are judged: %s", (_, events, verdicts) => {
    const { judgements } = clientLosses({ ...defaultRedisSpec, appOptions: options }, events);
    expect(judgements.map(({ verdict }) => verdict)).toEqual(verdicts);
  });

  test('where commands have a time limit already, WAIT is what is left', () => {
    const spec = { ...defaultRedisSpec, appOptions: { commandTimeout: 1000 } };
    expect(clientLosses(spec, [hung]).judgements[0]?.findings[0]?.remedy).toBe(
      'Write with WAIT 1 what must not be lost.',
    );
  });
});

describe('what is said of the client', () => {
  const hurt = event({ app: { ...quiet, failed: 40 } });
  const less = event({ app: { ...quiet, failed: 2 }, hitGapMs: 900 }, { behaviour: 'hang' });
  const lossy = event({ lostApp: { ...none, lost: 341, windowMs: 10_200 } }, { behaviour: 'hang' });
  const unsent = event({ app: { ...quiet, sent: 0 }, lostApp: { ...none, acked: 0 } });

  test.each<[string, EventRecord[], Readonly<Record<string, unknown>>]>([
    ['nothing happened', [], {}],
    ['its defaults rode it out', [event(), event({ hitGapMs: 70 })], {}],
    ['its defaults gave up', [event(), hurt, less], {}],
    ['its defaults lost', [lossy, event(), lossy], {}],
    ['its defaults sent nothing', [unsent], {}],
    ['its own options rode it out', [event(), event({ hitGapMs: 70 })], { maxRedirections: 200 }],
    ['its own options gave up', [hurt, less], { maxRedirections: 20, retryDelayOnFailover: 200 }],
    ['its own options do not wait', [hurt], { retryDelayOnFailover: 0, retryDelayOnClusterDown: 50 }],
    ['its own options are no numbers', [hurt], { maxRedirections: '20' }],
    ['its own options lost', [lossy, event()], { commandTimeout: 1000 }],
    ['its own options sent nothing', [unsent], { maxRedirections: 20 }],
  ])('where %s', (name, events, appOptions) =>
    said(`the client: ${name}`, clientReport({ ...defaultRedisSpec, appOptions }, events)),
  );
});

describe('advice from the run', () => {
  const did = (behaviour: string, load: Partial<LoadResult>): EventRecord => event(load, { behaviour });
  const lost = { ...none, lost: 611, windowMs: 6100 };
  const planned = did('planned-failover', { hitGapMs: 100 });

  test.each<[string, EventRecord[], number]>([
    ['a deletion that cost much more', [planned, did('terminate', { hitGapMs: 1001 })], 1],
    ['a deletion that cost not that much', [planned, did('terminate', { hitGapMs: 1000 })], 0],
    ['a deletion alone', [did('terminate', { hitGapMs: 9000 })], 0],
    ['a planned failover alone', [planned], 0],
    ['a partition that lost', [did('partition', { lost })], 1],
    ['a hang that lost', [did('hang', { lost, lostWaited: { ...none, lost: 2 } })], 1],
    ['a partition and a hang that lost', [did('hang', { lost }), did('partition', { lost })], 2],
    ['a partition that lost nothing', [did('partition', {})], 0],
    ['a kill that lost, which is judged', [did('kill', { lost })], 0],
    ['others that stood still', [did('kill', { collateralMs: 501 }), did('hang', { collateralMs: 900 })], 1],
    ['others that hardly stood still', [did('kill', { collateralMs: 500 })], 0],
  ])('is given on %s', (name, events, count) => {
    expect(adviceFrom(events)).toHaveLength(count);
    said(`advice: ${name}`, adviceFrom(events));
  });

  test('a costly deletion beside a cheap failover asks for a preStop hook', () => {
    const planned = event({ hitGapMs: 70 }, { behaviour: 'planned-failover' });
    const terminated = event({ hitGapMs: 8900 }, { behaviour: 'terminate' });
    expect(adviceFrom([planned, terminated])[0]?.text).toMatch(
      /stopped its shard's writes for 8\.90 s, a planned failover for 0\.07 s/,
    );
    expect(adviceFrom([planned, event({ hitGapMs: 90 }, { behaviour: 'terminate' })])).toEqual([]);
  });

  test('a partition that lost writes asks for WAIT, with both numbers', () => {
    const cut = event({ lost: { ...none, lost: 611, windowMs: 6100 } }, { behaviour: 'partition' });
    expect(adviceFrom([cut])[0]?.text).toMatch(
      /lost 611 of 300 acknowledged plain writes over 6\.10 s, and 0 of 300 written with WAIT 1/,
    );
  });
});
