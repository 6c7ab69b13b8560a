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

export const rbacSecrets: ObjectRule = {
  id: 'rbac-secrets',
  severity: 'note',
  requirement: 'configuration',
  profile: 'production',
  remediation: 'Grant it by a Role, for the Secrets that are named.',
  peers: ['kube-linter/access-to-secrets', 'trivy/KSV-0041'],
  visits: 'object',
  kinds: ['Role', 'ClusterRole'],
  check(manifest) {
    if (dig(manifest.value, 'metadata', 'labels', 'kubernetes.io/bootstrapping') !== undefined) return undefined;
    return asList(manifest.value['rules']).flatMap((rule, index): Finding[] => {
      const { resources, verbs } = granted(rule);
      if (
        !(
          manifest.kind === 'ClusterRole' &&
          (resources.includes('secrets') || resources.includes('*')) &&
          verbs.some((verb) => ['get', 'list', 'watch', '*'].includes(verb)) &&
          dig(rule, 'resourceNames') === undefined
        )
      )
        return [];
      return [{ on: manifest, path: ['rules', index], message: 'it lets read the Secrets of every namespace' }];
    });
  },
};
