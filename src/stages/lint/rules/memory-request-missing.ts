import { dig } from '../../../manifests/graph/json.js';
import type { ContainerRule } from '../rule.js';

export const memoryRequestMissing: ContainerRule = {
  id: 'memory-request-missing',
  severity: 'warning',
  requirement: 'containers',
  profile: 'recommended',
  remediation: 'Request the memory that it needs.',
  peers: [
    'kube-linter/unset-memory-requirements',
    'kube-score/container-resources',
    'polaris/memoryRequestsMissing',
    'trivy/KSV-0016',
    'checkov/CKV_K8S_12',
  ],
  visits: 'container',
  check(container, lint) {
    if (container.role === 'init' || container.workload.kind === 'Job' || container.workload.kind === 'CronJob')
      return undefined;
    const own =
      dig(container.value, 'resources', 'requests', 'memory') ?? dig(container.value, 'resources', 'limits', 'memory');
    const ofPod = dig(container.workload.pod, 'resources', 'requests', 'memory');
    if (own !== undefined || ofPod !== undefined || lint.graph.ofKind('LimitRange').length > 0) return undefined;
    const message = `container ${container.name} has no memory request: the scheduler counts it as nothing, and it is the first to be evicted`;
    return { on: container.workload.manifest, path: [...container.path, 'resources'], message };
  },
};
