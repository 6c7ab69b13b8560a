import { dig } from '../../../manifests/graph/json.js';
import type { ContainerRule } from '../rule.js';

export const ephemeralStorageMissing: ContainerRule = {
  id: 'ephemeral-storage-missing',
  severity: 'note',
  requirement: 'containers',
  profile: 'production',
  remediation: 'Request and limit ephemeral-storage.',
  peers: ['kube-score/container-ephemeral-storage-request-and-limit'],
  visits: 'container',
  check(container, lint) {
    if (container.role === 'init' || container.workload.kind === 'Job' || container.workload.kind === 'CronJob')
      return undefined;
    const own = dig(container.value, 'resources', 'limits', 'ephemeral-storage');
    const ofPod = dig(container.workload.pod, 'resources', 'limits', 'ephemeral-storage');
    if (own !== undefined || ofPod !== undefined || lint.graph.ofKind('LimitRange').length > 0) return undefined;
    const message = `container ${container.name} has no ephemeral-storage limit: its logs and temporary files may fill the disk of the node`;
    return { on: container.workload.manifest, path: [...container.path, 'resources'], message };
  },
};
