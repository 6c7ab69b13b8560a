import { asText, dig } from '../../../manifests/graph/json.js';
import type { ContainerRule } from '../rule.js';

export const privilegeEscalation: ContainerRule = {
  id: 'privilege-escalation',
  severity: 'warning',
  requirement: 'containers',
  profile: 'recommended',
  remediation: 'Set allowPrivilegeEscalation: false.',
  peers: [
    'kube-linter/privilege-escalation-container',
    'polaris/privilegeEscalationAllowed',
    'trivy/KSV-0001',
    'checkov/CKV_K8S_20',
  ],
  visits: 'container',
  check(container) {
    const value = dig(container.value, 'securityContext', 'allowPrivilegeEscalation');
    if (value === false) return undefined;
    return {
      on: container.workload.manifest,
      path: [...container.path, 'securityContext', 'allowPrivilegeEscalation'],
      message: `container ${container.name} may gain rights by setuid programs: allowPrivilegeEscalation is ${value === undefined ? 'not set' : asText(value)}`,
    };
  },
};
