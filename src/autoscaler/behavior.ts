import type { Tolerances } from './calculation.js';
import { doubleOf } from './quantity.js';

export interface ScalingPolicy {
  readonly type: 'Pods' | 'Percent';
  readonly value: number;
  readonly periodSeconds: number;
}

/** HPAScalingRules of autoscaling/v2, as a user may write them. */
export interface WrittenRules {
  readonly stabilizationWindowSeconds?: number | null;
  readonly selectPolicy?: 'Max' | 'Min' | 'Disabled' | null;
  readonly policies?: readonly ScalingPolicy[] | null;
  /** A quantity: "0.05", "50m". In force only where the feature gate HPAConfigurableTolerance is on. */
  readonly tolerance?: string | number | null;
}

/** spec.behavior of autoscaling/v2. Absent and `{}` are different things: see `defaultBehavior`. */
export interface WrittenBehavior {
  readonly scaleUp?: WrittenRules | null;
  readonly scaleDown?: WrittenRules | null;
}

/** Rules after the API's defaulting. */
export interface ScalingRules {
  /** Absent only for scaleDown: then the controller's flag is the window. */
  readonly stabilizationWindowSeconds?: number;
  readonly selectPolicy: 'Max' | 'Min' | 'Disabled';
  readonly policies: readonly ScalingPolicy[];
  readonly tolerance?: string;
}

export interface Behavior {
  readonly scaleUp: ScalingRules;
  readonly scaleDown: ScalingRules;
}

const upDefaults: ScalingRules = {
  stabilizationWindowSeconds: 0,
  selectPolicy: 'Max',
  policies: [
    { type: 'Pods', value: 4, periodSeconds: 15 },
    { type: 'Percent', value: 100, periodSeconds: 15 },
  ],
};
const downDefaults: ScalingRules = {
  selectPolicy: 'Max',
  policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }],
};

function defaultRules(written: WrittenRules | null | undefined, defaults: ScalingRules): ScalingRules {
  const window = written?.stabilizationWindowSeconds ?? defaults.stabilizationWindowSeconds;
  const tolerance = written?.tolerance ?? undefined;
  return {
    ...(window === undefined ? {} : { stabilizationWindowSeconds: window }),
    selectPolicy: written?.selectPolicy ?? defaults.selectPolicy,
    policies: written?.policies ?? defaults.policies,
    ...(tolerance === undefined ? {} : { tolerance: String(tolerance) }),
  };
}

/**
 * Behavior as the API server stores it: null stays null, and what is there is filled in on both sides.
 * Upstream: pkg/apis/autoscaling/v2/defaults.go, `SetDefaults_HorizontalPodAutoscalerBehavior`.
 */
export function defaultBehavior(written: WrittenBehavior | null | undefined): Behavior | null {
  if (written === null || written === undefined) return null;
  return {
    scaleUp: defaultRules(written.scaleUp, upDefaults),
    scaleDown: defaultRules(written.scaleDown, downDefaults),
  };
}

/**
 * Tolerances in force: the controller's flag, or per direction what the HPA says where the feature gate
 * HPAConfigurableTolerance is on (off by default in 1.34, on since 1.35).
 * Upstream: horizontal.go, `tolerancesForHpa`.
 */
export function tolerancesOf(behavior: Behavior | null, flag: number, configurable: boolean): Tolerances {
  const of = (tolerance: string | undefined): number =>
    configurable && tolerance !== undefined ? (doubleOf(tolerance) ?? flag) : flag;
  return { down: of(behavior?.scaleDown.tolerance), up: of(behavior?.scaleUp.tolerance) };
}
