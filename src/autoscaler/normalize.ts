import type { Behavior } from './behavior.js';
import type { AbleToScaleReason, Condition, ScalingLimitedReason } from './condition.js';
import type { Memory } from './memory.js';
import { plainScaleUpLimit, scaleDownLimit, scaleUpLimit } from './policy.js';
import { stabilizePlain, stabilizeWithBehavior } from './stabilize.js';

/** What an HPA allows. */
export interface Limits {
  readonly min: number;
  readonly max: number;
  /** After defaulting; null is the older path without behavior. */
  readonly behavior: Behavior | null;
  /** The controller's flag, seconds. */
  readonly downscaleStabilizationSeconds: number;
}

export interface Normalized {
  readonly replicas: number;
  /** After the stabilisation windows only. */
  readonly stabilized: number;
  /** The rate limit before it is held against current, min and max; null where behavior has nothing to limit. */
  readonly rateLimit: number | null;
  readonly ableToScale: Condition<AbleToScaleReason>;
  readonly scalingLimited: Condition<ScalingLimitedReason>;
  readonly memory: Memory;
}

interface Limited {
  readonly replicas: number;
  readonly rateLimit: number | null;
  readonly reason: ScalingLimitedReason;
}

/** Upstream: horizontal.go, `convertDesiredReplicasWithRules`. */
function limitPlain({ min, max }: Limits, current: number, desired: number): Limited {
  const rateLimit = plainScaleUpLimit(current);
  const most = Math.min(max, rateLimit);
  if (desired < min) return { replicas: min, rateLimit, reason: 'TooFewReplicas' };
  if (desired > most)
    return { replicas: most, rateLimit, reason: max > rateLimit ? 'ScaleUpLimit' : 'TooManyReplicas' };
  return { replicas: desired, rateLimit, reason: 'DesiredWithinRange' };
}

function limitRise({ max }: Limits, rateLimit: number, current: number, desired: number): Limited {
  const allowed = Math.max(rateLimit, current);
  const most = Math.min(max, allowed);
  if (desired <= most) return { replicas: desired, rateLimit, reason: 'DesiredWithinRange' };
  return { replicas: most, rateLimit, reason: max > allowed ? 'ScaleUpLimit' : 'TooManyReplicas' };
}

function limitFall({ min }: Limits, rateLimit: number, current: number, desired: number): Limited {
  const allowed = Math.min(rateLimit, current);
  const fewest = Math.max(min, allowed);
  if (desired >= fewest) return { replicas: desired, rateLimit, reason: 'DesiredWithinRange' };
  return { replicas: fewest, rateLimit, reason: min < allowed ? 'ScaleDownLimit' : 'TooFewReplicas' };
}

/** Upstream: horizontal.go, `convertDesiredReplicasWithBehaviorRate`. A size that stays is not even held to min. */
function limitWithBehavior(
  limits: Limits,
  behavior: Behavior,
  memory: Memory,
  current: number,
  desired: number,
  now: number,
): Limited {
  if (desired > current) {
    return limitRise(limits, scaleUpLimit(behavior.scaleUp, current, memory, now), current, desired);
  }
  if (desired < current) {
    return limitFall(limits, scaleDownLimit(behavior.scaleDown, current, memory, now), current, desired);
  }
  return { replicas: desired, rateLimit: null, reason: 'DesiredWithinRange' };
}

/**
 * From what the metrics ask for to what is written: stabilisation windows, rate policies, min and max.
 * Upstream: horizontal.go, `normalizeDesiredReplicas` and `normalizeDesiredReplicasWithBehaviors`.
 *
 * @param desired the proposal, before any limit.
 * @param now seconds, on the clock of the memory.
 */
export function normalize(limits: Limits, memory: Memory, current: number, desired: number, now: number): Normalized {
  const { behavior, downscaleStabilizationSeconds: window } = limits;
  const { replicas, recommendations, heldReason } =
    behavior === null
      ? stabilizePlain(memory.recommendations, desired, now, window)
      : stabilizeWithBehavior(memory.recommendations, behavior, current, desired, now, window);
  const limited =
    behavior === null
      ? limitPlain(limits, current, replicas)
      : limitWithBehavior(limits, behavior, memory, current, replicas, now);
  return {
    replicas: limited.replicas,
    stabilized: replicas,
    rateLimit: limited.rateLimit,
    ableToScale: { status: 'True', reason: replicas === desired ? 'ReadyForNewScale' : heldReason },
    scalingLimited: { status: limited.replicas === replicas ? 'False' : 'True', reason: limited.reason },
    memory: { ...memory, recommendations },
  };
}
