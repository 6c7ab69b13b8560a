import type { AutoscalerStatus } from './autoscaler.js';
import type { Condition, Conditions, ConditionType } from './condition.js';
import { currentMetricOf } from './observation.js';
import type { ObservedHpa } from './timeline.js';

/** What one sync of a controller, live or shadow, came to. Plain data, comparable. */
export interface Outcome {
  /** spec.replicas that it found. */
  readonly current: number;
  readonly desired: number;
  /** "True ReadyForNewScale"; empty where the condition was never set. */
  readonly able: string;
  readonly active: string;
  readonly limited: string;
  /** Per metric "80% 400m", "400m", or "failed". */
  readonly metrics: readonly string[];
}

const words = (condition: Condition | undefined): string =>
  condition === undefined ? '' : `${condition.status} ${condition.reason}`;

function metricWords(current: AutoscalerStatus['currentMetrics'][number]): string {
  if (current === null) return 'failed';
  const percent = current.utilizationPercent === null ? '' : `${current.utilizationPercent}% `;
  return `${percent}${current.milli ?? '?'}m`;
}

export function outcomeOf(current: number, status: AutoscalerStatus): Outcome {
  const { conditions } = status;
  return {
    current,
    desired: status.desiredReplicas,
    able: words(conditions.AbleToScale),
    active: words(conditions.ScalingActive),
    limited: words(conditions.ScalingLimited),
    metrics: status.currentMetrics.map(metricWords),
  };
}

const types: readonly ConditionType[] = ['AbleToScale', 'ScalingActive', 'ScalingLimited'];

/** The live status in the port's words. */
export function statusOf({ status }: ObservedHpa): AutoscalerStatus {
  const conditions: { -readonly [Type in keyof Conditions]: Conditions[Type] } = {};
  for (const { type, status: value, reason } of status.conditions) {
    const known = types.find((each) => each === type);
    if (known !== undefined) conditions[known] = { status: value, reason };
  }
  return {
    desiredReplicas: status.desiredReplicas,
    conditions,
    currentMetrics: status.currentMetrics.map(currentMetricOf),
    lastScaleTime: status.lastScaleTime,
  };
}

export function observedOutcome(hpa: ObservedHpa): Outcome {
  return outcomeOf(hpa.status.currentReplicas, statusOf(hpa));
}

export function sameOutcome(a: Outcome, b: Outcome): boolean {
  return differencesOf(a, b).length === 0;
}

/** The fields in which two outcomes differ, as `field a ≠ b`. */
export function differencesOf(a: Outcome, b: Outcome): readonly string[] {
  const fields = ['current', 'desired', 'able', 'active', 'limited', 'metrics'] as const;
  return fields.flatMap((field) => {
    const [left, right] = [String(a[field]), String(b[field])];
    return left === right ? [] : [`${field} ${left || '(none)'} ≠ ${right || '(none)'}`];
  });
}
