import { scalerOf } from '../../../manifests/graph/scaler.js';
import { targetOf } from '../../../manifests/graph/target.js';
import { hop, type ObjectRule } from '../rule.js';

function consequence(replicas: number, min: number, max: number): string {
  if (replicas === 0) return 'switches the HPA off (ScalingDisabled): it never leaves 0';
  if (replicas > max || replicas < min) return `is outside the HPA's ${min} to ${max}, and each apply jumps there`;
  return `resets what the HPA decided (${min} to ${max}) on each apply`;
}

/** `replicas: 0` disables an HPA whose minReplicas is not 0 (`horizontal.go`, `reconcileAutoscaler`). */
export const hpaReplicasSet: ObjectRule = {
  id: 'hpa-replicas-set',
  severity: 'warning',
  requirement: 'horizontal-scaling',
  profile: 'recommended',
  remediation: 'Leave spec.replicas out of a workload that an HPA scales.',
  peers: [
    'kube-score/deployment-targeted-by-hpa-does-not-have-replicas-configured',
    'kics/hpa_targeted_deployments_with_configured_replica_count',
  ],
  visits: 'object',
  kinds: ['HorizontalPodAutoscaler'],
  check(manifest, lint) {
    const { min, max = Number.POSITIVE_INFINITY, ...scaler } = scalerOf(manifest, lint.graph.namespaceOf(manifest));
    const workload = targetOf(lint.graph, { min, max, ...scaler });
    if (workload?.replicas === undefined) return undefined;
    const { replicas } = workload;
    const outside = (replicas === 0 && min > 0) || replicas > max;
    return {
      on: workload.manifest,
      path: ['spec', 'replicas'],
      severity: outside ? 'error' : 'warning',
      message: `replicas: ${replicas} ${consequence(replicas, min, max)}`,
      hops: [hop(manifest, ['spec', 'scaleTargetRef'], `HorizontalPodAutoscaler ${scaler.name} scales it`)],
      change: {
        on: workload.manifest,
        path: ['spec', 'replicas'],
        description: 'Leave the number of replicas to the HPA.',
        action: 'delete',
      },
    };
  },
};
