import { asList, asString, dig } from '../../../manifests/graph/json.js';
import { isInternalLoadBalancer } from '../../../manifests/graph/reach.js';
import { serviceOf } from '../../../manifests/graph/service.js';
import type { ObjectRule } from '../rule.js';

export const exposureLoadBalancerOpen: ObjectRule = {
  id: 'exposure-load-balancer-open',
  severity: 'warning',
  requirement: 'exposure',
  profile: 'recommended',
  remediation:
    'List the networks in loadBalancerSourceRanges, keep the load balancer internal, or route through an Ingress.',
  peers: ['kube-linter/exposed-services'],
  visits: 'object',
  kinds: ['Service'],
  check(manifest, { graph }) {
    const service = serviceOf(manifest, graph.namespaceOf(manifest));
    if (service.type !== 'LoadBalancer' || isInternalLoadBalancer(service)) return undefined;
    const ranges = asList(dig(manifest.value, 'spec', 'loadBalancerSourceRanges')).map((one) => asString(one) ?? '');
    if (ranges.length > 0 && !ranges.some((range) => range.endsWith('/0'))) return undefined;
    return { on: manifest, path: ['spec', 'type'], message: 'a load balancer that the whole internet may ask' };
  },
};
