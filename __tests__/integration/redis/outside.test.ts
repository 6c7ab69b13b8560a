import { once } from 'node:events';
import { createConnection, createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { probeService } from '../../../src/entry/probe/service.js';
import { defaultRedisSpec } from '../../../src/stages/redis/spec.js';
import { redisStage } from '../../../src/stages/redis/stage.js';
import { clock, log } from './local-ground.js';
import { patientSpec } from './patience.js';
import { LocalServers, redisServer } from './servers.js';

const here = redisServer === undefined ? describe.skip : describe;

here('a probe that dials other addresses than the cluster announces', () => {
  const servers = new LocalServers({ count: 6, password: 'secret' });
  const doors = new Map<string, Server>();
  let dialled = 0;
  beforeAll(() => servers.start());
  afterAll(async () => {
    for (const door of doors.values()) door.close();
    await servers.stop();
  });

  /** A forwarder on another port for each announced address. */
  async function open(host: string, port: number): Promise<void> {
    const door = createServer((socket) => {
      dialled++;
      const far = createConnection({ host, port });
      socket.pipe(far).pipe(socket);
      for (const end of [socket, far]) end.on('error', () => end.destroy());
    });
    door.listen(0, '127.0.0.1');
    await once(door, 'listening');
    doors.set(`${host}:${port}`, door);
  }

  test('follows MOVED through a failover, with raw connections and with the client', async () => {
    for (const { address } of await servers.nodes()) if (address !== undefined) await open(address.host, address.port);
    const portOf = (door: Server | undefined): number => {
      const address = door?.address();
      return typeof address === 'object' && address !== null ? address.port : 1;
    };
    const dial = (host: string, port: number) => ({ host: '127.0.0.1', port: portOf(doors.get(`${host}:${port}`)) });
    const { nodes, load, pulse } = probeService({ password: 'secret' }, clock, dial);
    const ground = {
      hosts: servers,
      faults: servers,
      probe: { nodes, load, where: 'behind doors', pulses: [pulse], close: () => nodes.close() },
    };
    const grounds = { create: async () => ground, find: async () => ground, exists: async () => true };
    const spec = { ...patientSpec(defaultRedisSpec), replicasPerShard: 1, holdSeconds: 1 };
    const { evidence, output } = await redisStage({ grounds, clock, log }).run(spec, {
      signal: new AbortController().signal,
      own: async () => undefined,
    });
    expect(evidence.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect(output.events[0]?.load.app).toMatchObject({ failed: 0 });
    expect(output.events[0]?.load.app.acked).toBeGreaterThan(100);
    expect(dialled).toBeGreaterThan(12);
  });
});
