import { asStrings, dig } from '../../../manifests/graph/json.js';
import { describeSelector, labelSelector, selects } from '../../../manifests/graph/selector.js';
import { missingSeverity, type ObjectRule } from '../rule.js';

export const serviceMonitorNoService: ObjectRule = {
  id: 'service-monitor-no-service',
  severity: 'warning',
  requirement: 'routing',
  profile: 'recommended',
  remediation: 'Make the selector equal to labels of the Service.',
  peers: ['kube-linter/dangling-servicemonitor'],
  visits: 'object',
  kinds: ['ServiceMonitor.monitoring.coreos.com'],
  check(manifest, lint) {
    const selector = labelSelector(dig(manifest.value, 'spec', 'selector'));
    const anywhere = dig(manifest.value, 'spec', 'namespaceSelector') !== undefined;
    const namespace = lint.graph.namespaceOf(manifest);
    if (!selector) return undefined;
    const found = lint.graph.services.some(
      (service) =>
        (anywhere || service.namespace === namespace) &&
        selects(selector, asStrings(dig(service.manifest.value, 'metadata', 'labels'))),
    );
    if (found) return undefined;
    const message = `its selector ${describeSelector(selector)} matches no Service: nothing is scraped`;
    return { on: manifest, path: ['spec', 'selector'], message, severity: missingSeverity(lint, true, 'warning') };
  },
};
