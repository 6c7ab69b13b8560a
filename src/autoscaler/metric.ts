import type { Sample } from './sample.js';

/** One entry of spec.metrics. Targets are whole percent for utilisation, otherwise milli. */
export type Metric =
  | { readonly kind: 'ResourceUtilization'; readonly resource: string; readonly target: number }
  | { readonly kind: 'ResourceAverageValue'; readonly resource: string; readonly target: bigint }
  | {
      readonly kind: 'ContainerResourceUtilization';
      readonly resource: string;
      readonly container: string;
      readonly target: number;
    }
  | {
      readonly kind: 'ContainerResourceAverageValue';
      readonly resource: string;
      readonly container: string;
      readonly target: bigint;
    }
  | { readonly kind: 'Pods'; readonly name: string; readonly target: bigint }
  | {
      readonly kind: 'ObjectValue' | 'ObjectAverageValue';
      readonly name: string;
      /** The described object. */
      readonly object: { readonly kind: string; readonly name: string };
      readonly target: bigint;
    }
  | { readonly kind: 'ExternalValue' | 'ExternalAverageValue'; readonly name: string; readonly target: bigint };

/** What the metrics API gave for one metric at one sync. */
export type Reading =
  | { readonly samples: readonly Sample[] }
  /** The total of an object's metric, milli. */
  | { readonly value: bigint }
  /** Every series of an external metric, milli. */
  | { readonly values: readonly bigint[] }
  /** The metrics client failed with these words. */
  | { readonly error: string };

/** What status.currentMetrics says of one metric; null where it failed. */
export interface CurrentMetric {
  /** Whole percent; null where the target is no utilisation. */
  readonly utilizationPercent: number | null;
  readonly milli: bigint | null;
}
