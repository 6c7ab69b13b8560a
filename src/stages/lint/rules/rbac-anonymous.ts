import { asList, asText, dig } from '../../../manifests/graph/json.js';
import type { Finding, ObjectRule } from '../rule.js';

export const rbacAnonymous: ObjectRule = {
  id: 'rbac-anonymous',
  severity: 'error',
  requirement: 'configuration',
  profile: 'recommended',
  remediation: 'Take the subject away.',
  peers: ['kubesec/BindingsToSystemAnonymous'],
  visits: 'object',
  kinds: ['ClusterRoleBinding', 'RoleBinding'],
  check(manifest) {
    return asList(manifest.value['subjects']).flatMap((subject, index): Finding[] => {
      const name = dig(subject, 'name');
      if (name !== 'system:anonymous' && name !== 'system:unauthenticated') return [];
      const role = dig(manifest.value, 'roleRef', 'name');
      if (role === 'system:public-info-viewer') return [];
      return [
        {
          on: manifest,
          path: ['subjects', index, 'name'],
          message: `it gives ${asText(role)} to everyone who reaches the API server`,
        },
      ];
    });
  },
};
