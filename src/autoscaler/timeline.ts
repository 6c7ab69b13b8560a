import type { HpaSpec } from './hpa.js';
import type { PodPhase, ReadyCondition } from './pod.js';
import type { WideInteger } from './quantity.js';

/** One condition of the live HPA. */
export interface ObservedCondition {
  readonly type: string;
  readonly status: 'True' | 'False' | 'Unknown';
  readonly reason: string;
  readonly message?: string;
  /** Seconds since the epoch. */
  readonly lastTransition?: number;
}

/** The live HPA: `spec` is the API's own JSON, `status` what it says of itself. */
export interface ObservedHpa {
  readonly name: string;
  /** metadata.resourceVersion: changes with every status that the controller writes. */
  readonly resourceVersion: string;
  readonly spec: HpaSpec;
  readonly status: {
    readonly currentReplicas: number;
    /** 0 before the controller's first status. */
    readonly desiredReplicas: number;
    /** Seconds since the epoch; null before the first rescale. */
    readonly lastScaleTime: number | null;
    readonly conditions: readonly ObservedCondition[];
    /** status.currentMetrics: the API's own JSON, by type; only the values under `current` are read. */
    readonly currentMetrics: readonly ObservedCurrentMetric[];
  };
}

/** An entry of status.currentMetrics in autoscaling/v2. An entry that failed has an empty type. */
export interface ObservedCurrentMetric {
  readonly type: string;
  readonly [source: string]: unknown;
}

/** The scale subresource of the target. */
export interface ObservedScale {
  readonly spec: number;
  readonly status: number;
}

/** A container with its requests by resource name, milli (millicores, milli-bytes). */
export interface ObservedContainer {
  readonly name: string;
  readonly restartPolicy?: 'Always' | null;
  readonly requestMilli: Readonly<Partial<Record<string, WideInteger>>>;
}

/** A pod that the selector lists, in listing order. Times are seconds since the epoch. */
export interface ObservedPod {
  readonly name: string;
  readonly phase: PodPhase;
  readonly deleting: boolean;
  readonly startTime: number | null;
  readonly ready: ReadyCondition | null;
  readonly containers: readonly ObservedContainer[];
  readonly initContainers: readonly ObservedContainer[];
  /** Name of the owning ReplicaSet: two of them among living pods mean that a rollout is on its way. */
  readonly owner?: string;
  readonly node?: string;
}

/** What metrics.k8s.io gives for one pod. A container without a resource leaves that name out. */
export interface ObservedSample {
  readonly pod: string;
  /** End of the window, seconds since the epoch. */
  readonly timestamp: number;
  readonly windowSeconds: number;
  readonly containers: readonly {
    readonly name: string;
    /** Resource name → usage, milli (rounded up from nanocores, as the controller does). */
    readonly usageMilli: Readonly<Partial<Record<string, WideInteger>>>;
  }[];
}

/** An event about the HPA. */
export interface ObservedEvent {
  readonly type: string;
  readonly reason: string;
  readonly message: string;
  /** When it was last seen, seconds since the epoch. */
  readonly at: number;
  readonly count?: number;
}

/** What a custom or external metric gave, for the entry of spec.metrics with this index. */
export type ObservedReading = { readonly metric: number } & (
  | {
      readonly samples: readonly {
        readonly pod: string;
        readonly milli: WideInteger;
        readonly timestamp: number;
        readonly windowSeconds: number;
      }[];
    }
  | { readonly value: WideInteger }
  | { readonly values: readonly WideInteger[] }
  | { readonly error: string }
);

/**
 * One second of a load run as it was seen: one line of `timeline.jsonl`. All times are seconds since the epoch, with
 * fractions where they are known.
 */
export interface TimelineRow {
  /** When the reads of this row were sent off. */
  readonly at: number;
  /** When the last of them was answered. */
  readonly until: number;
  /** Null where there is no HPA (deleted, or not yet made). */
  readonly hpa: ObservedHpa | null;
  readonly scale: ObservedScale | null;
  readonly pods: readonly ObservedPod[];
  /** Pods that the resource metrics API answered for; null where the API failed. */
  readonly samples: readonly ObservedSample[] | null;
  /** Words of the metrics API where `samples` is null. */
  readonly samplesError?: string;
  /** Metrics that are not of type Resource or ContainerResource; absent where there are none. */
  readonly readings?: readonly ObservedReading[];
  /** Events of the HPA that are new since the row before. */
  readonly events: readonly ObservedEvent[];
  /** What the generator sent in this second; not used by the shadow. */
  readonly load?: {
    readonly phase: string;
    readonly offered: number;
    readonly answered: number;
    readonly failed: number;
  };
}

/** `timeline.jsonl` as text: one row a line. */
export function timelineText(rows: readonly TimelineRow[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}
