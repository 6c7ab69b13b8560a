import { describe, expect, test } from '@jest/globals';
import type { HostLoad } from '../../../src/ports/host-load.js';
import type { FakeClock } from '../../fakes/clock.js';
import type { ScalingWorld } from '../../fakes/scaling-world.js';
import { play, told } from './played.js';

/** Shares of the time: what is stolen, and how long tasks wait, before the generator starts and from then on. */
interface Machine {
  readonly stolen?: number;
  readonly atRest?: number;
  readonly underLoad?: number;
}

/** A machine of two processors whose counters go on as the test says. */
function machine({ stolen = 0, atRest = 0.05, underLoad = 0.3 }: Machine) {
  return (world: ScalingWorld, clock: FakeClock): HostLoad => {
    const start = world.start.bind(world);
    let since = Number.POSITIVE_INFINITY;
    world.start = (plan) => {
      since = clock.monotonic();
      return start(plan);
    };
    return {
      async look() {
        const ms = clock.monotonic();
        const rest = Math.min(ms, since);
        return {
          cpu: { total: 2 * ms, used: 2 * ms * 0.25, stolen: 2 * ms * stolen },
          waitedMs: rest * atRest + (ms - rest) * underLoad,
        };
      },
    };
  };
}

const slow = { latencyMs: 900 };
const thresholds = { thresholds: ['p(95)<800'] };

describe('the machine that the load is sent from', () => {
  test('is told with its numbers, whatever comes of it', async () => {
    const { result } = await play({}, {}, undefined, machine({ stolen: 0.03 }));
    const { observed = '' } = result.evidence.find(({ claim }) => claim.startsWith('the generator sent')) ?? {};
    expect(observed).toContain(
      "the machine's CPU: at rest 25 % in use, 3 % stolen, tasks waiting 5 % of the time; under load 25 % in use, 3 % stolen, tasks waiting 30 % of the time",
    );
  });

  test.each<readonly [string, Machine, RegExp]>([
    ['whose processors the hypervisor gives to others', { stolen: 0.3 }, /hypervisor gave 30 % of its processors/],
    ['that is full before there is any load', { atRest: 0.9 }, /tasks waited for a processor 90 % of the time before/],
  ])('%s leaves a missed threshold inconclusive, and says why', async (_, busy, why) => {
    const played = await play(slow, thresholds, undefined, machine(busy));
    expect(told(played).filter((line) => line.startsWith('fail'))).toEqual([]);
    expect(told(played).join('\n')).toMatch(why);
  });

  test.each<readonly [string, Machine]>([
    ['that has some of both', { stolen: 0.1, atRest: 0.3 }],
    ['that is full of the load itself', { underLoad: 1 }],
  ])('%s takes no blame from the service', async (_, busy) => {
    const played = await play(slow, thresholds, undefined, machine(busy));
    expect(told(played).some((line) => line.startsWith('fail: p(95)<800'))).toBe(true);
  });

  test('that is contended takes nothing from what passed', async () => {
    expect(told(await play({}, {}, undefined, machine({ stolen: 0.5, atRest: 1 })))).toEqual([]);
  });

  test('that tells nothing is not mentioned', async () => {
    const silent: HostLoad = { look: async () => ({ cpu: null, waitedMs: null }) };
    const { result } = await play({}, {}, undefined, silent);
    expect(result.evidence.map(({ observed }) => observed).join('\n')).not.toContain("machine's CPU");
  });
});
