import type { JsonObject } from '../../manifests/manifest.js';

/** What has to be there before what: a pod needs its account, its configuration and its policies when it starts. */
const order: readonly (readonly string[])[] = [
  ['Namespace'],
  ['CustomResourceDefinition', 'PriorityClass', 'StorageClass', 'RuntimeClass', 'IngressClass'],
  ['ResourceQuota', 'LimitRange', 'ServiceAccount', 'ClusterRole', 'Role'],
  ['ClusterRoleBinding', 'RoleBinding'],
  ['ConfigMap', 'Secret', 'PersistentVolume', 'PersistentVolumeClaim'],
  ['NetworkPolicy', 'Service', 'PodDisruptionBudget'],
];

const last: readonly string[] = ['HorizontalPodAutoscaler', 'Ingress', 'HTTPRoute'];

/** Objects in the order in which they are applied; of equal rank as written. */
export function inDependencyOrder<T extends JsonObject>(objects: readonly T[]): readonly T[] {
  return objects.toSorted((a, b) => rank(a) - rank(b));
}

function rank({ kind }: JsonObject): number {
  const early = order.findIndex((kinds) => kinds.includes(String(kind)));
  if (early >= 0) return early;
  return last.includes(String(kind)) ? order.length + 1 : order.length;
}
