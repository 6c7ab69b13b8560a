import type { Requirement } from '../domain/requirement.js';

const byKind: Readonly<Record<string, Requirement>> = {
  Service: 'routing',
  Ingress: 'routing',
  IngressClass: 'routing',
  Endpoints: 'routing',
  EndpointSlice: 'routing',
  Gateway: 'routing',
  HTTPRoute: 'routing',
  GRPCRoute: 'routing',
  TCPRoute: 'routing',
  TLSRoute: 'routing',
  HorizontalPodAutoscaler: 'autoscaling',
  ScaledObject: 'autoscaling',
  VerticalPodAutoscaler: 'autoscaling',
  PodDisruptionBudget: 'horizontal-scaling',
  ReplicaSet: 'horizontal-scaling',
  ReplicationController: 'horizontal-scaling',
  NetworkPolicy: 'exposure',
  Role: 'exposure',
  RoleBinding: 'exposure',
  ClusterRole: 'exposure',
  ClusterRoleBinding: 'exposure',
  ConfigMap: 'configuration',
  Secret: 'configuration',
  ServiceAccount: 'configuration',
};

/** Which of the six requirements a fault of an object of some kind touches. */
export function requirementOf(kind: string): Requirement {
  return Object.hasOwn(byKind, kind) ? (byKind[kind] ?? 'containers') : 'containers';
}
