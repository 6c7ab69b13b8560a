import { dig } from '../../../manifests/graph/json.js';
import { hop, type WorkloadRule } from '../rule.js';

export const shutdownAbrupt: WorkloadRule = {
  id: 'shutdown-abrupt',
  severity: 'note',
  requirement: 'horizontal-scaling',
  profile: 'production',
  remediation: 'Add a preStop sleep of a few seconds, shorter than terminationGracePeriodSeconds.',
  peers: ['datree/CONTAINERS_MISSING_PRESTOP_KEY'],
  visits: 'workload',
  check(workload, lint) {
    const [scaler] = lint.graph.scalersOf(workload);
    if (!scaler || !lint.graph.serviceOf(workload)) return undefined;
    if (workload.containers.some(({ value }) => dig(value, 'lifecycle', 'preStop') !== undefined)) return undefined;
    const message = 'its pods end at once when the HPA scales in, while requests are still on their way to them';
    return {
      on: workload.manifest,
      path: [...workload.podPath, 'containers'],
      message,
      hops: [
        hop(scaler.manifest, ['spec', 'scaleTargetRef'], `HorizontalPodAutoscaler ${scaler.name} takes pods away`),
      ],
    };
  },
};
