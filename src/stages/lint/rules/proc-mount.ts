import { dig } from '../../../manifests/graph/json.js';
import type { ContainerRule } from '../rule.js';

export const procMount: ContainerRule = {
  id: 'proc-mount',
  severity: 'warning',
  requirement: 'containers',
  profile: 'recommended',
  remediation: 'Leave procMount at its default.',
  peers: ['kube-linter/unsafe-proc-mount', 'polaris/procMount', 'kubesec/ProcMount'],
  visits: 'container',
  check(container) {
    const value = dig(container.value, 'securityContext', 'procMount');
    if (value !== 'Unmasked') return undefined;
    return {
      on: container.workload.manifest,
      path: [...container.path, 'securityContext', 'procMount'],
      message: `container ${container.name} sees all of /proc, secrets of the kernel included`,
    };
  },
};
