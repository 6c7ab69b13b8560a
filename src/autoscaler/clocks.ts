import type { ControllerFlags } from './autoscaler.js';

/** Every clock between a load and the size that answers it. Seconds. */
export interface ClockSettings {
  /** --horizontal-pod-autoscaler-sync-period */
  readonly syncPeriodSeconds: number;
  /** --metric-resolution of metrics-server. */
  readonly metricResolutionSeconds: number;
  /** --horizontal-pod-autoscaler-downscale-stabilization; behavior.scaleDown may name another window. */
  readonly downscaleStabilizationSeconds: number;
  readonly cpuInitializationPeriodSeconds: number;
  readonly initialReadinessDelaySeconds: number;
  /** --housekeeping-interval of the kubelet: a container is measured every one to two of them. */
  readonly housekeepingSeconds: number;
}

/** Kubernetes 1.34 and metrics-server's manifest, with nothing set. */
export const productionClocks: ClockSettings = {
  syncPeriodSeconds: 15,
  metricResolutionSeconds: 15,
  downscaleStabilizationSeconds: 300,
  cpuInitializationPeriodSeconds: 300,
  initialReadinessDelaySeconds: 30,
  housekeepingSeconds: 10,
};

/**
 * Shortened clocks for an ephemeral cluster, as the gate sets them. metrics-server takes no resolution under 10 s; a container that is younger
 * than that has no sample. The window is no multiple of the sync period: on the edge of one, jitter alone would decide whether a
 * recommendation still counts.
 */
export const quickClocks: ClockSettings = {
  syncPeriodSeconds: 5,
  metricResolutionSeconds: 10,
  downscaleStabilizationSeconds: 17,
  cpuInitializationPeriodSeconds: 30,
  initialReadinessDelaySeconds: 30,
  housekeepingSeconds: 5,
};

export function flagsOf(clocks: ClockSettings): ControllerFlags {
  const { downscaleStabilizationSeconds, cpuInitializationPeriodSeconds, initialReadinessDelaySeconds } = clocks;
  return { downscaleStabilizationSeconds, cpuInitializationPeriodSeconds, initialReadinessDelaySeconds };
}
