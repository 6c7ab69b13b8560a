import type { HpaSpec } from '../../autoscaler/hpa.js';
import type { PodPhase } from '../../autoscaler/pod.js';
import type {
  ObservedContainer as ShadowContainer,
  ObservedPod as ShadowPod,
  TimelineRow,
} from '../../autoscaler/timeline.js';
import type {
  ObservedAutoscaler,
  ObservedContainer,
  ObservedPod,
  ObservedRow,
} from '../../ports/autoscaler-observer.js';
import type { LoadResult } from '../../ports/load-generator.js';

const seconds = (ms: number): number => ms / 1000;

/** The spec in the API's own form, as the shadow and the simulator read it. */
export function hpaSpecOf({
  scaleTargetRef,
  minReplicas,
  maxReplicas,
  metrics,
  behavior,
}: ObservedAutoscaler): HpaSpec {
  return {
    scaleTargetRef,
    minReplicas,
    maxReplicas,
    metrics: metrics as NonNullable<HpaSpec['metrics']>,
    behavior: behavior as NonNullable<HpaSpec['behavior']> | null,
  };
}

function hpaOf(name: string, seen: ObservedAutoscaler): TimelineRow['hpa'] {
  return {
    name,
    resourceVersion: seen.resourceVersion,
    spec: hpaSpecOf(seen),
    status: {
      currentReplicas: seen.currentReplicas,
      desiredReplicas: seen.desiredReplicas,
      lastScaleTime: seen.lastScaleTime === null ? null : seconds(seen.lastScaleTime),
      conditions: seen.conditions.map(({ type, status, reason, message, lastTransition }) => ({
        type,
        status: status as 'True' | 'False' | 'Unknown',
        reason,
        message,
        ...(lastTransition === null ? {} : { lastTransition: seconds(lastTransition) }),
      })),
      currentMetrics: seen.currentMetrics as readonly { readonly type: string }[],
    },
  };
}

function containerOf({ name, restartPolicy, cpuRequestMilli, memoryRequestMilli }: ObservedContainer): ShadowContainer {
  return {
    name,
    ...(restartPolicy === 'Always' ? { restartPolicy } : {}),
    requestMilli: {
      ...(cpuRequestMilli === null ? {} : { cpu: cpuRequestMilli }),
      ...(memoryRequestMilli === null ? {} : { memory: memoryRequestMilli }),
    },
  };
}

function podOf({
  name,
  phase,
  deleting,
  startTime,
  ready,
  containers,
  initContainers,
  owner,
  node,
}: ObservedPod): ShadowPod {
  return {
    name,
    phase: phase as PodPhase,
    deleting,
    startTime: startTime === null ? null : seconds(startTime),
    ready:
      ready === null
        ? null
        : { status: ready.status as 'True' | 'False' | 'Unknown', lastTransition: seconds(ready.lastTransition ?? 0) },
    containers: containers.map(containerOf),
    initContainers: initContainers.map(containerOf),
    ...(owner === null ? {} : { owner }),
    ...(node === null ? {} : { node }),
  };
}

function samplesOf({ metrics }: ObservedRow): TimelineRow['samples'] {
  if (metrics.error !== null) return null;
  return metrics.samples.map(({ pod, timestamp, windowSeconds, containers }) => ({
    pod,
    timestamp: seconds(timestamp),
    windowSeconds,
    containers: containers.map((container) => ({
      name: container.name,
      usageMilli: { cpu: container.cpuMilli, memory: container.memoryMilli },
    })),
  }));
}

/** Turns what the observer sees, look by look, into lines of `timeline.jsonl`; an event is in the first row that shows it. */
export function timelineRows(name: string): (row: ObservedRow) => TimelineRow {
  const known = new Set<string>();
  return (row) => {
    const fresh = row.events.filter(
      ({ uid, count, object }) => object.startsWith('HorizontalPodAutoscaler/') && !known.has(`${uid}/${count}`),
    );
    for (const { uid, count } of fresh) known.add(`${uid}/${count}`);
    const { at, until, autoscaler, scale, pods, metrics } = row;
    return {
      at: seconds(at),
      until: seconds(until),
      hpa: autoscaler === null ? null : hpaOf(name, autoscaler),
      scale: scale === null ? null : { spec: scale.specReplicas, status: scale.statusReplicas },
      pods: pods.map(podOf),
      samples: samplesOf(row),
      ...(metrics.error === null ? {} : { samplesError: metrics.error }),
      events: fresh.map(({ type, reason, message, at: when, count }) => ({
        type,
        reason,
        message,
        at: seconds(when),
        count,
      })),
    };
  };
}

/** A whole recording as lines of `timeline.jsonl`. */
export function timelineOf(name: string, rows: readonly ObservedRow[]): readonly TimelineRow[] {
  return rows.map(timelineRows(name));
}

/** The same with what the generator sent in the second of each row. */
export function withLoad(rows: readonly TimelineRow[], load: LoadResult | null): readonly TimelineRow[] {
  const sent = new Map((load?.seconds ?? []).map((second) => [Math.round(second.at / 1000), second]));
  return rows.map((row) => {
    const second = sent.get(Math.round(row.at));
    if (second === undefined) return row;
    const { phase, scheduled: offered, good: answered, bad, shed } = second;
    return { ...row, load: { phase, offered, answered, failed: bad + shed } };
  });
}
