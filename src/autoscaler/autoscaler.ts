import type { Behavior } from './behavior.js';
import type { Tolerances } from './calculation.js';
import type { Conditions, ControllerEvent } from './condition.js';
import type { Memory } from './memory.js';
import type { CurrentMetric, Metric, Reading } from './metric.js';
import type { Pod } from './pod.js';

/** Flags of kube-controller-manager that decide. Seconds. */
export interface ControllerFlags {
  readonly downscaleStabilizationSeconds: number;
  readonly cpuInitializationPeriodSeconds: number;
  readonly initialReadinessDelaySeconds: number;
}

/** The flags' defaults. Upstream: pkg/controller/podautoscaler/config/v1alpha1/defaults.go. */
export const defaultFlags: ControllerFlags = {
  downscaleStabilizationSeconds: 300,
  cpuInitializationPeriodSeconds: 300,
  initialReadinessDelaySeconds: 30,
};

/** A HorizontalPodAutoscaler, after defaulting. */
export interface Autoscaler {
  /** For error and event texts only. */
  readonly namespace: string;
  /** For error texts only: "Deployment/ns/web". */
  readonly target: string;
  readonly min: number;
  readonly max: number;
  readonly metrics: readonly Metric[];
  readonly behavior: Behavior | null;
  readonly tolerances: Tolerances;
  readonly flags: ControllerFlags;
}

/** What the controller reads at one sync. */
export interface Observation {
  /** Seconds. */
  readonly now: number;
  readonly specReplicas: number;
  readonly statusReplicas: number;
  readonly pods: readonly Pod[];
  /** One per metric, in the order of the spec. */
  readonly readings: readonly Reading[];
  /** Why the selector of the scale subresource cannot be used, in the controller's words. */
  readonly selectorFault?: { readonly reason: 'InvalidSelector' | 'AmbiguousSelector'; readonly message: string };
}

/** What the HPA's status keeps from sync to sync. */
export interface AutoscalerStatus {
  /** Kept from before when metrics fail. */
  readonly desiredReplicas: number;
  readonly conditions: Conditions;
  /** Null where a metric failed; empty when the sync asked none. */
  readonly currentMetrics: readonly (CurrentMetric | null)[];
  readonly lastScaleTime: number | null;
}

export const initialStatus: AutoscalerStatus = {
  desiredReplicas: 0,
  conditions: {},
  currentMetrics: [],
  lastScaleTime: null,
};

export interface Sync {
  /** Per metric, null = failed; the whole is null when the sync asks no metric. */
  readonly proposals: readonly (number | null)[] | null;
  /** The size that is written; null where none is. */
  readonly rescaleTo: number | null;
  readonly status: AutoscalerStatus;
  readonly events: readonly ControllerEvent[];
  readonly error: string | null;
  readonly memory: Memory;
}
