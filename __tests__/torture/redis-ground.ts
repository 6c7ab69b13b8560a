import type { RedisGround, RedisGrounds } from '../../src/ports/redis-probe.js';
import { FakeRedisCluster } from '../fakes/redis-cluster.js';
import { faulty, type Injector } from './faults.js';

const never = async (): Promise<never> => {
  throw new TypeError('no behaviour is asked for in a rehearsal');
};

/** Twelve nodes on three machines, whose every call can go wrong. */
export function redisGrounds(injector: Injector): RedisGrounds {
  const cluster = new FakeRedisCluster(12);
  const hosted = cluster.addresses.map((address, index) => ({
    name: address.name,
    address,
    incarnation: '1',
    machine: `machine-${index % 3}`,
    ready: true,
    memoryLimit: 128 * 1024 * 1024,
    persistent: true,
    volume: `volume-${index}`,
  }));
  const facts = {
    machines: ['a', 'b', 'c'],
    disruptionBudget: true,
    graceSeconds: 30,
    preStop: true,
    readinessProbe: true,
    isolated: true,
  };
  const ground: RedisGround = {
    hosts: faulty('hosts', { nodes: async () => hosted, facts: async () => facts }, injector),
    faults: { signals: false, harm: never, resume: never, restartAll: never, resize: never },
    probe: {
      nodes: faulty('nodes', cluster, injector),
      load: { start: never, stop: never, readBack: never },
      where: 'pod shop/redis-probe',
      pulses: [],
      close: async () => undefined,
    },
  };
  return faulty(
    'grounds',
    { create: async () => ground, find: async () => ground, exists: async () => true },
    injector,
  );
}
