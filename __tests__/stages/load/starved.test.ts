import { describe, expect, test } from '@jest/globals';
import type { ScalingWorld, WorldSettings } from '../../fakes/scaling-world.js';
import { at, play, told } from './played.js';

const late = { sendLagP99Ms: 344, eventLoopDelayP99Ms: 160, cpu: 0.2, hostSteal: 0, hostCpu: 1 };
const starved = (seconds: number, what: (world: ScalingWorld) => void): Partial<WorldSettings> => ({
  events: [
    { at: 0, what: (world) => Object.assign(world, { health: late }) },
    { at: seconds, what },
  ],
});

describe('on a machine that lets the generator send late, the load stage blames nobody', () => {
  test.each<readonly [name: string, settings: Partial<WorldSettings>]>([
    ['for slow answers', { ...starved(0, () => undefined), latencyMs: 900 }],
    ['for time-outs under load', starved(60, (w) => Object.assign(w, { status: 'timeout' }))],
    [
      'for time-outs that break the load off',
      starved(60, (w) =>
        Object.assign(w, { status: 'timeout', ended: 'abort: 59 % of 4130 requests failed within 10 s' }),
      ),
    ],
    ...[502, 503, 504].map((status): [string, Partial<WorldSettings>] => [
      `for ${status}, which an ingress says where the service does not answer`,
      starved(60, (w) => Object.assign(w, { status, ended: 'abort: 61 % of 695 requests failed within 10 s' })),
    ]),
    ['for restarts', starved(80, (w) => w.restart())],
    ['for a size that is not reached', starved(50, (w) => Object.assign(w, { metrics: false }))],
  ])('%s', async (_, settings) => {
    const played = await play(settings, { thresholds: ['error_rate<0.01', 'p(95)<800'] });
    expect(told(played).filter((line) => line.startsWith('fail'))).toEqual([]);
    expect(played.verdictOn('the generator sent')).toBe('inconclusive');
  });

  test("but for answers that are errors it does: those are the service's own words", async () => {
    const played = await play(starved(70, (w) => Object.assign(w, { status: 500 })));
    expect(told(played).some((line) => line.startsWith('fail: error_rate<0.01 while steady'))).toBe(true);
    const broken = await play({
      events: [
        { at: 0, what: (world) => Object.assign(world, { health: late }) },
        { at: 55, what: (world) => Object.assign(world, { status: 429 }) },
        { at: 60, what: (world) => Object.assign(world, { ended: 'abort: 90 % of 210 requests failed within 10 s' }) },
      ],
    });
    expect(broken.verdictOn('the load was sent')).toBe('fail');
  });

  test('nor where the API server itself was not heard for twenty seconds', async () => {
    const settings = {
      events: [
        { at: 55, what: (world: ScalingWorld) => Object.assign(world, { unreachable: true, status: 'timeout' }) },
        { at: 77, what: (world: ScalingWorld) => Object.assign(world, { unreachable: false }) },
        {
          at: 80,
          what: (world: ScalingWorld) => Object.assign(world, { ended: 'abort: 57 % of 1288 requests failed' }),
        },
      ],
    };
    const played = await play(settings);
    expect(told(played).filter((line) => line.startsWith('fail'))).toEqual([]);
    expect(played.verdictOn('was watched the whole time')).toBe('inconclusive');
  });

  test('and what passes in spite of it passes', async () => {
    const health = { ...late, sendLagP99Ms: 190, eventLoopDelayP99Ms: 160 };
    const settings = at(0, (w) => Object.assign(w, { health }));
    const played = await play(settings, { thresholds: ['error_rate<0.01', 'p(95)<800'] });
    expect(told(played)).toEqual([]);
  });
});
