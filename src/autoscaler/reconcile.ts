import type { Autoscaler, AutoscalerStatus, Observation, Sync } from './autoscaler.js';
import type { Conditions } from './condition.js';
import { type Memory, rememberScale, seedMemory } from './memory.js';
import type { CurrentMetric } from './metric.js';
import { normalize } from './normalize.js';
import type { Proposal } from './proposal.js';
import { type Asked, ask } from './proposals.js';

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
