import { kindOf } from '../../../manifests/graph/kind.js';
import { scalerOf } from '../../../manifests/graph/scaler.js';
import type { ObjectRule } from '../rule.js';

/** Kinds of Kubernetes that have no `scale` subresource. */
const fixedKinds: readonly string[] = ['DaemonSet', 'Job', 'CronJob', 'Pod', 'Service', 'ConfigMap', 'Ingress'];

export const hpaTargetNotScalable: ObjectRule = {
  id: 'hpa-target-not-scalable',
  severity: 'error',
  requirement: 'autoscaling',
  profile: 'recommended',
  remediation: 'Scale a Deployment, a StatefulSet or a ReplicaSet.',
  peers: ['kube-linter/dangling-horizontalpodautoscaler'],
  visits: 'object',
  kinds: ['HorizontalPodAutoscaler'],
  check(manifest, lint) {
    const { targetApiVersion, targetKind, targetName } = scalerOf(manifest, lint.graph.namespaceOf(manifest));
    const kind = kindOf(targetApiVersion, targetKind);
    if (!fixedKinds.includes(kind)) return undefined;
    const message = `scaleTargetRef is ${targetKind} ${targetName}, and a ${targetKind} has no scale subresource`;
    return { on: manifest, path: ['spec', 'scaleTargetRef', 'kind'], message };
  },
};
