import { portsOf } from '../../../manifests/graph/service.js';
import type { ContainerRule } from '../rule.js';

export const sshPort: ContainerRule = {
  id: 'ssh-port',
  severity: 'warning',
  requirement: 'exposure',
  profile: 'recommended',
  remediation: 'Take the port away; use kubectl exec.',
  peers: ['kube-linter/ssh-port'],
  visits: 'container',
  check(container) {
    return portsOf(container)
      .filter(({ port, protocol }) => port === 22 && protocol === 'TCP')
      .map(({ path }) => ({
        on: container.workload.manifest,
        path: [...path, 'containerPort'],
        message: `container ${container.name} serves SSH`,
      }));
  },
};
