import type { RedisGrounds } from '../../src/ports/redis-probe.js';
import type { FakeRedisCluster } from './redis-cluster.js';

const never = async (): Promise<never> => {
  throw new TypeError('not in this test');
};

/** A ground on which fake Redis nodes stand, three machines of them. */
export function fakeRedisGrounds(
  cluster: FakeRedisCluster,
  ready: (name: string) => boolean = () => true,
): RedisGrounds {
  const nodes = cluster.addresses.map((address, index) => ({
    name: address.name,
    address: ready(address.name) ? address : undefined,
    incarnation: '1',
    machine: `machine-${index % 3}`,
    ready: ready(address.name),
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
  const open: RedisGrounds['create'] = async () => ({
    hosts: { nodes: async () => nodes, facts: async () => facts },
    faults: { signals: false, harm: never, resume: never, restartAll: never, resize: never },
    probe: {
      nodes: cluster,
      load: { start: never, stop: never, readBack: never },
      where: 'pod shop/redis-probe',
      pulses: [],
      close: async () => undefined,
    },
  });
  return { create: open, find: open, exists: async () => true };
}
