import { describe, expect, test } from '@jest/globals';
import { verdictOf } from '../../../src/domain/stage.js';
import { play, told } from './played.js';

describe('a load that the deadline of its stage stops early', () => {
  test.each([30, 50, 70, 80, 90, 100])('after %i s blames nobody, and never passes', async (timeoutSeconds) => {
    const whole = await play();
    expect(whole.seconds).toBeGreaterThan(timeoutSeconds + 2);
    const played = await play({}, { timeoutSeconds });
    expect(verdictOf(played.result.evidence)).toBe('inconclusive');
    expect(told(played).filter((line) => line.startsWith('fail'))).toEqual([]);
  });

  test.each([50, 60])('at a fixed rate after %i s does not pass for the whole of it', async (timeoutSeconds) => {
    const fixed = { mode: 'fixed', rate: 20, durationSeconds: 60 } as const;
    expect(told(await play({}, fixed))).toEqual([]);
    const played = await play({}, { ...fixed, timeoutSeconds });
    expect(played.verdictOn('was sent to its end')).toBe('inconclusive');
    expect(told(played).join('\n')).toContain(`the ${timeoutSeconds} s of the stage were over`);
  });

  test('after the load, on the way down, does not say that the way is closed', async () => {
    const whole = await play();
    const cool = whole.result.output.marks.find(({ phase }) => phase === 'cool-down');
    const begun = whole.result.output.marks[0]?.from ?? 0;
    const timeoutSeconds = Math.round(((cool?.from ?? 0) - begun) / 1000) + 4;
    const played = await play({}, { timeoutSeconds });
    expect(played.verdictOn('goes back to 1 replica')).toBe('inconclusive');
    expect(told(played).filter((line) => line.startsWith('fail'))).toEqual([]);
  });
});
