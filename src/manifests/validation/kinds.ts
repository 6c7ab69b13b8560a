import { judgeClusterRole, judgeClusterRoleBinding, judgeRole, judgeRoleBinding } from './access.js';
import { judgeApiService } from './api-services.js';
import { judgeAutoscaler, judgeFirstAutoscaler } from './autoscaling.js';
import { judgeLease, judgeNamespace, judgeNode, judgePriorityClass, judgeRuntimeClass } from './cluster.js';
import { judgeConfigMap, judgeSecret, judgeServiceAccount } from './configuration.js';
import { judgeCronJob } from './cron-jobs.js';
import { judgeCustomDefinition } from './custom-definitions.js';
import { judgeEndpointSlice, judgeEndpoints } from './endpoints.js';
import type { Faults } from './faults.js';
import { judgeFlowSchema, judgePriorityLevel } from './flow-control.js';
import { judgeJob } from './jobs.js';
import { judgeIngress, judgeIngressClass, judgeNetworkPolicy } from './networking.js';
import { judgePod } from './pods.js';
import { judgeDisruptionBudget } from './policy.js';
import { judgeLimitRange, judgeResourceQuota } from './quotas.js';
import { judgeService } from './services.js';
import { judgeClaim, judgeCsiDriver, judgeStorageClass, judgeVolume } from './storage.js';
import type { Obj } from './values.js';
import { judgeWebhooks } from './webhooks.js';
import {
  judgeControllerRevision,
  judgeDaemonSet,
  judgeDeployment,
  judgePodTemplate,
  judgeReplicaSet,
  judgeReplicationController,
  judgeStatefulSet,
} from './workloads.js';

export type JudgeKind = (object: Obj, faults: Faults) => void;

/** The kinds whose validation by the server is known here, by `group/version/Kind`. */
export const judges: ReadonlyMap<string, JudgeKind> = new Map<string, JudgeKind>([
  ['admissionregistration.k8s.io/v1/MutatingWebhookConfiguration', judgeWebhooks],
  ['admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration', judgeWebhooks],
  ['apiextensions.k8s.io/v1/CustomResourceDefinition', judgeCustomDefinition],
  ['apiregistration.k8s.io/v1/APIService', judgeApiService],
  ['apps/v1/ControllerRevision', judgeControllerRevision],
  ['apps/v1/DaemonSet', judgeDaemonSet],
  ['apps/v1/Deployment', judgeDeployment],
  ['apps/v1/ReplicaSet', judgeReplicaSet],
  ['apps/v1/StatefulSet', judgeStatefulSet],
  ['autoscaling/v1/HorizontalPodAutoscaler', judgeFirstAutoscaler],
  ['autoscaling/v2/HorizontalPodAutoscaler', judgeAutoscaler],
  ['batch/v1/CronJob', judgeCronJob],
  ['batch/v1/Job', judgeJob],
  ['coordination.k8s.io/v1/Lease', judgeLease],
  ['discovery.k8s.io/v1/EndpointSlice', judgeEndpointSlice],
  ['flowcontrol.apiserver.k8s.io/v1/FlowSchema', judgeFlowSchema],
  ['flowcontrol.apiserver.k8s.io/v1/PriorityLevelConfiguration', judgePriorityLevel],
  ['networking.k8s.io/v1/Ingress', judgeIngress],
  ['networking.k8s.io/v1/IngressClass', judgeIngressClass],
  ['networking.k8s.io/v1/NetworkPolicy', judgeNetworkPolicy],
  ['node.k8s.io/v1/RuntimeClass', judgeRuntimeClass],
  ['policy/v1/PodDisruptionBudget', judgeDisruptionBudget],
  ['rbac.authorization.k8s.io/v1/ClusterRole', judgeClusterRole],
  ['rbac.authorization.k8s.io/v1/ClusterRoleBinding', judgeClusterRoleBinding],
  ['rbac.authorization.k8s.io/v1/Role', judgeRole],
  ['rbac.authorization.k8s.io/v1/RoleBinding', judgeRoleBinding],
  ['scheduling.k8s.io/v1/PriorityClass', judgePriorityClass],
  ['storage.k8s.io/v1/CSIDriver', judgeCsiDriver],
  ['storage.k8s.io/v1/StorageClass', judgeStorageClass],
  ['/v1/ConfigMap', judgeConfigMap],
  ['/v1/Endpoints', judgeEndpoints],
  ['/v1/LimitRange', judgeLimitRange],
  ['/v1/Namespace', judgeNamespace],
  ['/v1/Node', judgeNode],
  ['/v1/PersistentVolume', judgeVolume],
  ['/v1/PersistentVolumeClaim', judgeClaim],
  ['/v1/Pod', judgePod],
  ['/v1/PodTemplate', judgePodTemplate],
  ['/v1/ReplicationController', judgeReplicationController],
  ['/v1/ResourceQuota', judgeResourceQuota],
  ['/v1/Secret', judgeSecret],
  ['/v1/Service', judgeService],
  ['/v1/ServiceAccount', judgeServiceAccount],
]);
