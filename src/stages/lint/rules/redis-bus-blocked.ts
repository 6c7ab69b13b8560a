import { admits } from '../../../manifests/graph/network.js';
import { busPortOf, portOf, redisClusters } from '../../../manifests/graph/redis.js';
import { type Finding, hop, type SetRule } from '../rule.js';

/** Nodes talk on the data port and on the bus; with the bus closed `cluster_state` stays `fail`. */
export const redisBusBlocked: SetRule = {
  id: 'redis-bus-blocked',
  severity: 'error',
  requirement: 'routing',
  profile: 'recommended',
  remediation: 'Let the nodes reach each other on the data port and on the bus port, both ways.',
  peers: [],
  visits: 'set',
  check({ graph }) {
    return redisClusters(graph).flatMap((server) => {
      const { workload } = server;
      const peer = { namespace: workload.namespace, labels: workload.labels };
      const ports = [
        { number: portOf(server), name: 'redis', protocol: 'TCP' },
        { number: busPortOf(server), name: 'bus', protocol: 'TCP' },
      ];
      return (['ingress', 'egress'] as const).flatMap((direction) =>
        ports.flatMap((port): Finding[] => {
          const { allowed, policies } = admits(graph, workload, direction, peer, port);
          const [policy] = policies;
          if (allowed || !policy) return [];
          return [
            {
              on: policy,
              path: ['spec', direction],
              message: `it lets the nodes of ${workload.name} not reach each other on port ${port.number} (${direction}): the cluster never forms`,
              hops: [
                hop(workload.manifest, [...workload.templatePath, 'metadata', 'labels'], `nodes of ${workload.name}`),
              ],
            },
          ];
        }),
      );
    });
  },
};
