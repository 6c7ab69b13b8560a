import type { Behavior } from './behavior.js';
import type { Tolerances } from './calculation.js';
import type { Conditions, ControllerEvent, ScalingActiveReason } from './condition.js';
import { type Memory, rememberScale, seedMemory } from './memory.js';
import type { CurrentMetric, Metric, Reading } from './metric.js';
import { normalize } from './normalize.js';
import type { Pod } from './pod.js';
import { type Proposal, propose } from './proposal.js';

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

interface Asked {
  readonly proposals: readonly Proposal[];
  readonly events: readonly ControllerEvent[];
  readonly active: { readonly status: 'True' | 'False'; readonly reason: ScalingActiveReason };
  /** The largest proposal; null where the controller does not dare to use it. */
  readonly best: { readonly replicas: number; readonly name: string } | null;
  readonly error: string | null;
}

/** The highest proposal wins; one that failed only forbids to go down. Upstream: `computeReplicasForMetrics`. */
function ask(autoscaler: Autoscaler, { now, readings, ...scene }: Observation): Asked {
  if (scene.selectorFault !== undefined) {
    const { reason, message } = scene.selectorFault;
    const events = [{ type: 'Warning', reason, message }] as const;
    return { proposals: [], events, active: { status: 'False', reason }, best: null, error: message };
  }
  const { namespace, tolerances, flags, metrics } = autoscaler;
  const whole = { ...scene, namespace, tolerances, clock: { now, ...flags } };
  const proposals = metrics.map((metric, index) =>
    propose(metric, readings[index] ?? { error: `metric ${index} was not read` }, whole),
  );
  const failed = proposals.filter((proposal) => 'error' in proposal);
  const events = failed.map(({ reason, message }) => ({ type: 'Warning', reason, message }) as const);
  let best = { replicas: 0, name: '' };
  for (const proposal of proposals) {
    if ('error' in proposal) continue;
    if (best.replicas === 0 || proposal.replicas > best.replicas) best = proposal;
  }
  const [first] = failed;
  if (first === undefined) {
    return { proposals, events, best, active: { status: 'True', reason: 'ValidMetricFound' }, error: null };
  }
  const error = `invalid metrics (${failed.length} invalid out of ${metrics.length}), first error is: ${first.error}`;
  if (failed.length === metrics.length || best.replicas < scene.specReplicas) {
    return { proposals, events, best: null, active: { status: 'False', reason: first.reason }, error };
  }
  return { proposals, events, best, active: { status: 'True', reason: 'ValidMetricFound' }, error };
}

const replicasOf = (proposal: Proposal): number | null => ('error' in proposal ? null : proposal.replicas);
const currentOf = (proposal: Proposal): CurrentMetric | null =>
  'error' in proposal ? null : { utilizationPercent: proposal.utilizationPercent, milli: proposal.usageMilli };

interface Turn {
  readonly autoscaler: Autoscaler;
  readonly observation: Observation;
  readonly memory: Memory;
  readonly before: AutoscalerStatus;
  readonly conditions: Conditions;
}

/** Writes a new size, or leaves it. Upstream: the second half of `reconcileAutoscaler`. */
function write(
  { autoscaler, observation: { now, specReplicas }, before }: Turn,
  decision: {
    readonly replicas: number;
    readonly reason: string;
    readonly memory: Memory;
    readonly conditions: Conditions;
    readonly asked?: Asked;
  },
): Sync {
  const { replicas, reason, memory, asked } = decision;
  const rescale = replicas !== specReplicas;
  const rescaled = {
    type: 'Normal',
    reason: 'SuccessfulRescale',
    message: `New size: ${replicas}; reason: ${reason}`,
  } as const;
  return {
    proposals: asked?.proposals.map(replicasOf) ?? null,
    rescaleTo: rescale ? replicas : null,
    status: {
      desiredReplicas: replicas,
      conditions: rescale
        ? { ...decision.conditions, AbleToScale: { status: 'True', reason: 'SucceededRescale' } }
        : decision.conditions,
      currentMetrics: asked?.proposals.map(currentOf) ?? [],
      lastScaleTime: rescale ? now : before.lastScaleTime,
    },
    events: [...(asked?.events ?? []), ...(rescale ? [rescaled] : [])],
    error: asked?.error ?? null,
    memory: rescale ? rememberScale(memory, autoscaler.behavior, now, specReplicas, replicas) : memory,
  };
}

/** No usable proposal: nothing is written but the status. */
function giveUp({ autoscaler, memory, before, conditions }: Turn, asked: Asked): Sync {
  const error = asked.error ?? '';
  return {
    proposals: asked.proposals.map(replicasOf),
    rescaleTo: null,
    status: {
      ...before,
      conditions: { ...conditions, ScalingActive: asked.active },
      currentMetrics: asked.proposals.map(currentOf),
    },
    events: [...asked.events, { type: 'Warning', reason: 'FailedComputeMetricsReplicas', message: error }],
    error: `failed to compute desired number of replicas based on listed metrics for ${autoscaler.target}: ${error}`,
    memory,
  };
}

function byMetrics(turn: Turn): Sync {
  const { autoscaler, observation, memory, conditions } = turn;
  const { now, specReplicas: current } = observation;
  const asked = ask(autoscaler, observation);
  if (asked.best === null) return giveUp(turn, asked);
  const desired = Math.max(0, asked.best.replicas);
  const above = `${asked.best.replicas > 0 ? asked.best.name : ''} above target`;
  const reason = desired > current ? above : desired < current ? 'All metrics below target' : '';
  const limits = {
    ...autoscaler,
    downscaleStabilizationSeconds: autoscaler.flags.downscaleStabilizationSeconds,
  };
  const normalized = normalize(limits, memory, current, desired, now);
  return write(turn, {
    replicas: normalized.replicas,
    reason,
    memory: normalized.memory,
    conditions: {
      ...conditions,
      AbleToScale: normalized.ableToScale,
      ScalingActive: asked.active,
      ScalingLimited: normalized.scalingLimited,
    },
    asked,
  });
}

/**
 * One sync of one HPA: what it remembers, says and writes.
 *
 * A size outside [min, max] is mended at once, without metrics or policies; a size of 0 where min is not 0 switches the
 * autoscaler off. Upstream: horizontal.go, `reconcileAutoscaler` (1.34.4).
 */
export function reconcile(
  autoscaler: Autoscaler,
  before: AutoscalerStatus,
  oldMemory: Memory,
  observation: Observation,
): Sync {
  const { now, specReplicas: current } = observation;
  const { min, max } = autoscaler;
  const memory = seedMemory(oldMemory, now, current);
  const conditions: Conditions = {
    ...before.conditions,
    AbleToScale: { status: 'True', reason: 'SucceededGetScale' },
  };
  const turn = { autoscaler, observation, memory, before, conditions };
  if (current === 0 && min !== 0) {
    const disabled: Conditions = { ...conditions, ScalingActive: { status: 'False', reason: 'ScalingDisabled' } };
    return write(turn, { replicas: 0, reason: '', memory, conditions: disabled });
  }
  if (current > max) {
    return write(turn, {
      replicas: max,
      reason: 'Current number of replicas above Spec.MaxReplicas',
      memory,
      conditions,
    });
  }
  if (current < min) {
    return write(turn, {
      replicas: min,
      reason: 'Current number of replicas below Spec.MinReplicas',
      memory,
      conditions,
    });
  }
  return byMetrics(turn);
}
