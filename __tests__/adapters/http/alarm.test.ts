import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { threadAlarm } from '../../../src/adapters/http/alarm.js';

describe('the alarm of a thread that waits', () => {
  const alarm = threadAlarm();
  beforeAll(() => alarm.start());
  afterAll(() => alarm.stop());

  const ringAfter = (ms: number): Promise<number> => {
    const at = performance.now() + ms;
    return new Promise((resolve) => alarm.set(at, () => resolve(performance.now() - at)));
  };

  test('is ready when it has started', () => expect(alarm.ready).toBe(true));

  test('never rings before its time', async () => {
    for (const ms of [0.3, 2.7, 5, 11.1]) expect(await ringAfter(ms)).toBeGreaterThanOrEqual(0);
  });

  test('rings for a time that is over', async () => expect(await ringAfter(-5)).toBeGreaterThanOrEqual(5));

  test('rings for the time that was set last, once', async () => {
    const rung: string[] = [];
    alarm.set(performance.now() + 3, () => rung.push('first'));
    await new Promise<void>((resolve) => {
      alarm.set(performance.now() + 8, () => {
        rung.push('second');
        resolve();
      });
    });
    await ringAfter(10);
    expect(rung).toEqual(['second']);
  });

  test('does not ring when it was cleared', async () => {
    let rung = false;
    alarm.set(performance.now() + 3, () => {
      rung = true;
    });
    alarm.clear();
    await new Promise((resolve) => setTimeout(resolve, 15));
    expect(rung).toBe(false);
  });
});
