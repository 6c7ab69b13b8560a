import { dig } from '../../../manifests/graph/json.js';
import type { ContainerRule } from '../rule.js';

export const cpuRequestMissing: ContainerRule = {
  id: 'cpu-request-missing',
  severity: 'warning',
  requirement: 'containers',
  profile: 'recommended',
  remediation: 'Request the CPU that it needs at its usual load.',
  peers: [
    'kube-linter/unset-cpu-requirements',
    'kube-score/container-resources',
    'polaris/cpuRequestsMissing',
    'trivy/KSV-0015',
    'checkov/CKV_K8S_10',
  ],
  visits: 'container',
  check(container, lint) {
    if (container.role === 'init' || container.workload.kind === 'Job' || container.workload.kind === 'CronJob')
      return undefined;
    const own =
      dig(container.value, 'resources', 'requests', 'cpu') ?? dig(container.value, 'resources', 'limits', 'cpu');
    const ofPod = dig(container.workload.pod, 'resources', 'requests', 'cpu');
    if (own !== undefined || ofPod !== undefined || lint.graph.ofKind('LimitRange').length > 0) return undefined;
    const message = `container ${container.name} has no cpu request: the scheduler counts it as nothing, and no HPA can measure it`;
    return { on: container.workload.manifest, path: [...container.path, 'resources'], message };
  },
};
