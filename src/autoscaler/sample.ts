import { milliOf } from './quantity.js';

/** What a pod used over one window. */
export interface Sample {
  readonly pod: string;
  /** Millicores, milli-bytes, or thousandths of a custom metric's unit. */
  readonly milli: bigint;
  /** End of the window, seconds. */
  readonly timestamp: number;
  readonly windowSeconds: number;
}

/** PodMetricsList of metrics.k8s.io, as JSON. */
export interface ResourceMetricsList {
  readonly items: readonly {
    readonly metadata: { readonly name: string; readonly namespace?: string };
    readonly timestamp: string;
    /** A Go duration: "15.23s", "1m0s". */
    readonly window: string;
    readonly containers: readonly {
      readonly name: string;
      readonly usage: Readonly<Partial<Record<string, string>>>;
    }[];
  }[];
}

/** MetricValueList of custom.metrics.k8s.io, as JSON. */
export interface CustomMetricsList {
  readonly items: readonly {
    readonly describedObject: { readonly kind?: string; readonly name: string; readonly namespace?: string };
    readonly timestamp: string;
    readonly windowSeconds?: number | null;
    readonly value: string;
  }[];
}

/** ExternalMetricValueList of external.metrics.k8s.io, as JSON. */
export interface ExternalMetricsList {
  readonly items: readonly { readonly value: string }[];
}

export interface MetricsError {
  /** The controller's own words. */
  readonly error: string;
}

const units: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 1e-3, us: 1e-6, µs: 1e-6, ns: 1e-9 };

/** Seconds of a Go duration ("1m2.5s"); NaN where the text is none. */
export function secondsOf(duration: string): number {
  const parts = [...duration.matchAll(/(\d+(?:\.\d+)?)(h|ms|us|µs|ns|m|s)/g)];
  if (duration === '0') return 0;
  if (parts.length === 0 || parts.map(([text]) => text).join('') !== duration) return Number.NaN;
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (units[unit ?? ''] ?? Number.NaN), 0);
}

const unixSeconds = (time: string): number => Date.parse(time) / 1000;
const milli = (text: string): bigint => milliOf(text) ?? 0n;
const none = (api: string): MetricsError => ({ error: `no metrics returned from ${api} metrics API` });

function usageOf(containers: ResourceMetricsList['items'][number]['containers'], resource: string): bigint | undefined {
  const usages = containers.map(({ usage }) => usage[resource]);
  if (usages.length === 0) return undefined;
  let sum = 0n;
  for (const usage of usages) {
    if (usage === undefined) return undefined;
    sum += milli(usage);
  }
  return sum;
}

/**
 * Samples of a resource, summed over containers or of one named container. A pod of which one container lacks the
 * resource has no sample; with a named container only that one has to have it.
 * Upstream: metrics/client.go, `GetResourceMetric`, `getPodMetrics`, `getContainerMetrics`.
 */
export function resourceSamples(
  list: ResourceMetricsList,
  resource: string,
  container?: string,
): readonly Sample[] | MetricsError {
  if (list.items.length === 0) return none('resource');
  return list.items.flatMap(({ metadata, timestamp, window, containers }) => {
    const named =
      container === undefined ? containers : containers.filter(({ name }) => name === container).slice(0, 1);
    const sum = usageOf(named, resource);
    if (sum === undefined) return [];
    return [{ pod: metadata.name, milli: sum, timestamp: unixSeconds(timestamp), windowSeconds: secondsOf(window) }];
  });
}

/** A custom metric that does not say its window is taken for one minute. Upstream: metrics/client.go. */
const customWindowSeconds = 60;

/** Samples of a custom metric of pods. Upstream: metrics/client.go, `GetRawMetric`. */
export function customSamples(list: CustomMetricsList): readonly Sample[] | MetricsError {
  if (list.items.length === 0) return none('custom');
  return list.items.map(({ describedObject, timestamp, windowSeconds, value }) => ({
    pod: describedObject.name,
    milli: milli(value),
    timestamp: unixSeconds(timestamp),
    windowSeconds: windowSeconds ?? customWindowSeconds,
  }));
}

/** The metric of one object, milli. Upstream: metrics/client.go, `GetObjectMetric`. */
export function objectValue(list: CustomMetricsList): bigint | MetricsError {
  const [first] = list.items;
  return first === undefined ? none('custom') : milli(first.value);
}

/** Every series of an external metric, milli. Upstream: metrics/client.go, `GetExternalMetric`. */
export function externalValues(list: ExternalMetricsList): readonly bigint[] | MetricsError {
  return list.items.length === 0 ? none('external') : list.items.map(({ value }) => milli(value));
}
