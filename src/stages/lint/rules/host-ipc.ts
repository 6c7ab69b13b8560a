import type { WorkloadRule } from '../rule.js';

export const hostIpc: WorkloadRule = {
  id: 'host-ipc',
  severity: 'warning',
  requirement: 'containers',
  profile: 'recommended',
  remediation: 'Take hostIPC away.',
  peers: ['kube-linter/host-ipc', 'polaris/hostIPCSet', 'trivy/KSV-0008', 'checkov/CKV_K8S_18'],
  visits: 'workload',
  check(workload) {
    if (workload.pod['hostIPC'] !== true) return undefined;
    return {
      on: workload.manifest,
      path: [...workload.podPath, 'hostIPC'],
      message: 'its pods share memory with every process of the node',
    };
  },
};
