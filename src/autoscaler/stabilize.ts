import type { Behavior } from './behavior.js';
import { type Recommendation, store } from './memory.js';

export interface Stabilized {
  readonly replicas: number;
  /** With the proposal remembered as it was before stabilisation. */
  readonly recommendations: readonly Recommendation[];
  /** Reason of AbleToScale where the windows held the proposal back. */
  readonly heldReason: 'ScaleUpStabilized' | 'ScaleDownStabilized';
}

/**
 * The highest recommendation of the window. One that is exactly a window old still counts.
 * Upstream: horizontal.go, `stabilizeRecommendation`.
 *
 * @param windowSeconds --horizontal-pod-autoscaler-downscale-stabilization
 */
export function stabilizePlain(
  recommendations: readonly Recommendation[],
  desired: number,
  now: number,
  windowSeconds: number,
): Stabilized {
  const cutoff = now - windowSeconds;
  const young = recommendations.filter(({ at }) => at >= cutoff).map(({ replicas }) => replicas);
  return {
    replicas: Math.max(desired, ...young),
    recommendations: store(recommendations, { at: now, replicas: desired }, ({ at }) => at < cutoff),
    heldReason: 'ScaleDownStabilized',
  };
}

/**
 * Holds a rise down to the lowest recommendation of the up window, and a fall up to the highest of the down window.
 * One that is exactly a window old does not count, and its slot is not free either.
 * Upstream: horizontal.go, `stabilizeRecommendationWithBehaviors`.
 *
 * @param downscaleStabilizationSeconds the flag; the window where behavior.scaleDown names none.
 */
export function stabilizeWithBehavior(
  recommendations: readonly Recommendation[],
  { scaleUp, scaleDown }: Behavior,
  current: number,
  desired: number,
  now: number,
  downscaleStabilizationSeconds: number,
): Stabilized {
  const upCutoff = now - (scaleUp.stabilizationWindowSeconds ?? 0);
  const downCutoff = now - (scaleDown.stabilizationWindowSeconds ?? downscaleStabilizationSeconds);
  let [up, down] = [desired, desired];
  for (const { at, replicas } of recommendations) {
    if (at > upCutoff) up = Math.min(up, replicas);
    if (at > downCutoff) down = Math.max(down, replicas);
  }
  const isOld = ({ at }: Recommendation): boolean => at < upCutoff && at < downCutoff;
  return {
    replicas: Math.min(Math.max(current, up), down),
    recommendations: store(recommendations, { at: now, replicas: desired }, isOld),
    heldReason: desired >= current ? 'ScaleUpStabilized' : 'ScaleDownStabilized',
  };
}
