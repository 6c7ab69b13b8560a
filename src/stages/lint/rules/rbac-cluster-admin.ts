import { dig } from '../../../manifests/graph/json.js';
import type { ObjectRule } from '../rule.js';

export const rbacClusterAdmin: ObjectRule = {
  id: 'rbac-cluster-admin',
  severity: 'warning',
  requirement: 'configuration',
  profile: 'recommended',
  remediation: 'Bind a role that grants what is needed.',
  peers: [
    'kube-linter/cluster-admin-role-binding',
    'polaris/clusterrolebindingClusterAdmin',
    'polaris/rolebindingClusterAdminClusterRole',
    'polaris/rolebindingClusterAdminRole',
  ],
  visits: 'object',
  kinds: ['ClusterRoleBinding', 'RoleBinding'],
  check(manifest) {
    if (dig(manifest.value, 'roleRef', 'name') !== 'cluster-admin' || manifest.name === 'cluster-admin')
      return undefined;
    return { on: manifest, path: ['roleRef', 'name'], message: 'it binds cluster-admin, which may do everything' };
  },
};
