import type { BitSet } from '../../../manifests/graph/bit-set.js';
import { type Graph, podsOf } from '../../../manifests/graph/graph.js';
import { asList, asString, dig } from '../../../manifests/graph/json.js';
import { setOf } from '../../../manifests/graph/pod-sets.js';
import { redisClusters } from '../../../manifests/graph/redis.js';
import { remembered } from '../../../manifests/graph/remembered.js';
import type { Service } from '../../../manifests/graph/service.js';
import type { Container } from '../../../manifests/graph/workload.js';
import { type Finding, hop, type SetRule } from '../rule.js';

/** A variable that names a host. */
interface Asking {
  readonly container: Container;
  readonly index: number;
  readonly target: string;
}

/** DNS knows no longer names. */
const longestName = 253;

function hostsIn(target: string): readonly string[] {
  const parts = target.split(/[,\s;]+/).map((part) => part.replace(/^\w+:\/\//, '').replace(/^[^@/]*@/, ''));
  return parts.map((part) => part.split(/[:/]/)[0] ?? '').filter(({ length }) => length <= longestName);
}

/** `redis.shop.svc` is asked by the names `redis`, `redis.shop` and `redis.shop.svc`. */
function namesIn(target: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const host of hostsIn(target)) {
    names.add(host);
    for (let dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) names.add(host.slice(0, dot));
  }
  return names;
}

function askingsOf(container: Container): Asking[] {
  const { value } = container;
  const env = asList(value['env']);
  const text = JSON.stringify([env, value['args'] ?? null, value['command'] ?? null]);
  if (/cluster/i.test(text)) return [];
  return env.map((one, index) => ({ container, index, target: asString(dig(one, 'value')) ?? '' }));
}

/** Variables by the namespace that they are in and the names that they ask. */
const askingsByName = remembered((graph: Graph): ReadonlyMap<string, readonly Asking[]> => {
  const byName = new Map<string, Asking[]>();
  for (const asking of graph.workloads.flatMap(({ containers }) => containers.flatMap(askingsOf))) {
    for (const name of namesIn(asking.target)) {
      const key = `${asking.container.workload.namespace}\n${name}`;
      const list = byName.get(key);
      if (list) list.push(asking);
      else byName.set(key, [asking]);
    }
  }
  return byName;
});

function findingOf({ container, index, target }: Asking, service: Service): Finding {
  const { path, workload, name } = container;
  return {
    on: workload.manifest,
    path: [...path, 'env', index, 'value'],
    message: `container ${name} asks ${target}, which is a Redis Cluster; nothing says that its client follows MOVED`,
    hops: [hop(service.manifest, ['spec', 'selector'], `Service ${service.name} leads to the nodes`)],
  };
}

/** Services that lead to nodes, in the order of the nodes. */
function servicesOf(graph: Graph, nodes: BitSet): readonly Service[] {
  const found = graph.services.flatMap((service) => {
    const first = podsOf(graph, service)?.bits.find((number) => nodes.has(number));
    return first === undefined ? [] : [{ service, first }];
  });
  return found.toSorted((a, b) => a.first - b.first).map(({ service }) => service);
}

export const redisClient: SetRule = {
  id: 'redis-client',
  severity: 'note',
  requirement: 'routing',
  profile: 'recommended',
  remediation: 'Use a client in cluster mode, and say so in a variable or an argument.',
  peers: [],
  visits: 'set',
  *check({ graph }) {
    const nodes = new Set(redisClusters(graph).map(({ workload }) => workload));
    if (nodes.size === 0) return;
    for (const service of servicesOf(graph, setOf(graph, nodes))) {
      const askings = askingsByName(graph).get(`${service.namespace}\n${service.name}`) ?? [];
      for (const asking of askings) if (!nodes.has(asking.container.workload)) yield findingOf(asking, service);
    }
  },
};
