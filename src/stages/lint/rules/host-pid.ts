import type { WorkloadRule } from '../rule.js';

export const hostPid: WorkloadRule = {
  id: 'host-pid',
  severity: 'warning',
  requirement: 'containers',
  profile: 'recommended',
  remediation: 'Take hostPID away.',
  peers: ['kube-linter/host-pid', 'polaris/hostPIDSet', 'kubesec/HostPID', 'trivy/KSV-0010', 'checkov/CKV_K8S_17'],
  visits: 'workload',
  check(workload) {
    if (workload.pod['hostPID'] !== true) return undefined;
    return {
      on: workload.manifest,
      path: [...workload.podPath, 'hostPID'],
      message: 'its pods see and signal every process of the node',
    };
  },
};
