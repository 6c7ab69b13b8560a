import type { Json, JsonObject } from '../manifest.js';
import type { Mending } from './mending.js';

/** Versions of which the later has the same fields with the same meaning and defaults, from k8s.io/api and the deprecation guide. */
const alike: Readonly<Record<string, readonly string[]>> = {
  'apps/v1beta2 apps/v1': ['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'],
  'autoscaling/v2beta2 autoscaling/v2': ['HorizontalPodAutoscaler'],
  'batch/v1beta1 batch/v1': ['CronJob'],
  'coordination.k8s.io/v1beta1 coordination.k8s.io/v1': ['Lease'],
  'networking.k8s.io/v1beta1 networking.k8s.io/v1': ['IngressClass'],
  'policy/v1beta1 policy/v1': ['PodDisruptionBudget'],
  'rbac.authorization.k8s.io/v1beta1 rbac.authorization.k8s.io/v1': [
    'ClusterRole',
    'ClusterRoleBinding',
    'Role',
    'RoleBinding',
  ],
  'scheduling.k8s.io/v1beta1 scheduling.k8s.io/v1': ['PriorityClass'],
  'storage.k8s.io/v1beta1 storage.k8s.io/v1': ['CSIDriver', 'CSINode', 'CSIStorageCapacity', 'StorageClass'],
};

const laterOf = new Map(
  Object.entries(alike).flatMap(([pair, kinds]) => {
    const [from = '', to = ''] = pair.split(' ');
    return kinds.map((kind) => [`${from} ${kind}`, to]);
  }),
);

/** In policy/v1beta1 an empty selector meant no pods, in policy/v1 it means all of them. */
function changesMeaning({ kind, spec }: JsonObject): boolean {
  if (kind !== 'PodDisruptionBudget') return false;
  const selector = typeof spec === 'object' && spec !== null ? (spec as JsonObject)['selector'] : undefined;
  return typeof selector !== 'object' || selector === null || Object.values(selector as JsonObject).every(isEmpty);
}

const isEmpty = (value: Json | undefined): boolean =>
  value === undefined || value === null || Object.keys(value as object).length === 0;

/** The later version of the same API, where nothing but its name is different for this object. */
export function laterVersion(value: JsonObject): (Mending & { readonly to: string }) | undefined {
  const { apiVersion, kind } = value;
  const to = laterOf.get(`${String(apiVersion)} ${String(kind)}`);
  if (to === undefined || changesMeaning(value)) return undefined;
  return { action: 'replace', from: String(apiVersion), to };
}
