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

export const rbacExec: ObjectRule = {
  id: 'rbac-exec',
  severity: 'warning',
  requirement: 'configuration',
  profile: 'recommended',
  remediation: 'Take pods/exec and pods/attach away.',
  peers: [
    'polaris/rolePodExecAttach',
    'polaris/clusterrolePodExecAttach',
    'polaris/rolebindingRolePodExecAttach',
    'polaris/rolebindingClusterRolePodExecAttach',
    'polaris/clusterrolebindingPodExecAttach',
  ],
  visits: 'object',
  kinds: ['Role', 'ClusterRole'],
  check(manifest) {
    if (dig(manifest.value, 'metadata', 'labels', 'kubernetes.io/bootstrapping') !== undefined) return undefined;
    return asList(manifest.value['rules']).flatMap((rule, index): Finding[] => {
      const { resources } = granted(rule);
      if (!resources.some((one) => one === 'pods/exec' || one === 'pods/attach')) return [];
      return [{ on: manifest, path: ['rules', index], message: 'it lets run commands in every pod that it reaches' }];
    });
  },
};
