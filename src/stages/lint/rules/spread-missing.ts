import { asList, dig } from '../../../manifests/graph/json.js';
import type { WorkloadRule } from '../rule.js';

export const spreadMissing: WorkloadRule = {
  id: 'spread-missing',
  severity: 'note',
  requirement: 'horizontal-scaling',
  profile: 'recommended',
  remediation: 'Add a topologySpreadConstraint over kubernetes.io/hostname.',
  peers: [
    'kube-linter/no-anti-affinity',
    'kube-score/deployment-has-host-podantiaffinity',
    'kube-score/statefulset-has-host-podantiaffinity',
    'kube-score/pod-topology-spread-constraints',
    'polaris/topologySpreadConstraint',
  ],
  visits: 'workload',
  check(workload, lint) {
    if (workload.kind !== 'Deployment' && workload.kind !== 'StatefulSet') return undefined;
    const most = lint.graph.scalersOf(workload)[0]?.max ?? workload.replicas ?? 1;
    const spread =
      asList(workload.pod['topologySpreadConstraints']).length > 0 ||
      dig(workload.pod, 'affinity', 'podAntiAffinity') !== undefined;
    if (most < 2 || spread) return undefined;
    const message = `nothing keeps its ${most} pods on different nodes: one node may take them all with it`;
    return { on: workload.manifest, path: workload.podPath, message };
  },
};
