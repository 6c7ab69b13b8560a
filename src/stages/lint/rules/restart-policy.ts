import { asText } from '../../../manifests/graph/json.js';
import type { WorkloadRule } from '../rule.js';

export const restartPolicy: WorkloadRule = {
  id: 'restart-policy',
  severity: 'warning',
  requirement: 'containers',
  profile: 'recommended',
  remediation: 'Leave restartPolicy out, or set it to Always.',
  peers: ['kube-linter/restart-policy'],
  visits: 'workload',
  check(workload, lint) {
    if (
      !(
        workload.kind === 'Pod' &&
        lint.graph.serviceOf(workload) &&
        workload.pod['restartPolicy'] !== undefined &&
        workload.pod['restartPolicy'] !== 'Always'
      )
    )
      return undefined;
    return {
      on: workload.manifest,
      path: [...workload.podPath, 'restartPolicy'],
      message: `a serving pod with restartPolicy ${asText(workload.pod['restartPolicy'])} stays down when it fails`,
    };
  },
};
