import { asObject } from '../../../manifests/graph/json.js';
import { isSame } from '../../../manifests/sameness.js';
import type { ContainerRule } from '../rule.js';

export const probesIdentical: ContainerRule = {
  id: 'probes-identical',
  severity: 'warning',
  requirement: 'containers',
  profile: 'recommended',
  remediation:
    'Let liveness ask whether the process lives, with a higher failureThreshold, and readiness whether it can answer.',
  peers: ['kube-score/pod-probes-identical', 'kyverno/ensure-probes-different'],
  visits: 'container',
  check(container) {
    const [ready, live] = [asObject(container.value['readinessProbe']), asObject(container.value['livenessProbe'])];
    if (!ready || !live || !isSame(ready, live)) return undefined;
    const message = `container ${container.name} has one probe for readiness and liveness: under load it is restarted when it should only rest`;
    return { on: container.workload.manifest, path: [...container.path, 'livenessProbe'], message };
  },
};
