import { dig } from '../../../manifests/graph/json.js';
import type { ContainerRule } from '../rule.js';

export const readOnlyRoot: ContainerRule = {
  id: 'read-only-root',
  severity: 'warning',
  requirement: 'containers',
  profile: 'recommended',
  remediation: 'Set readOnlyRootFilesystem: true, and mount an emptyDir where it writes.',
  peers: [
    'kube-linter/no-read-only-root-fs',
    'kube-score/container-security-context-readonlyrootfilesystem',
    'polaris/notReadOnlyRootFilesystem',
    'trivy/KSV-0014',
    'checkov/CKV_K8S_22',
  ],
  visits: 'container',
  check(container) {
    const value = dig(container.value, 'securityContext', 'readOnlyRootFilesystem');
    if (value === true) return undefined;
    return {
      on: container.workload.manifest,
      path: [...container.path, 'securityContext', 'readOnlyRootFilesystem'],
      message: `container ${container.name} can write to its own image: what breaks in can stay`,
    };
  },
};
