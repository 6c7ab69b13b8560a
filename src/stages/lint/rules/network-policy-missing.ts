import { isIsolated } from '../../../manifests/graph/network.js';
import { servingKinds } from '../../../manifests/graph/workload.js';
import { missingSeverity, type WorkloadRule } from '../rule.js';

export const networkPolicyMissing: WorkloadRule = {
  id: 'network-policy-missing',
  severity: 'note',
  requirement: 'exposure',
  profile: 'recommended',
  remediation: 'Add a NetworkPolicy that selects the pods and lets in whom they serve.',
  peers: [
    'kube-linter/non-isolated-pod',
    'kube-score/pod-networkpolicy',
    'polaris/missingNetworkPolicy',
    'checkov/CKV2_K8S_6',
  ],
  visits: 'workload',
  check(workload, lint) {
    if (!servingKinds.includes(workload.kind) || isIsolated(lint.graph, workload, 'ingress')) return undefined;
    const path = [...workload.templatePath, 'metadata', 'labels'];
    const message = 'no NetworkPolicy selects its pods: every pod of the cluster may ask them';
    return { on: workload.manifest, path, severity: missingSeverity(lint, true, 'note'), message };
  },
};
