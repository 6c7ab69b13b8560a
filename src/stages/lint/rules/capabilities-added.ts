import { asList, asText, dig } from '../../../manifests/graph/json.js';
import type { ContainerRule, Finding } from '../rule.js';

/** As good as root on the node. */
const dangerous: readonly string[] = ['ALL', 'SYS_ADMIN', 'SYS_MODULE', 'SYS_RAWIO', 'BPF', 'MAC_ADMIN'];
const notable: readonly string[] = [
  'NET_ADMIN',
  'NET_RAW',
  'SYS_PTRACE',
  'SYS_TIME',
  'SYS_BOOT',
  'DAC_READ_SEARCH',
  'SETFCAP',
  'AUDIT_CONTROL',
];

export const capabilitiesAdded: ContainerRule = {
  id: 'capabilities-added',
  severity: 'warning',
  requirement: 'containers',
  profile: 'recommended',
  remediation: 'Take the capability away.',
  peers: [
    'polaris/dangerousCapabilities',
    'polaris/insecureCapabilities',
    'kubesec/CapSysAdmin',
    'trivy/KSV-0005',
    'checkov/CKV_K8S_39',
  ],
  visits: 'container',
  check(container) {
    const added = asList(dig(container.value, 'securityContext', 'capabilities', 'add'));
    return added.flatMap((one, index): Finding[] => {
      const name = asText(one).replace(/^CAP_/, '');
      if (!dangerous.includes(name) && !notable.includes(name)) return [];
      const path = [...container.path, 'securityContext', 'capabilities', 'add', index];
      const message = `container ${container.name} has capability ${name}`;
      return [
        { on: container.workload.manifest, path, message, severity: dangerous.includes(name) ? 'warning' : 'note' },
      ];
    });
  },
};
