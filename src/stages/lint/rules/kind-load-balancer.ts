import { serviceOf } from '../../../manifests/graph/service.js';
import type { ObjectRule } from '../rule.js';

export const kindLoadBalancer: ObjectRule = {
  id: 'kind-load-balancer',
  severity: 'warning',
  requirement: 'routing',
  profile: 'kind',
  remediation: 'Route through the Ingress, or let the cluster have a load balancer (cloud-provider-kind).',
  peers: [],
  visits: 'object',
  kinds: ['Service'],
  check(manifest, { graph, settings: { cluster } }) {
    if (!cluster || cluster.loadBalancer) return undefined;
    if (serviceOf(manifest, graph.namespaceOf(manifest)).type !== 'LoadBalancer') return undefined;
    return {
      on: manifest,
      path: ['spec', 'type'],
      message: 'the cluster gives no load balancers: its address stays pending',
    };
  },
};
