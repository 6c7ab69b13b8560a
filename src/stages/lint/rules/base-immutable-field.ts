import { asObject, dig } from '../../../manifests/graph/json.js';
import { kindOf } from '../../../manifests/graph/kind.js';
import type { Json, Manifest, Path } from '../../../manifests/manifest.js';
import { isSame } from '../../../manifests/sameness.js';
import { type Finding, hop, type SetRule } from '../rule.js';

/** Fields that the API server lets no update change (`ValidateDeploymentUpdate`, `ValidateServiceUpdate`, …). */
const immutable: Readonly<Record<string, readonly Path[]>> = {
  Deployment: [['spec', 'selector']],
  ReplicaSet: [['spec', 'selector']],
  DaemonSet: [['spec', 'selector']],
  Job: [
    ['spec', 'selector'],
    ['spec', 'template'],
    ['spec', 'completionMode'],
  ],
  Service: [['spec', 'clusterIP']],
  Secret: [['type']],
  RoleBinding: [['roleRef']],
  ClusterRoleBinding: [['roleRef']],
  StorageClass: [['provisioner'], ['parameters'], ['reclaimPolicy'], ['volumeBindingMode']],
  PriorityClass: [['value']],
  PersistentVolumeClaim: [
    ['spec', 'accessModes'],
    ['spec', 'storageClassName'],
    ['spec', 'volumeMode'],
    ['spec', 'selector'],
  ],
};

/** All of a StatefulSet's spec is immutable but these (`ValidateStatefulSetUpdate`). */
const mutableOfStatefulSet: readonly string[] = [
  'replicas',
  'ordinals',
  'template',
  'updateStrategy',
  'revisionHistoryLimit',
  'persistentVolumeClaimRetentionPolicy',
  'minReadySeconds',
];

function pathsOf(kind: string, before: Json, after: Json): readonly Path[] {
  if (kind !== 'StatefulSet') return immutable[kind] ?? [];
  const fields = new Set([before, after].flatMap((one) => Object.keys(asObject(dig(one, 'spec')) ?? {})));
  return [...fields].filter((field) => !mutableOfStatefulSet.includes(field)).map((field) => ['spec', field]);
}

function changes(kind: string, before: Manifest, after: Manifest): Finding[] {
  const frozen = before.value['immutable'] === true && (kind === 'Secret' || kind === 'ConfigMap');
  const paths = [...pathsOf(kind, before.value, after.value), ...(frozen ? [['data'], ['stringData']] : [])];
  return paths
    .filter((path) => dig(before.value, ...path) !== undefined)
    .filter((path) => !isSame(dig(before.value, ...path), dig(after.value, ...path)))
    .map((path) => ({
      on: after,
      path,
      message: `${path.join('.')} was changed, and is immutable: the API server refuses the update of what is deployed`,
      hops: [hop(before, path, 'as it was')],
    }));
}

export const baseImmutableField: SetRule = {
  id: 'base-immutable-field',
  severity: 'error',
  requirement: 'containers',
  profile: 'recommended',
  remediation: 'Keep the field, or give the object a new name and take the old one away.',
  peers: [],
  visits: 'set',
  check({ graph, base }) {
    if (!base) return undefined;
    return graph.manifests.flatMap((after) => {
      const kind = kindOf(after.apiVersion, after.kind);
      const before = base.find(kind, graph.namespaceOf(after), after.name);
      return before ? changes(kind, before, after) : [];
    });
  },
};
