import { scalerOf } from '../../../manifests/graph/scaler.js';
import type { ObjectRule } from '../rule.js';

/** `autoscaling/validation`: `maxReplicas` must not be below `minReplicas`; equal, the HPA has no room to decide anything. */
export const hpaRange: ObjectRule = {
  id: 'hpa-range',
  severity: 'error',
  requirement: 'autoscaling',
  profile: 'recommended',
  remediation: 'Set maxReplicas above minReplicas.',
  peers: ['polaris/hpaMaxAvailability'],
  visits: 'object',
  kinds: ['HorizontalPodAutoscaler'],
  check(manifest, lint) {
    const { min, max, metrics } = scalerOf(manifest, lint.graph.namespaceOf(manifest));
    const on = manifest;
    if (max !== undefined && max < min) {
      return { on, path: ['spec', 'maxReplicas'], message: `maxReplicas ${max} is less than minReplicas ${min}` };
    }
    if (max !== undefined && max === min) {
      const message = `minReplicas and maxReplicas are both ${max}: it can never scale`;
      return { on, path: ['spec', 'maxReplicas'], message, severity: 'warning' };
    }
    if (min === 0 && !metrics.some(({ type }) => type === 'Object' || type === 'External')) {
      const message = 'minReplicas 0 needs a metric of type Object or External (and the HPAScaleToZero gate)';
      return { on, path: ['spec', 'minReplicas'], message, remediation: 'Set minReplicas to 1 or more.' };
    }
    return undefined;
  },
};
