import { asList, asString, dig } from '../../../manifests/graph/json.js';
import type { ContainerRule, Finding } from '../rule.js';

export const envDuplicate: ContainerRule = {
  id: 'env-duplicate',
  severity: 'warning',
  requirement: 'configuration',
  profile: 'recommended',
  remediation: 'Keep one of them.',
  peers: ['kube-linter/duplicate-env-var', 'kube-score/environment-variable-key-duplication'],
  visits: 'container',
  check({ value, path, workload }) {
    const first = new Map<string, number>();
    return asList(value['env']).flatMap((one, index): Finding[] => {
      const name = asString(dig(one, 'name'));
      if (name === undefined) return [];
      const before = first.get(name);
      if (before === undefined) {
        first.set(name, index);
        return [];
      }
      const at = [...path, 'env', index, 'name'];
      return [
        {
          on: workload.manifest,
          path: at,
          message: `environment variable ${name} is there twice; the last one counts`,
          hops: [{ on: workload.manifest, path: [...path, 'env', before, 'name'], message: 'the first one' }],
        },
      ];
    });
  },
};
