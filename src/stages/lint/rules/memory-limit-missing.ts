import { dig } from '../../../manifests/graph/json.js';
import type { ContainerRule } from '../rule.js';

export const memoryLimitMissing: ContainerRule = {
  id: 'memory-limit-missing',
  severity: 'warning',
  requirement: 'containers',
  profile: 'recommended',
  remediation: 'Limit the memory to what it may need at most.',
  peers: [
    'kube-linter/unset-memory-requirements',
    'kube-score/container-resources',
    'polaris/memoryLimitsMissing',
    'trivy/KSV-0018',
    'checkov/CKV_K8S_13',
  ],
  visits: 'container',
  check(container, lint) {
    if (container.role === 'init' || container.workload.kind === 'Job' || container.workload.kind === 'CronJob')
      return undefined;
    const own = dig(container.value, 'resources', 'limits', 'memory');
    const ofPod = dig(container.workload.pod, 'resources', 'limits', 'memory');
    if (own !== undefined || ofPod !== undefined || lint.graph.ofKind('LimitRange').length > 0) return undefined;
    const message = `container ${container.name} has no memory limit: a leak takes the node down with it`;
    return { on: container.workload.manifest, path: [...container.path, 'resources'], message };
  },
};
