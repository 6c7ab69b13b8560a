import type { Graph } from '../../../manifests/graph/graph.js';
import { asStrings, dig } from '../../../manifests/graph/json.js';
import { LabelIndex } from '../../../manifests/graph/label-index.js';
import { remembered } from '../../../manifests/graph/remembered.js';
import { describeSelector, labelSelector } from '../../../manifests/graph/selector.js';
import { missingSeverity, type ObjectRule } from '../rule.js';

/** Services by labels of their own, in their namespaces and in all at once. */
const labelledServices = remembered((graph: Graph) => {
  const labelled = graph.services.map(({ namespace, manifest }) => {
    return { namespace, labels: asStrings(dig(manifest.value, 'metadata', 'labels')) };
  });
  const anywhere = labelled.map(({ labels }) => ({ namespace: '', labels }));
  return { inNamespaces: new LabelIndex(labelled), anywhere: new LabelIndex(anywhere) };
});

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
    const { inNamespaces, anywhere: all } = labelledServices(lint.graph);
    const found = anywhere ? all.chosen('', selector) : inNamespaces.chosen(namespace, selector);
    if (!found.isEmpty) return undefined;
    const message = `its selector ${describeSelector(selector)} matches no Service: nothing is scraped`;
    return { on: manifest, path: ['spec', 'selector'], message, severity: missingSeverity(lint, true, 'warning') };
  },
};
