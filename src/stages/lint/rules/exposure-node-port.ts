import { serviceOf } from '../../../manifests/graph/service.js';
import type { ObjectRule } from '../rule.js';

export const exposureNodePort: ObjectRule = {
  id: 'exposure-node-port',
  severity: 'warning',
  requirement: 'exposure',
  profile: 'recommended',
  remediation: 'Use ClusterIP and an Ingress.',
  peers: ['kube-linter/exposed-services', 'kube-score/service-type', 'datree/SERVICE_INCORRECT_TYPE_VALUE_NODEPORT'],
  visits: 'object',
  kinds: ['Service'],
  check(manifest, { graph }) {
    const { type } = serviceOf(manifest, graph.namespaceOf(manifest));
    if (type !== 'NodePort') return undefined;
    return {
      on: manifest,
      path: ['spec', 'type'],
      message: 'NodePort opens a port on every node, past Ingress and TLS',
    };
  },
};
