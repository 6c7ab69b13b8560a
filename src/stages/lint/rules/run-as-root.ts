import { asNumber, dig } from '../../../manifests/graph/json.js';
import type { ContainerRule } from '../rule.js';

export const runAsRoot: ContainerRule = {
  id: 'run-as-root',
  severity: 'warning',
  requirement: 'containers',
  profile: 'recommended',
  remediation: 'Set runAsNonRoot: true and a runAsUser above 0.',
  peers: [
    'kube-linter/run-as-non-root',
    'kube-score/container-security-context-user-group-id',
    'polaris/runAsRootAllowed',
    'trivy/KSV-0012',
    'checkov/CKV_K8S_40',
  ],
  visits: 'container',
  check(container) {
    const user = asNumber(
      dig(container.value, 'securityContext', 'runAsUser') ??
        dig(container.workload.pod, 'securityContext', 'runAsUser'),
    );
    const nonRoot =
      dig(container.value, 'securityContext', 'runAsNonRoot') ??
      dig(container.workload.pod, 'securityContext', 'runAsNonRoot');
    if (user === 0) {
      const message = `container ${container.name} runs as root (runAsUser 0)`;
      return { on: container.workload.manifest, path: [...container.path, 'securityContext', 'runAsUser'], message };
    }
    if (user !== undefined || nonRoot === true) return undefined;
    const message = `container ${container.name} may run as root: neither runAsNonRoot nor runAsUser is set`;
    return { on: container.workload.manifest, path: [...container.path, 'securityContext'], message };
  },
};
