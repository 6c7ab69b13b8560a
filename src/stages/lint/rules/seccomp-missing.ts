import { dig } from '../../../manifests/graph/json.js';
import type { ContainerRule } from '../rule.js';

export const seccompMissing: ContainerRule = {
  id: 'seccomp-missing',
  severity: 'note',
  requirement: 'containers',
  profile: 'production',
  remediation: 'Set seccompProfile: {type: RuntimeDefault}.',
  peers: [
    'kube-score/container-seccomp-profile',
    'polaris/linuxHardening',
    'kubesec/SeccompAny',
    'trivy/KSV-0030',
    'checkov/CKV_K8S_31',
  ],
  visits: 'container',
  check(container) {
    const own = dig(container.value, 'securityContext', 'seccompProfile', 'type');
    const type = own ?? dig(container.workload.pod, 'securityContext', 'seccompProfile', 'type');
    if (type !== undefined && type !== 'Unconfined') return undefined;
    const message = `container ${container.name} may use every system call: its seccompProfile is ${type ?? 'not set'}`;
    return { on: container.workload.manifest, path: [...container.path, 'securityContext'], message };
  },
};
