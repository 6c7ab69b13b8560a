/** Groups in which a kind is Kubernetes' own: a `Service` of serving.knative.dev is another thing. */
const homes: Readonly<Record<string, readonly string[]>> = {
  Pod: [''],
  Service: [''],
  ConfigMap: [''],
  Secret: [''],
  Namespace: [''],
  ServiceAccount: [''],
  PersistentVolumeClaim: [''],
  PersistentVolume: [''],
  LimitRange: [''],
  ResourceQuota: [''],
  Endpoints: [''],
  ReplicationController: [''],
  Deployment: ['apps', 'extensions'],
  StatefulSet: ['apps'],
  DaemonSet: ['apps', 'extensions'],
  ReplicaSet: ['apps', 'extensions'],
  Job: ['batch'],
  CronJob: ['batch'],
  Ingress: ['networking.k8s.io', 'extensions'],
  IngressClass: ['networking.k8s.io'],
  NetworkPolicy: ['networking.k8s.io', 'extensions'],
  EndpointSlice: ['discovery.k8s.io'],
  PodDisruptionBudget: ['policy'],
  HorizontalPodAutoscaler: ['autoscaling'],
  VerticalPodAutoscaler: ['autoscaling.k8s.io'],
  ScaledObject: ['keda.sh'],
  Gateway: ['gateway.networking.k8s.io'],
  GatewayClass: ['gateway.networking.k8s.io'],
  HTTPRoute: ['gateway.networking.k8s.io'],
  GRPCRoute: ['gateway.networking.k8s.io'],
  TCPRoute: ['gateway.networking.k8s.io'],
  TLSRoute: ['gateway.networking.k8s.io'],
  ReferenceGrant: ['gateway.networking.k8s.io'],
  StorageClass: ['storage.k8s.io'],
  PriorityClass: ['scheduling.k8s.io'],
  Role: ['rbac.authorization.k8s.io'],
  ClusterRole: ['rbac.authorization.k8s.io'],
  RoleBinding: ['rbac.authorization.k8s.io'],
  ClusterRoleBinding: ['rbac.authorization.k8s.io'],
  CustomResourceDefinition: ['apiextensions.k8s.io'],
};

export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

/** `Deployment` for the kinds above in their own group, `Kind.group` for every other; the group without a name is `core`. */
export function kindOf(apiVersion: string, kind: string): string {
  const group = groupOf(apiVersion);
  const home = homes[kind];
  if (home === undefined) return group === '' ? kind : `${kind}.${group}`;
  return home.includes(group) ? kind : `${kind}.${group || 'core'}`;
}
