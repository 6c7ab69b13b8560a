import type { Graph } from '../../../manifests/graph/graph.js';
import { asList, asString } from '../../../manifests/graph/json.js';
import { type RedisServer, redisClusters } from '../../../manifests/graph/redis.js';
import { remembered } from '../../../manifests/graph/remembered.js';
import type { Container } from '../../../manifests/graph/workload.js';
import { type Finding, hop, type Lint, type SetRule } from '../rule.js';

interface Bootstrap {
  readonly container: Container;
  readonly replicasPerShard: number;
}

/** The Job (or whatever) that calls `redis-cli --cluster create`, and the replicas that it asks for. */
const bootstraps = remembered((graph: Graph): ReadonlyMap<string, Bootstrap> => {
  const found = new Map<string, Bootstrap>();
  for (const { containers, namespace } of graph.workloads) {
    for (const container of found.has(namespace) ? [] : containers) {
      const text = [...asList(container.value['command']), ...asList(container.value['args'])]
        .map((one) => asString(one) ?? '')
        .join(' ');
      const replicas = /--cluster-replicas[\s=]+(\d+)/.exec(text)?.[1];
      if (replicas === undefined) continue;
      found.set(namespace, { container, replicasPerShard: Number(replicas) });
      break;
    }
  }
  return found;
});

function findingOf({ workload }: RedisServer, { graph }: Lint): Finding | undefined {
  const nodes = workload.replicas ?? 1;
  if (workload.kind !== 'StatefulSet') return undefined;
  const bootstrap = bootstraps(graph).get(workload.namespace);
  const each = 1 + (bootstrap?.replicasPerShard ?? 0);
  const shards = nodes / each;
  if (shards >= 3 && Number.isInteger(shards)) return undefined;
  const asked = bootstrap ? ` for shards of 1 + ${each - 1}` : '';
  const why = shards < 3 ? 'a Redis Cluster needs 3 shards or more' : `${nodes} is no multiple of ${each}`;
  return {
    on: workload.manifest,
    path: ['spec', 'replicas'],
    message: `${nodes} nodes${asked}: ${why}, and \`redis-cli --cluster create\` refuses`,
    remediation: `Set replicas to ${Math.max(3, Math.ceil(shards))} × ${each} = ${Math.max(3, Math.ceil(shards)) * each}.`,
    hops: bootstrap
      ? [hop(bootstrap.container.workload.manifest, bootstrap.container.path, 'creates the cluster')]
      : [],
  };
}

export const redisSize: SetRule = {
  id: 'redis-size',
  severity: 'error',
  requirement: 'horizontal-scaling',
  profile: 'recommended',
  remediation: 'Set replicas to shards × (1 + replicas per shard), with 3 shards or more.',
  peers: [],
  visits: 'set',
  check: (lint) => redisClusters(lint.graph).flatMap((server) => findingOf(server, lint) ?? []),
};
