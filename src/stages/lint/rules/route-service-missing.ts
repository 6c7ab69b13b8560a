import { didYouMean } from '../../../manifests/graph/nearness.js';
import { type Backend, describeBackend } from '../../../manifests/graph/route.js';
import { isExternal, type Lint, missingUnlessMade, type SetRule } from '../rule.js';

function elsewhere({ service, serviceNamespace }: Backend, { graph }: Lint): { hint: string; sure: boolean } {
  const other = graph.named('Service', service);
  if (other) return { hint: `; there is one in namespace ${graph.namespaceOf(other)}`, sure: true };
  return { hint: didYouMean(service, graph.namesOf('Service', serviceNamespace)), sure: false };
}

export const routeServiceMissing: SetRule = {
  id: 'route-service-missing',
  severity: 'error',
  requirement: 'routing',
  profile: 'recommended',
  remediation: 'Name a Service of the same namespace, or add it to the manifests.',
  peers: ['kube-linter/dangling-ingress', 'kube-score/ingress-targets-service', 'popeye/POP-1401'],
  visits: 'set',
  check(lint) {
    return lint.graph.backends.flatMap((backend) => {
      const { manifest, servicePath, service, serviceNamespace } = backend;
      if (lint.graph.service(serviceNamespace, service) || backend.port === 'use-annotation') return [];
      if (isExternal(lint, 'Service', serviceNamespace, service)) return [];
      const { hint, sure } = elsewhere(backend, lint);
      return {
        on: manifest,
        path: servicePath,
        message: `${describeBackend(backend)} leads to Service ${serviceNamespace}/${service}, which is not there${hint}`,
        severity: sure
          ? 'error'
          : missingUnlessMade(lint, serviceNamespace, lint.graph.namesOf('Service', serviceNamespace).list.length > 0),
      };
    });
  },
};
