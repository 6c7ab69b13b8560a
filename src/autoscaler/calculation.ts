/** What one metric asks for, before any limit. */
export type Calculation =
  | {
      /** Not clamped; may be negative. */
      readonly replicas: number;
      /** Whole percent of the request; utilisation targets only. */
      readonly utilizationPercent?: number;
      /**
       * Milli. Average per pod with a sample, before missing and unready pods are filled in; the total for objects and
       * external metrics; null where upstream divides by zero.
       */
      readonly usageMilli: bigint | null;
    }
  | {
      /** The controller's own words. */
      readonly error: string;
    };

/** Tolerances as fractions; inside is `1 - down <= ratio <= 1 + up`, both ends included. */
export interface Tolerances {
  readonly down: number;
  readonly up: number;
}

/** Upstream: replica_calculator.go, `Tolerances.isWithin`. */
export function isWithin({ down, up }: Tolerances, ratio: number): boolean {
  return 1 - down <= ratio && ratio <= 1 + up;
}

/** Rounds up as the controller does, without JavaScript's negative zero. */
export function roundUp(value: number): number {
  return Math.ceil(value) + 0;
}

/** Times of the controller's flags that decide whether a young pod's CPU sample counts, seconds. */
export interface ReadinessClock {
  readonly now: number;
  /** --horizontal-pod-autoscaler-cpu-initialization-period */
  readonly cpuInitializationPeriodSeconds: number;
  /** --horizontal-pod-autoscaler-initial-readiness-delay */
  readonly initialReadinessDelaySeconds: number;
}
