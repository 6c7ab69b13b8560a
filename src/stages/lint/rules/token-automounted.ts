import type { Graph } from '../../../manifests/graph/graph.js';
import { asList, asString, dig } from '../../../manifests/graph/json.js';
import { remembered } from '../../../manifests/graph/remembered.js';
import type { Json } from '../../../manifests/manifest.js';
import type { WorkloadRule } from '../rule.js';

/** Names of all subjects of bindings. */
const boundNames = remembered((graph: Graph): ReadonlySet<Json | undefined> => {
  const bindings = [...graph.ofKind('RoleBinding'), ...graph.ofKind('ClusterRoleBinding')];
  return new Set(bindings.flatMap(({ value }) => asList(value['subjects']).map((one) => dig(one, 'name'))));
});

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
    if (account !== 'default' && boundNames(lint.graph).has(account)) return undefined;
    const message = `its pods hold a token of ServiceAccount ${account} for the API server`;
    return { on: workload.manifest, path: [...workload.podPath, 'automountServiceAccountToken'], message };
  },
};
