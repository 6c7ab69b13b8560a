import { asList, asText, dig } from '../../../manifests/graph/json.js';
import type { ContainerRule } from '../rule.js';

export const capabilitiesKept: ContainerRule = {
  id: 'capabilities-kept',
  severity: 'note',
  requirement: 'containers',
  profile: 'recommended',
  remediation: 'Drop ALL, and add back what is needed.',
  peers: [
    'kube-linter/drop-net-raw-capability',
    'polaris/insecureCapabilities',
    'kubesec/CapDropAll',
    'trivy/KSV-0003',
    'checkov/CKV_K8S_37',
  ],
  visits: 'container',
  check(container) {
    const dropped = asList(dig(container.value, 'securityContext', 'capabilities', 'drop')).map((one) =>
      asText(one).toUpperCase(),
    );
    if (dropped.includes('ALL')) return undefined;
    return {
      on: container.workload.manifest,
      path: [...container.path, 'securityContext', 'capabilities'],
      message: `container ${container.name} keeps the capabilities that its runtime gives, NET_RAW among them`,
    };
  },
};
