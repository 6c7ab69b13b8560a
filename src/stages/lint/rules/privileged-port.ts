import { portsOf } from '../../../manifests/graph/service.js';
import type { ContainerRule } from '../rule.js';

export const privilegedPort: ContainerRule = {
  id: 'privileged-port',
  severity: 'note',
  requirement: 'containers',
  profile: 'production',
  remediation: 'Listen above 1023, and map the port in the Service.',
  peers: ['kube-linter/privileged-ports', 'trivy/KSV-0117'],
  visits: 'container',
  check(container) {
    return portsOf(container)
      .filter(({ port }) => port !== undefined && port > 0 && port < 1024 && port !== 22)
      .map(({ path, port }) => ({
        on: container.workload.manifest,
        path: [...path, 'containerPort'],
        message: `container ${container.name} listens on port ${port}, for which it needs a right that others do not`,
      }));
  },
};
