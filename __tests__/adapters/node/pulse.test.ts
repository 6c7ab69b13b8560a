import { describe, expect, test } from '@jest/globals';
import { processPulse } from '../../../src/adapters/node/pulse.js';

describe('the pulse of a process', () => {
  test('a process that runs stood still for no time', async () => {
    let at = 0;
    const pulse = processPulse('the probe', () => at);
    at = 60;
    expect(await pulse.stoodStill(1000)).toEqual({ totalMs: 0, longestMs: 0 });
  });

  test('standstills are summed, and the longest is told', async () => {
    let at = 0;
    const pulse = processPulse('the probe', () => at);
    at = 5850;
    await pulse.stoodStill(1000);
    at = 6200;
    expect(await pulse.stoodStill(10_000)).toEqual({ totalMs: 6100, longestMs: 5800 });
  });

  test('what ended before the time that is asked for is left out', async () => {
    let at = 0;
    const pulse = processPulse('the probe', () => at);
    at = 5000;
    await pulse.stoodStill(1000);
    for (at = 5000; at < 9000; at += 50) await pulse.stoodStill(1);
    expect(await pulse.stoodStill(1000)).toEqual({ totalMs: 0, longestMs: 0 });
  });

  test('a loop that is really blocked is noticed', async () => {
    const pulse = processPulse('the gate');
    const end = performance.now() + 300;
    while (performance.now() < end);
    const { totalMs } = await pulse.stoodStill(1000);
    expect(totalMs).toBeGreaterThanOrEqual(240);
  });
});
