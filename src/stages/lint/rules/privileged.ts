import { dig } from '../../../manifests/graph/json.js';
import type { ContainerRule } from '../rule.js';

export const privileged: ContainerRule = {
  id: 'privileged',
  severity: 'warning',
  requirement: 'containers',
  profile: 'recommended',
  remediation: 'Take privileged away, and add the one capability that is needed.',
  peers: [
    'kube-linter/privileged-container',
    'kube-score/container-security-context-privileged',
    'polaris/runAsPrivileged',
    'trivy/KSV-0017',
    'checkov/CKV_K8S_16',
  ],
  visits: 'container',
  check(container) {
    const value = dig(container.value, 'securityContext', 'privileged');
    if (value !== true) return undefined;
    return {
      on: container.workload.manifest,
      path: [...container.path, 'securityContext', 'privileged'],
      message: `container ${container.name} is privileged: whoever takes it over has the node`,
    };
  },
};
