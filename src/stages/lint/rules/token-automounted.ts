import { asList, asString, dig } from '../../../manifests/graph/json.js';
import type { WorkloadRule } from '../rule.js';

export const tokenAutomounted: WorkloadRule = {
  id: 'token-automounted',
  severity: 'note',
  requirement: 'configuration',
  profile: 'recommended',
  remediation: 'Set automountServiceAccountToken: false unless it talks to the API server.',
  peers: [
    'polaris/automountServiceAccountToken',
    'kubesec/AutomountServiceAccountToken',
    'trivy/KSV-0036',
    'checkov/CKV_K8S_38',
  ],
  visits: 'workload',
  check(workload, lint) {
    const account = asString(workload.pod['serviceAccountName']) ?? 'default';
    const found = lint.graph.find('ServiceAccount', workload.namespace, account);
    if (
      workload.pod['automountServiceAccountToken'] === false ||
      found?.value['automountServiceAccountToken'] === false
    )
      return undefined;
    // An account of its own with rights of its own is there to be used.
    const bound = [...lint.graph.ofKind('RoleBinding'), ...lint.graph.ofKind('ClusterRoleBinding')].some(({ value }) =>
      asList(value['subjects']).some((one) => dig(one, 'name') === account),
    );
    if (account !== 'default' && bound) return undefined;
    const message = `its pods hold a token of ServiceAccount ${account} for the API server`;
    return { on: workload.manifest, path: [...workload.podPath, 'automountServiceAccountToken'], message };
  },
};
