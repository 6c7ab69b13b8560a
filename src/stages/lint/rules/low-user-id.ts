import { asNumber, dig } from '../../../manifests/graph/json.js';
import type { ContainerRule } from '../rule.js';

export const lowUserId: ContainerRule = {
  id: 'low-user-id',
  severity: 'note',
  requirement: 'containers',
  profile: 'production',
  remediation: 'Use a user and a group above 10000, which no user of the node has.',
  peers: ['kube-score/container-security-context-user-group-id', 'trivy/KSV-0020', 'checkov/CKV_K8S_40'],
  visits: 'container',
  check(container) {
    const user = asNumber(
      dig(container.value, 'securityContext', 'runAsUser') ??
        dig(container.workload.pod, 'securityContext', 'runAsUser'),
    );
    if (!(user !== undefined && user > 0 && user <= 10_000)) return undefined;
    return {
      on: container.workload.manifest,
      path: [...container.path, 'securityContext', 'runAsUser'],
      message: `container ${container.name} runs as user ${user}, which may be a user of the node too`,
    };
  },
};
