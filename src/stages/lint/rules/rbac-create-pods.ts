import { asList, asText, dig } from '../../../manifests/graph/json.js';
import type { Json } from '../../../manifests/manifest.js';
import type { Finding, ObjectRule } from '../rule.js';

interface Granted {
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

function granted(rule: Json): Granted {
  const strings = (field: string) => asList(dig(rule, field)).map(asText);
  return { resources: strings('resources'), verbs: strings('verbs') };
}

export const rbacCreatePods: ObjectRule = {
  id: 'rbac-create-pods',
  severity: 'note',
  requirement: 'configuration',
  profile: 'production',
  remediation: 'Grant it to the controllers that need it alone.',
  peers: ['kube-linter/access-to-create-pods'],
  visits: 'object',
  kinds: ['Role', 'ClusterRole'],
  check(manifest) {
    if (dig(manifest.value, 'metadata', 'labels', 'kubernetes.io/bootstrapping') !== undefined) return undefined;
    return asList(manifest.value['rules']).flatMap((rule, index): Finding[] => {
      const { resources, verbs } = granted(rule);
      if (
        !(
          resources.some((one) => ['pods', 'deployments', 'statefulsets', '*'].includes(one)) &&
          verbs.some((verb) => ['create', '*'].includes(verb))
        )
      )
        return [];
      return [
        {
          on: manifest,
          path: ['rules', index],
          message: 'it lets make pods, and with them take the rights of any ServiceAccount of the namespace',
        },
      ];
    });
  },
};
