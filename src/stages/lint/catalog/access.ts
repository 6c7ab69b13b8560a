import type { Rule } from '../rule.js';
import { rbacAnonymous } from '../rules/rbac-anonymous.js';
import { rbacClusterAdmin } from '../rules/rbac-cluster-admin.js';
import { rbacCreatePods } from '../rules/rbac-create-pods.js';
import { rbacExec } from '../rules/rbac-exec.js';
import { rbacSecrets } from '../rules/rbac-secrets.js';
import { rbacWildcard } from '../rules/rbac-wildcard.js';

export const accessRules: readonly Rule[] = [
  rbacAnonymous,
  rbacClusterAdmin,
  rbacCreatePods,
  rbacExec,
  rbacSecrets,
  rbacWildcard,
];
