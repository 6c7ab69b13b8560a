import { portsOf } from '../../../manifests/graph/service.js';
import type { ContainerRule } from '../rule.js';

export const hostPort: ContainerRule = {
  id: 'host-port',
  severity: 'warning',
  requirement: 'exposure',
  profile: 'recommended',
  remediation: 'Use a Service.',
  peers: ['polaris/hostPortSet', 'trivy/KSV-0024', 'checkov/CKV_K8S_26'],
  visits: 'container',
  check(container) {
    return portsOf(container)
      .filter(({ hostPort }) => hostPort !== undefined && hostPort > 0)
      .map(({ path, hostPort }) => ({
        on: container.workload.manifest,
        path: [...path, 'hostPort'],
        message: `container ${container.name} takes port ${hostPort} of its node: one pod a node, and reachable past every Service`,
      }));
  },
};
