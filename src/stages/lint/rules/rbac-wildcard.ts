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

export const rbacWildcard: ObjectRule = {
  id: 'rbac-wildcard',
  severity: 'warning',
  requirement: 'configuration',
  profile: 'recommended',
  remediation: 'Name the resources and the verbs that are needed.',
  peers: [
    'kube-linter/wildcard-in-rules',
    'polaris/clusterrolebindingClusterAdmin',
    'trivy/KSV-0046',
    'checkov/CKV_K8S_49',
  ],
  visits: 'object',
  kinds: ['Role', 'ClusterRole'],
  check(manifest) {
    if (dig(manifest.value, 'metadata', 'labels', 'kubernetes.io/bootstrapping') !== undefined) return undefined;
    return asList(manifest.value['rules']).flatMap((rule, index): Finding[] => {
      const { resources, verbs } = granted(rule);
      if (!(verbs.includes('*') && resources.includes('*'))) return [];
      return [{ on: manifest, path: ['rules', index], message: 'it grants every verb on every resource' }];
    });
  },
};
