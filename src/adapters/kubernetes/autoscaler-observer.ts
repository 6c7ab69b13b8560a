import { createHash } from 'node:crypto';
import { GateError } from '../../domain/error.js';
import type {
  AutoscalerObserver,
  AutoscalerTarget,
  ObservedEvent,
  ObservedRow,
} from '../../ports/autoscaler-observer.js';
import type { KubeClient } from './client.js';
import { cpuCounters } from './cpu-counters.js';
import type { EventObject, KubeObject, Pod, WorkloadObject } from './objects.js';
import {
  type HpaObject,
  millis,
  observedAutoscaler,
  observedPod,
  observedSample,
  observedScale,
  type PodMetricsObject,
  type ScaleObject,
} from './observation.js';
import { clusterRoom } from './room.js';

const EVENT_AGE_MS = 600_000;

/** Watches one HPA through the API server: everything of one look is asked for at once. */
export function kubernetesAutoscalerObserver(client: KubeClient): AutoscalerObserver {
  return {
    observe: (target, signal) => look(client, target, signal),
    async cpuCounters(target, signal) {
      const { pods } = await look(client, target, signal);
      return cpuCounters(client, target.namespace, pods, signal);
    },
    async room({ namespace }, signal) {
      return clusterRoom(client, namespace, signal);
    },
  };
}

async function look(
  client: KubeClient,
  { namespace, name }: AutoscalerTarget,
  signal: AbortSignal,
): Promise<ObservedRow> {
  const at = Date.now();
  const hpa = await client.get<HpaObject>(
    `/apis/autoscaling/v2/namespaces/${namespace}/horizontalpodautoscalers/${name}`,
    { signal },
  );
  const events = listEvents(client, namespace, at, signal);
  if (hpa === undefined) {
    const metrics = { samples: [], error: null };
    return { at, autoscaler: null, scale: null, pods: [], metrics, events: await events, until: Date.now() };
  }
  const { scaleTargetRef } = hpa.spec;
  const path = await client.pathOf(
    {
      apiVersion: scaleTargetRef.apiVersion ?? 'apps/v1',
      kind: scaleTargetRef.kind,
      name: scaleTargetRef.name,
      namespace,
    },
    { signal },
  );
  const [workload, scale] = await Promise.all([
    client.get<WorkloadObject>(path, { signal }),
    client.get<ScaleObject>(`${path}/scale`, { signal }),
  ]);
  const selector = scale?.status?.selector ?? '';
  const [pods, metrics] = await Promise.all([
    listPods(client, namespace, selector, signal),
    listMetrics(client, namespace, selector, signal),
  ]);
  return {
    at,
    autoscaler: observedAutoscaler(hpa),
    scale:
      scale === undefined || workload === undefined
        ? null
        : observedScale(scale, workload, hash(workload.spec.template)),
    pods: pods.map(observedPod),
    metrics,
    events: aboutUs(await events, hpa, scaleTargetRef.name, pods),
    until: Date.now(),
  };
}

async function listPods(
  client: KubeClient,
  namespace: string,
  labelSelector: string,
  signal: AbortSignal,
): Promise<readonly Pod[]> {
  // An empty selector would list the neighbours' pods too.
  return labelSelector === ''
    ? []
    : client.list<Pod>(`/api/v1/namespaces/${namespace}/pods`, { labelSelector }, { signal });
}

/** The metrics API may be absent or may have no sample yet: that is a finding, not a failure of the look. */
async function listMetrics(
  client: KubeClient,
  namespace: string,
  labelSelector: string,
  signal: AbortSignal,
): Promise<ObservedRow['metrics']> {
  if (labelSelector === '') return { samples: [], error: 'the scale subresource has no selector' };
  try {
    const path = `/apis/metrics.k8s.io/v1beta1/namespaces/${namespace}/pods?${new URLSearchParams({ labelSelector })}`;
    const list = await client.get<{ readonly items: readonly PodMetricsObject[] }>(path, { signal });
    if (list === undefined) return { samples: [], error: 'metrics.k8s.io is not served' };
    return { samples: list.items.map(observedSample), error: null };
  } catch (error) {
    if (!(error instanceof GateError) || signal.aborted) throw error;
    return { samples: [], error: error.message };
  }
}

async function listEvents(
  client: KubeClient,
  namespace: string,
  now: number,
  signal: AbortSignal,
): Promise<readonly ObservedEvent[]> {
  const events = await client.list<EventObject>(`/api/v1/namespaces/${namespace}/events`, { limit: '500' }, { signal });
  return events
    .map(observedEvent)
    .filter(({ at }) => now - at < EVENT_AGE_MS)
    .toSorted((a, b) => a.at - b.at);
}

function observedEvent({
  metadata,
  type = '',
  reason = '',
  message = '',
  count = 1,
  lastTimestamp,
  firstTimestamp,
  eventTime,
  involvedObject = {},
}: EventObject): ObservedEvent {
  const at = millis(lastTimestamp ?? eventTime ?? firstTimestamp ?? metadata.creationTimestamp) ?? 0;
  return {
    uid: metadata.uid ?? '',
    object: `${involvedObject.kind ?? ''}/${involvedObject.name ?? ''}`,
    type,
    reason,
    message,
    count,
    at,
  };
}

function aboutUs(
  events: readonly ObservedEvent[],
  hpa: HpaObject,
  workload: string,
  pods: readonly KubeObject[],
): readonly ObservedEvent[] {
  const objects = new Set([
    `HorizontalPodAutoscaler/${hpa.metadata.name}`,
    `${hpa.spec.scaleTargetRef.kind}/${workload}`,
    ...pods.map(({ metadata }) => `Pod/${metadata.name}`),
  ]);
  return events.filter(({ object }) => objects.has(object) || object.startsWith(`ReplicaSet/${workload}-`));
}

function hash(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value ?? null))
    .digest('hex')
    .slice(0, 12);
}
