/** The autoscaler under test. Its scale target is read from its own spec, never guessed from names. */
export interface AutoscalerTarget {
  readonly namespace: string;
  readonly name: string;
}

/** A condition as the API gives it; `lastTransition` in milliseconds since the epoch, null when it is not set. */
export interface ObservedCondition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly message: string;
  readonly lastTransition: number | null;
}

/** An autoscaler at one instant. `spec` and `currentMetrics` keep the API's own form (autoscaling/v2) for the shadow. */
export interface ObservedAutoscaler {
  readonly uid: string;
  readonly generation: number;
  /** Changes with every status that the controller writes: two rows with the same one show the same decision. */
  readonly resourceVersion: string;
  readonly minReplicas: number;
  readonly maxReplicas: number;
  readonly scaleTargetRef: { readonly kind: string; readonly name: string };
  readonly metrics: readonly unknown[];
  readonly behavior: unknown | null;
  readonly currentReplicas: number;
  readonly desiredReplicas: number;
  /** Milliseconds since the epoch; null when it never scaled. */
  readonly lastScaleTime: number | null;
  readonly conditions: readonly ObservedCondition[];
  readonly currentMetrics: readonly unknown[];
}

/** The scale subresource, and what tells a rollout from a scaling: generation and template of the workload. */
export interface ObservedScale {
  readonly specReplicas: number;
  readonly statusReplicas: number;
  readonly selector: string;
  readonly generation: number;
  readonly observedGeneration: number;
  /** Hash of the pod template in the workload's spec; another one is a rollout. */
  readonly templateHash: string;
  /** Who wrote `spec.replicas` last, from the managed fields (`kube-controller-manager`, `kubectl-scale` …); null if nobody is named. */
  readonly replicasManager: string | null;
}

/** One container; amounts are milli-units (CPU 250 = 0.25 cores; memory in milli-bytes), null when not set. */
export interface ObservedContainer {
  readonly name: string;
  readonly cpuRequestMilli: number | null;
  readonly cpuLimitMilli: number | null;
  readonly memoryRequestMilli: number | null;
  readonly memoryLimitMilli: number | null;
  /** `Always` marks a sidecar among the init containers. */
  readonly restartPolicy: string | null;
  readonly restarts: number;
}

export interface ObservedPod {
  readonly name: string;
  readonly phase: string;
  readonly deleting: boolean;
  /** Name of the controlling ReplicaSet (or other owner): two among living pods are a rollout on its way. */
  readonly owner: string | null;
  readonly node: string | null;
  readonly ip: string | null;
  /** Milliseconds since the epoch; `status.startTime`. */
  readonly startTime: number | null;
  readonly ready: { readonly status: string; readonly lastTransition: number | null } | null;
  readonly containers: readonly ObservedContainer[];
  readonly initContainers: readonly ObservedContainer[];
}

/** One pod in the metrics API; usage per container in milli-units, rounded up as the controller does. */
export interface ObservedSample {
  readonly pod: string;
  /** Milliseconds since the epoch: the end of the window. */
  readonly timestamp: number;
  readonly windowSeconds: number;
  readonly containers: readonly { readonly name: string; readonly cpuMilli: number; readonly memoryMilli: number }[];
}

/** An event about the autoscaler, its workload or the workload's pods. Foreign text. */
export interface ObservedEvent {
  readonly uid: string;
  readonly object: string;
  readonly type: string;
  readonly reason: string;
  readonly message: string;
  readonly count: number;
  /** Milliseconds since the epoch of the last occurrence. */
  readonly at: number;
}

/** All that was seen in one look. Parts that the cluster does not have are null, not left out: absence is a finding. */
export interface ObservedRow {
  /** Milliseconds since the epoch at which the look began, and at which its last answer came. */
  readonly at: number;
  readonly until: number;
  readonly autoscaler: ObservedAutoscaler | null;
  readonly scale: ObservedScale | null;
  readonly pods: readonly ObservedPod[];
  /** What metrics.k8s.io answered; `error` where it did not answer (metrics-server absent, no sample yet). */
  readonly metrics: { readonly samples: readonly ObservedSample[]; readonly error: string | null };
  /** Events newer than ten minutes, oldest first. */
  readonly events: readonly ObservedEvent[];
}

/** A pod's CPU counter as the kubelet has it: finer than metrics.k8s.io, for calibration and for per-pod balance. */
export interface CpuCounter {
  readonly pod: string;
  /** Cumulative CPU seconds of all its containers. */
  readonly cpuSeconds: number;
  /** Milliseconds since the epoch at which the kubelet took it. Two looks may give the same sample. */
  readonly timestamp: number;
}

/** Room for more pods, so that a target that cannot be reached is said before load is sent. */
export interface ClusterRoom {
  /** Schedulable, ready nodes: what is allocatable, less what running pods request. */
  readonly nodes: readonly {
    readonly name: string;
    readonly freeCpuMilli: number;
    readonly freeMemoryMilli: number;
    readonly freePods: number;
  }[];
  /** What quotas of the namespace leave; null where no quota limits it. */
  readonly quota: {
    readonly pods: number | null;
    readonly cpuRequestMilli: number | null;
    readonly memoryRequestMilli: number | null;
  };
}

/**
 * Watches one autoscaler. Each call looks once and takes well under a second.
 * Throws `GateError` (`API_UNREACHABLE`, `API_REFUSED`) when it could not look; what is absent is null in the row.
 */
export interface AutoscalerObserver {
  observe(target: AutoscalerTarget, signal: AbortSignal): Promise<ObservedRow>;
  /** Absent where the kubelet's counters cannot be read; calibration then takes the metrics API's samples. */
  cpuCounters?(target: AutoscalerTarget, signal: AbortSignal): Promise<readonly CpuCounter[]>;
  room(target: AutoscalerTarget, signal: AbortSignal): Promise<ClusterRoom>;
}
