import { dig } from '../../../manifests/graph/json.js';
import type { ContainerRule } from '../rule.js';

export const cpuLimitMissing: ContainerRule = {
  id: 'cpu-limit-missing',
  severity: 'note',
  requirement: 'containers',
  profile: 'production',
  remediation: 'Limit the CPU where neighbours must be kept safe; mind that a limit throttles.',
  peers: [
    'kube-linter/unset-cpu-requirements',
    'kube-score/container-resources',
    'polaris/cpuLimitsMissing',
    'trivy/KSV-0011',
    'checkov/CKV_K8S_11',
  ],
  visits: 'container',
  check(container, lint) {
    if (container.role === 'init' || container.workload.kind === 'Job' || container.workload.kind === 'CronJob')
      return undefined;
    const own = dig(container.value, 'resources', 'limits', 'cpu');
    const ofPod = dig(container.workload.pod, 'resources', 'limits', 'cpu');
    if (own !== undefined || ofPod !== undefined || lint.graph.ofKind('LimitRange').length > 0) return undefined;
    const message = `container ${container.name} has no cpu limit: it may take what its neighbours need`;
    return { on: container.workload.manifest, path: [...container.path, 'resources'], message };
  },
};
