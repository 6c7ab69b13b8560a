import { afterEach, describe, expect, test } from '@jest/globals';
import { type KindStand, kindStand } from '../../bench/redis/stand.js';
import { behaviours, defaultRedisSpec, type RedisSpec } from '../../src/stages/redis/spec.js';
import { redisStage } from '../../src/stages/redis/stage.js';
import { clock, log } from '../integration/redis/local-ground.js';

const context = { signal: new AbortController().signal, own: async () => undefined };

/** Whoever reaches the client port reaches the bus in no way: the usual mistake of a policy for Redis Cluster. */
const clientPortOnly = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'redis', namespace: 'bench' },
  spec: {
    podSelector: { matchLabels: { 'app.kubernetes.io/name': 'redis', 'app.kubernetes.io/component': 'redis' } },
    policyTypes: ['Ingress'],
    ingress: [{ ports: [{ protocol: 'TCP', port: 6379 }] }],
  },
};

describe('the redis stage on a kind cluster of three nodes', () => {
  let stand: KindStand | undefined;
  afterEach(() => stand?.close());

  async function run(more: Partial<RedisSpec>) {
    const { ground } = stand as KindStand;
    const open = async () => ({ ...ground, probe: { ...ground.probe, close: async () => undefined } });
    const spec: RedisSpec = { ...defaultRedisSpec, namespace: 'bench', ...more };
    return redisStage({ grounds: { create: open, find: open, exists: async () => true }, clock, log }).run(
      spec,
      context,
    );
  }

  test.each(['redis:7', 'redis:8'])(
    '%s: agrees within 2.5 s, and survives everything that is done to it',
    async (image) => {
      stand = await kindStand(image);
      const { evidence, output } = await run({ image, behaviours });
      console.log(JSON.stringify({ image, bringUp: output.bringUp, events: output.events }));
      // The stand has no password, and that is found.
      const bad = evidence.filter(({ verdict }) => verdict !== 'pass').map(({ claim }) => claim);
      expect(bad).toEqual(['no node answers without a password']);
      expect(output.bringUp?.soundAfterMs).toBeLessThanOrEqual(2500);
      const cut = output.events.find(({ behaviour }) => behaviour === 'partition');
      expect(cut?.load.lost.lost).toBeGreaterThan(0);
      expect(cut?.load.lostWaited.lost).toBe(0);
    },
  );

  test('a NetworkPolicy that forgets the bus port is found before anything is formed', async () => {
    stand = await kindStand('redis:8');
    await stand.client.apply(clientPortOnly);
    const { evidence } = await run({ behaviours: [] });
    const [, ports, ...rest] = evidence;
    expect(ports).toMatchObject({
      verdict: 'fail',
      observed: expect.stringMatching(/132 of 264 connections failed: redis-0 does not reach redis-1 on port 16379/),
    });
    expect(rest).toEqual([]);
  });
});
