import { waysIn } from '../../../manifests/graph/reach.js';
import { selects } from '../../../manifests/graph/selector.js';
import type { Workload } from '../../../manifests/graph/workload.js';
import { hop, type SetRule } from '../rule.js';
import type { ExposurePolicy } from '../settings.js';

function isInternal({ labels }: Workload, { internal, external, otherwise }: ExposurePolicy): boolean {
  if (internal.some((selector) => selects(selector, labels))) return true;
  if (external.some((selector) => selects(selector, labels))) return false;
  return otherwise === 'internal';
}

export const exposureInternalReachable: SetRule = {
  id: 'exposure-internal-reachable',
  severity: 'error',
  requirement: 'exposure',
  profile: 'recommended',
  remediation: 'Take the way in away, or declare the workload external in the exposure policy.',
  peers: ['kube-linter/exposed-services'],
  visits: 'set',
  *check({ graph, settings: { exposure } }) {
    if (!exposure) return;
    const among = graph.pods.where((workload) => isInternal(workload, exposure));
    for (const { by, workload, manifest, path, service } of waysIn(graph, exposure.internalClasses, { among })) {
      const labels = [...workload.templatePath, 'metadata', 'labels'];
      yield {
        on: manifest,
        path,
        message: `${by} leads from outside to ${workload.kind} ${workload.name}, which the exposure policy keeps internal`,
        hops: [
          ...(service ? [hop(service.manifest, ['spec', 'selector'], `Service ${service.name} selects its pods`)] : []),
          hop(workload.manifest, labels, `the labels that make ${workload.name} internal`),
        ],
      };
    }
  },
};
