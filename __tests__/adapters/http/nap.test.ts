import { describe, expect, test } from '@jest/globals';
import { Nap, threadSleep } from '../../../src/adapters/http/nap.js';

/** Milliseconds slept after a group of so many requests, when answers took so long before. */
function slept(group: number, services: readonly number[]): number {
  let total = 0;
  const nap = new Nap((ms) => {
    total += ms;
  });
  for (const service of services) nap.answered(service);
  nap.after(group);
  return total;
}

const often = (ms: number): number[] => Array.from({ length: 200 }, () => ms);

describe('a nap after a group of requests', () => {
  test.each<readonly [name: string, group: number, services: readonly number[], ms: number]>([
    ['is taken where answers come at once', 12, often(0.2), 0.3],
    ['is not taken after few requests', 3, often(0.2), 0],
    ['is not taken where answers take a millisecond', 12, often(1), 0],
    ['is not taken for a service that takes its time', 12, often(100), 0],
    ['is not taken before anything is known of the service', 12, [], 0],
    ['ends as soon as the service has become slow', 12, [...often(0.2), ...Array(20).fill(3)], 0],
    ['is not ended by one slow answer', 12, [...often(0.2), 3], 0.3],
  ])('%s', (_, group, services, ms) => expect(slept(group, services)).toBe(ms));

  test('lasts as long as it is asked to at least', () => {
    const sleep = threadSleep();
    const from = performance.now();
    sleep(2);
    expect(performance.now() - from).toBeGreaterThanOrEqual(1.9);
  });
});
