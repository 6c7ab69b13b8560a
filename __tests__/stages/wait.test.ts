import { describe, expect, test } from '@jest/globals';
import { GateError } from '../../src/domain/error.js';
import { type Condition, type Sighting, waitFor } from '../../src/stages/wait.js';
import { FakeClock } from '../fakes/clock.js';
import { FakeLog } from '../fakes/log.js';

const ports = () => ({ clock: new FakeClock(), log: new FakeLog(), signal: new AbortController().signal });
const condition = (observe: Condition<string>['observe']): Condition<string> => ({
  what: 'web is Ready',
  deadlineMs: 60_000,
  intervalMs: 1_000,
  observe,
});
const notYet = (seen: string): Sighting<string> => ({ done: false, seen });

describe('waiting', () => {
  test('ends with the state when it is met', async () => {
    let looks = 0;
    const observe = async (): Promise<Sighting<string>> =>
      ++looks < 4 ? notYet(`${looks} of 4`) : { done: true, state: 'Ready' };
    expect(await waitFor(condition(observe), ports())).toEqual({ met: true, state: 'Ready', waitedMs: 3_000 });
  });

  test('past its deadline is not met, and says what was last seen', async () => {
    const waited = await waitFor(
      condition(async () => notYet('0 of 4')),
      ports(),
    );
    expect(waited).toMatchObject({ met: false, lastSeen: '0 of 4', hopeless: false });
    expect(waited.waitedMs).toBeLessThanOrEqual(60_000);
  });

  test('a look that never answers is left behind at the deadline', async () => {
    const waited = await waitFor(
      condition(() => new Promise(() => undefined)),
      ports(),
    );
    expect(waited).toMatchObject({
      met: false,
      lastSeen: 'nothing yet, then no answer',
      hopeless: false,
      waitedMs: 60_000,
      inability: { code: 'TIMED_OUT' },
    });
  });

  test.each([
    { when: 'a moment before the deadline', afterMs: 59_000, lastSeen: '0 of 1', blind: false },
    { when: 'three seconds before the deadline', afterMs: 57_000, lastSeen: '0 of 1, then no answer', blind: true },
    { when: 'seconds before the deadline', afterMs: 50_000, lastSeen: '0 of 1, then no answer', blind: true },
  ])(
    'that breaks off a look begun $when keeps what was seen before: $lastSeen',
    async ({ afterMs, lastSeen, blind }) => {
      const given = ports();
      const waited = await waitFor(
        condition(() =>
          given.clock.monotonic() < afterMs ? Promise.resolve(notYet('0 of 1')) : new Promise(() => undefined),
        ),
        given,
      );
      expect(waited).toMatchObject({ met: false, lastSeen, hopeless: false, waitedMs: 60_000 });
      expect('inability' in waited).toBe(blind);
    },
  );

  test.each([
    [2_001, '0 of 1'],
    [2_000, '0 of 1, then no answer'],
  ])('of four seconds does not outlast half of them in a look: begun after %i ms', async (afterMs, lastSeen) => {
    const given = ports();
    const observe = () =>
      given.clock.monotonic() < afterMs ? Promise.resolve(notYet('0 of 1')) : new Promise<never>(() => undefined);
    const brief = { ...condition(observe), deadlineMs: 4_000, intervalMs: afterMs };
    expect(await waitFor(brief, given)).toMatchObject({ met: false, lastSeen, hopeless: false, waitedMs: 4_000 });
  });

  test('that is cancelled while a look breaks off for it is cancelled, not broken', async () => {
    const abort = new AbortController();
    const observe = async (signal: AbortSignal): Promise<Sighting<string>> => {
      abort.abort();
      signal.throwIfAborted();
      return notYet('1 of 4');
    };
    await expect(waitFor(condition(observe), { ...ports(), signal: abort.signal })).rejects.toMatchObject({
      code: 'CANCELLED',
      message: 'cancelled while waiting until web is Ready; last seen: nothing yet',
    });
  });

  test('ends at once when it is hopeless', async () => {
    const waited = await waitFor(
      condition(async () => ({ done: false, seen: 'image can not be pulled', hopeless: true })),
      ports(),
    );
    expect(waited).toEqual({ met: false, lastSeen: 'image can not be pulled', hopeless: true, waitedMs: 0 });
  });

  test('takes a GateError of a look for "not yet"', async () => {
    let looks = 0;
    const observe = async (): Promise<Sighting<string>> => {
      if (++looks === 1) throw new GateError('API_UNREACHABLE', 'no answer from the API', { hint: 'wait' });
      return { done: true, state: 'Ready' };
    };
    expect(await waitFor(condition(observe), ports())).toMatchObject({ met: true });
    const never = condition(() => Promise.reject(new GateError('API_UNREACHABLE', 'no answer', { hint: 'wait' })));
    expect(await waitFor(never, ports())).toMatchObject({ met: false, inability: { code: 'API_UNREACHABLE' } });
  });

  test('lets our own bugs escape', async () => {
    await expect(
      waitFor(
        condition(() => Promise.reject(new TypeError('bug'))),
        ports(),
      ),
    ).rejects.toThrow(TypeError);
  });

  test.each(['between looks', 'during a look'])(
    'that is cancelled %s throws CANCELLED with what was last seen',
    async (when) => {
      const abort = new AbortController();
      let looks = 0;
      const observe = (): Promise<Sighting<string>> => {
        if (++looks === 2) abort.abort();
        if (looks === 2 && when === 'during a look') return new Promise(() => undefined);
        return Promise.resolve(notYet('1 of 4'));
      };
      await expect(waitFor(condition(observe), { ...ports(), signal: abort.signal })).rejects.toMatchObject({
        code: 'CANCELLED',
        message: expect.stringContaining('web is Ready; last seen: 1 of 4'),
      });
    },
  );

  test('that outlasts the run says so, and what it was waiting for', async () => {
    const abort = new AbortController();
    const observe = async (): Promise<Sighting<string>> => {
      abort.abort(new GateError('TIMED_OUT', 'the run was not over after 60 s', { hint: 'Raise `timeout`.' }));
      return notYet('1 of 4');
    };
    await expect(waitFor(condition(observe), { ...ports(), signal: abort.signal })).rejects.toMatchObject({
      code: 'TIMED_OUT',
      message: expect.stringMatching(/^the run was not over after 60 s: it was waiting until web is Ready/),
      hint: 'Raise `timeout`.',
    });
  });

  test('speaks when something changes and each quarter of a minute, not at each look', async () => {
    const given = ports();
    let looks = 0;
    await waitFor(
      condition(async () => notYet(++looks < 3 ? 'Pending' : 'Running')),
      given,
    );
    expect(given.log.lines.map(({ line }) => line)).toEqual([
      'waiting until web is Ready, 0 s: Pending',
      'waiting until web is Ready, 2 s: Running',
      'waiting until web is Ready, 17 s: Running',
      'waiting until web is Ready, 32 s: Running',
      'waiting until web is Ready, 47 s: Running',
    ]);
  });
});
