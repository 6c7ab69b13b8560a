import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Behaviour } from '../../../src/stages/redis/spec.js';
import { defaultRedisSpec } from '../../../src/stages/redis/spec.js';
import { redisStage } from '../../../src/stages/redis/stage.js';
import { clock, localGrounds, log } from './local-ground.js';
import { patientSpec, stalled, unhurried } from './patience.js';
import { iptables, LocalServers, redisServer } from './servers.js';

const context = { signal: new AbortController().signal, own: async () => undefined };
const here = redisServer === undefined ? describe.skip : describe;
const asRoot = iptables === undefined ? test.skip : test;

here('behaviour of 12 servers of this machine under load', () => {
  const servers = new LocalServers({
    count: 12,
    password: 'secret',
    machine: (index) => `machine-${index % 3}`,
    restartMs: 12_000,
  });
  const stage = redisStage({ grounds: localGrounds(servers, 'secret'), clock, log });
  const run = async (...behaviours: Behaviour[]) => {
    const patience = behaviours.includes('scale') ? unhurried : {};
    const spec = { ...patientSpec(defaultRedisSpec), holdSeconds: 1, behaviours, ...patience };
    let { evidence, output } = await stage.run(spec, context);
    if (stalled(evidence)) ({ evidence, output } = await stage.run(spec, context));
    if (process.env['SHOW'])
      console.log(
        JSON.stringify(
          evidence.map(({ verdict, claim, observed }) => `${verdict}: ${claim}: ${observed}`),
          null,
          1,
        ),
        JSON.stringify(output.events),
      );
    return { bad: evidence.filter(({ verdict }) => verdict !== 'pass'), events: output.events };
  };
  beforeAll(() => servers.start());
  afterAll(() => servers.stop());

  test('redirects and sessions are exactly as specified', async () => {
    expect((await run('redirects', 'sessions')).bad).toEqual([]);
  });

  test('a killed primary is replaced, and nothing that was acknowledged is lost', async () => {
    const { bad, events } = await run('kill');
    expect(bad).toEqual([]);
    expect(events[0]?.promoteMs).toBeGreaterThan(2000);
    expect(events[0]?.load.plain.failed).toBeGreaterThan(0);
  });

  test('a terminated primary is replaced and comes back with another address', async () => {
    expect((await run('terminate')).bad).toEqual([]);
  });

  test('a hung primary is replaced and comes back as a replica', async () => {
    expect((await run('hang')).bad).toEqual([]);
  });

  asRoot('a partition loses acknowledged plain writes, and none with WAIT', async () => {
    const { bad, events } = await run('partition');
    expect(bad).toEqual([]);
    expect(events[0]?.load.lost.lost).toBeGreaterThan(20);
    expect(events[0]?.load.lostWaited.lost).toBe(0);
  });

  test('all nodes restarted with new addresses are healed with their sessions', async () => {
    expect((await run('restart-all')).bad).toEqual([]);
  });

  test('a shard is added and removed under load without a failed write', async () => {
    expect((await run('scale')).bad).toEqual([]);
  });
});
