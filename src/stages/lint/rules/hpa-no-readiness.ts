import { asObject } from '../../../manifests/graph/json.js';
import { hop, type WorkloadRule } from '../rule.js';

export const hpaNoReadiness: WorkloadRule = {
  id: 'hpa-no-readiness',
  severity: 'warning',
  requirement: 'horizontal-scaling',
  profile: 'recommended',
  remediation: 'Give the serving container a readiness probe, so that new pods get requests when they can answer.',
  peers: ['kube-linter/no-readiness-probe', 'kube-score/pod-probes', 'polaris/readinessProbeMissing'],
  visits: 'workload',
  check(workload, { graph }) {
    const [scaler] = graph.scalersOf(workload);
    const service = graph.serviceOf(workload);
    if (!scaler || !service) return undefined;
    const serving = workload.containers.filter(({ role, value }) => role === 'main' && Array.isArray(value['ports']));
    const probed = workload.containers.some(({ value }) => asObject(value['readinessProbe']));
    const [first] = serving;
    if (probed || !first) return undefined;
    return {
      on: workload.manifest,
      path: first.path,
      what: 'key',
      message: `no container has a readiness probe: each pod that the HPA adds gets requests before it can answer them`,
      hops: [
        hop(scaler.manifest, ['spec', 'scaleTargetRef'], `HorizontalPodAutoscaler ${scaler.name} adds pods`),
        hop(service.manifest, ['spec', 'selector'], `Service ${service.name} sends them requests`),
      ],
    };
  },
};
