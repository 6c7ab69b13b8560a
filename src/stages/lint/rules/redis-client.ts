import { asList, asString, dig } from '../../../manifests/graph/json.js';
import { redisClusters } from '../../../manifests/graph/redis.js';
import type { Service } from '../../../manifests/graph/service.js';
import type { Container } from '../../../manifests/graph/workload.js';
import { type Finding, hop, type Lint, type SetRule } from '../rule.js';

function findingsOf({ value, path, workload, name }: Container, service: Service): Finding[] {
  const env = asList(value['env']);
  const text = JSON.stringify([env, value['args'] ?? null, value['command'] ?? null]);
  if (/cluster/i.test(text)) return [];
  return env.flatMap((one, index): Finding[] => {
    const target = asString(dig(one, 'value')) ?? '';
    const hosts = target.split(/[,\s;]+/).map(
      (part) =>
        part
          .replace(/^\w+:\/\//, '')
          .replace(/^[^@/]*@/, '')
          .split(/[:/]/)[0] ?? '',
    );
    if (!hosts.some((host) => host === service.name || host.startsWith(`${service.name}.`))) return [];
    return [
      {
        on: workload.manifest,
        path: [...path, 'env', index, 'value'],
        message: `container ${name} asks ${target}, which is a Redis Cluster; nothing says that its client follows MOVED`,
        hops: [hop(service.manifest, ['spec', 'selector'], `Service ${service.name} leads to the nodes`)],
      },
    ];
  });
}

export const redisClient: SetRule = {
  id: 'redis-client',
  severity: 'note',
  requirement: 'routing',
  profile: 'recommended',
  remediation: 'Use a client in cluster mode, and say so in a variable or an argument.',
  peers: [],
  visits: 'set',
  check({ graph }: Lint) {
    const nodes = redisClusters(graph).map(({ workload }) => workload);
    const services = [...new Set(nodes.flatMap((workload) => graph.servicesOf(workload)))];
    return services.flatMap((service) =>
      graph.workloads
        .filter((workload) => workload.namespace === service.namespace && !nodes.includes(workload))
        .flatMap(({ containers }) => containers.flatMap((container) => findingsOf(container, service))),
    );
  },
};
