import { asList, asString, dig } from '../../../manifests/graph/json.js';
import type { ContainerRule, Finding } from '../rule.js';

export const secretAsEnv: ContainerRule = {
  id: 'secret-as-env',
  severity: 'note',
  requirement: 'configuration',
  profile: 'production',
  remediation: 'Mount the Secret as a file: the environment is inherited by children and lands in crash reports.',
  peers: [
    'kube-linter/read-secret-from-env-var',
    'checkov/CKV_K8S_35',
    'kubesec/SecretsAsEnvironmentVariables',
    'kyverno/disallow-secrets-from-env-vars',
  ],
  visits: 'container',
  check({ value, path, workload }) {
    return asList(value['env']).flatMap((one, index): Finding[] => {
      const name = asString(dig(one, 'valueFrom', 'secretKeyRef', 'name'));
      if (name === undefined) return [];
      const at = [...path, 'env', index, 'valueFrom', 'secretKeyRef'];
      return [
        {
          on: workload.manifest,
          path: at,
          message: `environment variable ${asString(dig(one, 'name'))} is read from Secret ${name}`,
        },
      ];
    });
  },
};
