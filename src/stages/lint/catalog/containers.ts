import type { Rule } from '../rule.js';
import { barePod } from '../rules/bare-pod.js';
import { capabilitiesAdded } from '../rules/capabilities-added.js';
import { capabilitiesKept } from '../rules/capabilities-kept.js';
import { cpuLimitMissing } from '../rules/cpu-limit-missing.js';
import { cpuRequestMissing } from '../rules/cpu-request-missing.js';
import { cronjobDeadline } from '../rules/cronjob-deadline.js';
import { defaultNamespace } from '../rules/default-namespace.js';
import { defaultServiceAccount } from '../rules/default-service-account.js';
import { dockerSocket } from '../rules/docker-socket.js';
import { ephemeralStorageMissing } from '../rules/ephemeral-storage-missing.js';
import { hostAliases } from '../rules/host-aliases.js';
import { hostIpc } from '../rules/host-ipc.js';
import { hostNetwork } from '../rules/host-network.js';
import { hostPath } from '../rules/host-path.js';
import { hostPathSensitive } from '../rules/host-path-sensitive.js';
import { hostPid } from '../rules/host-pid.js';
import { hostPort } from '../rules/host-port.js';
import { hostProcess } from '../rules/host-process.js';
import { imageRegistry } from '../rules/image-registry.js';
import { imageTag } from '../rules/image-tag.js';
import { instanceLabelMismatch } from '../rules/instance-label-mismatch.js';
import { jobTtl } from '../rules/job-ttl.js';
import { livenessMissing } from '../rules/liveness-missing.js';
import { lowUserId } from '../rules/low-user-id.js';
import { memoryLimitMissing } from '../rules/memory-limit-missing.js';
import { memoryRequestMissing } from '../rules/memory-request-missing.js';
import { portNameDuplicate } from '../rules/port-name-duplicate.js';
import { priorityClassMissing } from '../rules/priority-class-missing.js';
import { privilegeEscalation } from '../rules/privilege-escalation.js';
import { privileged } from '../rules/privileged.js';
import { privilegedPort } from '../rules/privileged-port.js';
import { probesIdentical } from '../rules/probes-identical.js';
import { procMount } from '../rules/proc-mount.js';
import { readOnlyRoot } from '../rules/read-only-root.js';
import { readinessMissing } from '../rules/readiness-missing.js';
import { restartPolicy } from '../rules/restart-policy.js';
import { runAsRoot } from '../rules/run-as-root.js';
import { seccompMissing } from '../rules/seccomp-missing.js';
import { serviceAccountField } from '../rules/service-account-field.js';
import { serviceMonitorNoService } from '../rules/service-monitor-no-service.js';
import { shutdownAbrupt } from '../rules/shutdown-abrupt.js';
import { singleReplica } from '../rules/single-replica.js';
import { spreadMissing } from '../rules/spread-missing.js';
import { sshPort } from '../rules/ssh-port.js';
import { strategyRecreate } from '../rules/strategy-recreate.js';
import { tokenAutomounted } from '../rules/token-automounted.js';
import { unsafeSysctl } from '../rules/unsafe-sysctl.js';

export const containersRules: readonly Rule[] = [
  barePod,
  capabilitiesAdded,
  capabilitiesKept,
  cpuLimitMissing,
  cpuRequestMissing,
  cronjobDeadline,
  defaultNamespace,
  defaultServiceAccount,
  dockerSocket,
  ephemeralStorageMissing,
  hostAliases,
  hostIpc,
  hostNetwork,
  hostPathSensitive,
  hostPath,
  hostPid,
  hostPort,
  hostProcess,
  imageRegistry,
  imageTag,
  instanceLabelMismatch,
  jobTtl,
  livenessMissing,
  lowUserId,
  memoryLimitMissing,
  memoryRequestMissing,
  portNameDuplicate,
  priorityClassMissing,
  privilegeEscalation,
  privilegedPort,
  privileged,
  probesIdentical,
  procMount,
  readOnlyRoot,
  readinessMissing,
  restartPolicy,
  runAsRoot,
  seccompMissing,
  serviceAccountField,
  serviceMonitorNoService,
  shutdownAbrupt,
  singleReplica,
  spreadMissing,
  sshPort,
  strategyRecreate,
  tokenAutomounted,
  unsafeSysctl,
];
