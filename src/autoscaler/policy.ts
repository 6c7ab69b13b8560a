import type { ScalingPolicy, ScalingRules } from './behavior.js';
import type { Memory, ScaleEvent } from './memory.js';

/** An event exactly one period old does not count. Upstream: horizontal.go, `getReplicasChangePerPeriod`. */
function changed(events: readonly ScaleEvent[], now: number, periodSeconds: number): number {
  let sum = 0;
  for (const { at, change } of events) if (at > now - periodSeconds) sum += change;
  return sum;
}

/** The size at the start of the policy's period, as the remembered events tell it. */
function startOf(policy: ScalingPolicy, current: number, memory: Memory, now: number): number {
  const added = changed(memory.scaleUpEvents, now, policy.periodSeconds);
  const removed = changed(memory.scaleDownEvents, now, policy.periodSeconds);
  return current - added + removed;
}

/**
 * The most replicas that the policies allow, before it is held against current, min and max. Percentages are float
 * arithmetic as upstream writes it: 100 and 10 % make 111.
 * Upstream: horizontal.go, `calculateScaleUpLimitWithScalingRules`.
 */
export function scaleUpLimit(rules: ScalingRules, current: number, memory: Memory, now: number): number {
  if (rules.selectPolicy === 'Disabled') return current;
  const limits = rules.policies.map((policy) => {
    const start = startOf(policy, current, memory, now);
    return policy.type === 'Pods' ? start + policy.value : Math.ceil(start * (1 + policy.value / 100)) + 0;
  });
  return rules.selectPolicy === 'Min' ? Math.min(2 ** 31 - 1, ...limits) : Math.max(-(2 ** 31), ...limits);
}

/**
 * The fewest replicas that the policies allow, before it is held against current, min and max. Percentages are float
 * arithmetic, cut off: 10 less 90 % makes 0.
 * Upstream: horizontal.go, `calculateScaleDownLimitWithBehaviors`.
 */
export function scaleDownLimit(rules: ScalingRules, current: number, memory: Memory, now: number): number {
  if (rules.selectPolicy === 'Disabled') return current;
  const limits = rules.policies.map((policy) => {
    const start = startOf(policy, current, memory, now);
    return policy.type === 'Pods' ? start - policy.value : Math.trunc(start * (1 - policy.value / 100)) + 0;
  });
  return rules.selectPolicy === 'Min' ? Math.max(-(2 ** 31), ...limits) : Math.min(2 ** 31 - 1, ...limits);
}

/** Without behavior a size may double, or go to four. Upstream: horizontal.go, `calculateScaleUpLimit`. */
export function plainScaleUpLimit(current: number): number {
  return Math.max(2 * current, 4);
}
