import { scalerOf } from '../../../manifests/graph/scaler.js';
import type { ObjectRule } from '../rule.js';

export const hpaMinOne: ObjectRule = {
  id: 'hpa-min-one',
  severity: 'note',
  requirement: 'horizontal-scaling',
  profile: 'recommended',
  remediation: 'Set minReplicas to 2 or more.',
  peers: [
    'kube-linter/hpa-minimum-three-replicas',
    'kube-score/horizontalpodautoscaler-replicas',
    'polaris/hpaMinAvailability',
    'datree/HPA_MISSING_MINREPLICAS_KEY',
  ],
  visits: 'object',
  kinds: ['HorizontalPodAutoscaler'],
  check(manifest, lint) {
    const { min } = scalerOf(manifest, lint.graph.namespaceOf(manifest));
    if (min !== 1) return undefined;
    const message = 'with minReplicas 1 (the default) each drain and crash is an outage while the load is low';
    return { on: manifest, path: ['spec', 'minReplicas'], message };
  },
};
