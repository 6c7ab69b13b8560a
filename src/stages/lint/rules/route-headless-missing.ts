import { asString, dig } from '../../../manifests/graph/json.js';
import { didYouMean } from '../../../manifests/graph/nearness.js';
import { hop, isExternal, missingSeverity, type ObjectRule } from '../rule.js';

/** Without its headless Service the pods of a StatefulSet have no names of their own in DNS. */
export const routeHeadlessMissing: ObjectRule = {
  id: 'route-headless-missing',
  severity: 'error',
  requirement: 'routing',
  profile: 'recommended',
  remediation: 'Add a Service with clusterIP: None under the name in spec.serviceName.',
  peers: ['kube-score/statefulset-has-servicename'],
  visits: 'object',
  kinds: ['StatefulSet'],
  check(manifest, lint) {
    const { graph } = lint;
    const name = asString(dig(manifest.value, 'spec', 'serviceName'));
    const namespace = graph.namespaceOf(manifest);
    if (name === undefined || name === '' || isExternal(lint, 'Service', namespace, name)) return undefined;
    const service = graph.service(namespace, name);
    const path = ['spec', 'serviceName'];
    if (!service) {
      const hint = didYouMean(name, graph.namesOf('Service', namespace));
      const severity = missingSeverity(lint, true, 'warning');
      return {
        on: manifest,
        path,
        severity,
        message: `its Service ${name} is not there${hint}: its pods get no names in DNS`,
      };
    }
    if (service.headless) return undefined;
    const message = `its Service ${name} is not headless: its pods get no names in DNS`;
    return {
      on: manifest,
      path,
      severity: 'warning',
      message,
      hops: [hop(service.manifest, ['spec', 'clusterIP'], `Service ${name}`)],
    };
  },
};
