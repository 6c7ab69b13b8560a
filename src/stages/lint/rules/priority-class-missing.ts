import { servingKinds } from '../../../manifests/graph/workload.js';
import type { WorkloadRule } from '../rule.js';

export const priorityClassMissing: WorkloadRule = {
  id: 'priority-class-missing',
  severity: 'note',
  requirement: 'horizontal-scaling',
  profile: 'production',
  remediation: 'Name a PriorityClass.',
  peers: ['polaris/priorityClassNotSet', 'kube-linter/priority-class-name'],
  visits: 'workload',
  check(workload) {
    if (!(servingKinds.includes(workload.kind) && workload.pod['priorityClassName'] === undefined)) return undefined;
    return {
      on: workload.manifest,
      path: [...workload.podPath, 'priorityClassName'],
      message: 'its pods have no priority: on a full node any other may push them out',
    };
  },
};
