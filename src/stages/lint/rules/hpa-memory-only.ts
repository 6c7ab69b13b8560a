import { scalerOf } from '../../../manifests/graph/scaler.js';
import type { ObjectRule } from '../rule.js';

export const hpaMemoryOnly: ObjectRule = {
  id: 'hpa-memory-only',
  severity: 'note',
  requirement: 'autoscaling',
  profile: 'recommended',
  remediation: 'Add a metric that falls when the load falls: CPU, or requests per second.',
  peers: [],
  visits: 'object',
  kinds: ['HorizontalPodAutoscaler'],
  check(manifest, { graph }) {
    const { metrics } = scalerOf(manifest, graph.namespaceOf(manifest));
    if (!metrics.every(({ resource }) => resource === 'memory')) return undefined;
    const message = 'memory is its only metric: most runtimes keep what they had, so it scales up and seldom down';
    return { on: manifest, path: ['spec', 'metrics'], message };
  },
};
