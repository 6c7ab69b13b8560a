import { dig } from '../../../manifests/graph/json.js';
import type { WorkloadRule } from '../rule.js';

export const hostProcess: WorkloadRule = {
  id: 'host-process',
  severity: 'warning',
  requirement: 'containers',
  profile: 'recommended',
  remediation: 'Take hostProcess away.',
  peers: ['polaris/hostProcess'],
  visits: 'workload',
  check(workload) {
    const value = dig(workload.pod, 'securityContext', 'windowsOptions', 'hostProcess');
    if (value !== true) return undefined;
    return {
      on: workload.manifest,
      path: [...workload.podPath, 'securityContext', 'windowsOptions', 'hostProcess'],
      message: 'its pods run as processes of the node',
    };
  },
};
