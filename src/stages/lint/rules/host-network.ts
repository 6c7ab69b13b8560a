import type { WorkloadRule } from '../rule.js';

export const hostNetwork: WorkloadRule = {
  id: 'host-network',
  severity: 'warning',
  requirement: 'exposure',
  profile: 'recommended',
  remediation: 'Take hostNetwork away.',
  peers: [
    'kube-linter/host-network',
    'polaris/hostNetworkSet',
    'kubesec/HostNetwork',
    'trivy/KSV-0009',
    'checkov/CKV_K8S_19',
  ],
  visits: 'workload',
  check(workload) {
    if (workload.pod['hostNetwork'] !== true) return undefined;
    return {
      on: workload.manifest,
      path: [...workload.podPath, 'hostNetwork'],
      message: 'its pods use the network of the node, past every NetworkPolicy',
    };
  },
};
