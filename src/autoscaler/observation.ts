import type { Observation } from './autoscaler.js';
import type { CurrentMetric, Metric, Reading } from './metric.js';
import type { Container, Pod } from './pod.js';
import { milliOf, type WideInteger, wideInteger } from './quantity.js';
import type { Sample } from './sample.js';
import type {
  ObservedContainer,
  ObservedCurrentMetric,
  ObservedPod,
  ObservedReading,
  ObservedSample,
  TimelineRow,
} from './timeline.js';

function containerOf({ name, restartPolicy, requestMilli }: ObservedContainer): Container {
  const requests: Record<string, bigint> = {};
  for (const [resource, milli] of Object.entries(requestMilli)) {
    if (milli !== undefined) requests[resource] = wideInteger(milli);
  }
  return { name, restartPolicy: restartPolicy ?? null, requests };
}

export function podOf({ containers, initContainers, ...pod }: ObservedPod): Pod {
  const { name, phase, deleting, startTime, ready } = pod;
  return {
    name,
    phase,
    deleting,
    startTime,
    ready,
    containers: containers.map(containerOf),
    initContainers: initContainers.map(containerOf),
  };
}

/** Sum over containers, or the named one; undefined where the controller would find no sample either. */
function usageOf({ containers }: ObservedSample, resource: string, container: string | undefined): bigint | undefined {
  const named = container === undefined ? containers : containers.filter(({ name }) => name === container).slice(0, 1);
  const usages = named.map(({ usageMilli }) => usageMilli[resource]);
  const known = usages.filter((usage): usage is WideInteger => usage !== undefined);
  if (known.length === 0 || known.length < usages.length) return undefined;
  return known.map(wideInteger).reduce((a, b) => a + b, 0n);
}

function resourceReading(row: TimelineRow, resource: string, container: string | undefined): Reading {
  if (row.samples === null) return { error: row.samplesError ?? 'unable to fetch metrics from resource metrics API' };
  if (row.samples.length === 0) return { error: 'no metrics returned from resource metrics API' };
  const samples = row.samples.flatMap((sample): Sample[] => {
    const { pod, timestamp, windowSeconds } = sample;
    const milli = usageOf(sample, resource, container);
    return milli === undefined ? [] : [{ pod, milli, timestamp, windowSeconds }];
  });
  return { samples };
}

function otherReading(observed: ObservedReading | undefined): Reading {
  if (observed === undefined) return { error: 'not observed' };
  if ('error' in observed) return { error: observed.error };
  if ('value' in observed) return { value: wideInteger(observed.value) };
  if ('values' in observed) return { values: observed.values.map(wideInteger) };
  return { samples: observed.samples.map(({ milli, ...rest }) => ({ ...rest, milli: wideInteger(milli) })) };
}

/** What a row says of each metric of the HPA. */
export function readingsOf(row: TimelineRow, metrics: readonly Metric[]): readonly Reading[] {
  return metrics.map((metric, index) =>
    'resource' in metric
      ? resourceReading(row, metric.resource, 'container' in metric ? metric.container : undefined)
      : otherReading(row.readings?.find((reading) => reading.metric === index)),
  );
}

/** What a controller that reads samples and pods at these rows sees. */
export function observationOf(
  rows: { readonly samples: TimelineRow; readonly pods: TimelineRow },
  metrics: readonly Metric[],
  now: number,
  specReplicas: number,
): Observation {
  return {
    now,
    specReplicas,
    statusReplicas: rows.pods.scale?.status ?? specReplicas,
    pods: rows.pods.pods.map(podOf),
    readings: readingsOf(rows.samples, metrics),
  };
}

const quantityOf = (value: unknown): bigint | null =>
  typeof value === 'string' || typeof value === 'number' ? (milliOf(String(value)) ?? null) : null;

/** Values of one entry of the live status.currentMetrics; null for an entry that failed. */
export function currentMetricOf(observed: ObservedCurrentMetric): CurrentMetric | null {
  const source =
    observed[observed.type === '' ? '' : `${observed.type.charAt(0).toLowerCase()}${observed.type.slice(1)}`];
  if (typeof source !== 'object' || source === null || !('current' in source)) return null;
  const current = source.current as { averageUtilization?: unknown; averageValue?: unknown; value?: unknown } | null;
  const percent = current?.averageUtilization;
  return {
    utilizationPercent: typeof percent === 'number' ? percent : null,
    milli: quantityOf(current?.averageValue ?? current?.value),
  };
}
