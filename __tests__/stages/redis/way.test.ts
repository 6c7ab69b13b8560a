import { describe, expect, test } from '@jest/globals';
import type { NodeCall } from '../../../src/ports/redis-nodes.js';
import type { RedisProbe } from '../../../src/ports/redis-probe.js';
import { timedWay } from '../../../src/stages/redis/way.js';
import { FakeClock } from '../../fakes/clock.js';

const ping = (node: string): NodeCall => ({ node, args: ['PING'] });

/** A probe whose calls take so many milliseconds. */
function probeOf(clock: FakeClock, ms: number): RedisProbe {
  const nodes = {
    use: async () => undefined,
    close: async () => undefined,
    call: async (calls: readonly NodeCall[]) => {
      await clock.sleep(ms, new AbortController().signal);
      return calls.map(() => ({ ok: true as const, value: 'PONG', ms: 1 }));
    },
  };
  const probe = { nodes, where: 'here', pulses: [], close: async () => undefined };
  return probe as unknown as RedisProbe;
}

describe('the way to the nodes', () => {
  test.each([
    ['as long as a node may take, and a second', 3000, ['a', 'b'], 0],
    ['a millisecond more', 3001, ['a', 'b'], 1],
    ['a minute', 60_000, ['a', 'b'], 57_000],
    ['as long as two calls of one node may take', 5000, ['a', 'a', 'b'], 0],
    ['more than two calls of one node may take', 5010, ['a', 'a', 'b'], 10],
    ['a minute, and no node is asked', 60_000, [], 57_000],
  ])('that takes %s (%d ms) stood still for the rest', async (_, ms, asked, late) => {
    const clock = new FakeClock();
    const { nodes, pulses } = timedWay(probeOf(clock, ms), clock);
    const replies = await nodes.call(asked.map(ping), 2000);
    expect(replies).toHaveLength(asked.length);
    expect(pulses.map(({ who }) => who)).toEqual(['the way to the nodes']);
    expect(await pulses[0]?.stoodStill(60_000)).toEqual({ totalMs: late, longestMs: late });
  });

  test('adds up what ended within the time that is asked for', async () => {
    const clock = new FakeClock();
    const { nodes, pulses } = timedWay(probeOf(clock, 10_000), clock);
    await nodes.call([ping('a')], 2000);
    await nodes.call([ping('a')], 2000);
    expect(await pulses[0]?.stoodStill(20_000)).toEqual({ totalMs: 14_000, longestMs: 7000 });
    expect(await pulses[0]?.stoodStill(9999)).toEqual({ totalMs: 7000, longestMs: 7000 });
  });
});
