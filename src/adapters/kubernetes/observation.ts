import { milliOf } from '../../autoscaler/quantity.js';
import type {
  ObservedAutoscaler,
  ObservedCondition,
  ObservedContainer,
  ObservedPod,
  ObservedSample,
  ObservedScale,
} from '../../ports/autoscaler-observer.js';
import type { Condition, Container, KubeObject, Pod, WorkloadObject } from './objects.js';

/** autoscaling/v2, as the API server sends it. */
export interface HpaObject extends KubeObject {
  readonly spec: {
    readonly minReplicas?: number;
    readonly maxReplicas: number;
    readonly scaleTargetRef: { readonly apiVersion?: string; readonly kind: string; readonly name: string };
    readonly metrics?: readonly unknown[];
    readonly behavior?: unknown;
  };
  readonly status?: {
    readonly currentReplicas?: number;
    readonly desiredReplicas?: number;
    readonly lastScaleTime?: string;
    readonly conditions?: readonly Condition[];
    readonly currentMetrics?: readonly unknown[] | null;
  };
}

/** metrics.k8s.io/v1beta1 PodMetrics. */
export interface PodMetricsObject extends KubeObject {
  readonly timestamp: string;
  readonly window: string;
  readonly containers: readonly { readonly name: string; readonly usage: Readonly<Record<string, string>> }[];
}

export interface ScaleObject extends KubeObject {
  readonly spec?: { readonly replicas?: number };
  readonly status?: { readonly replicas?: number; readonly selector?: string };
}

export function millis(time: string | undefined): number | null {
  return time === undefined ? null : Date.parse(time);
}

/** A quantity in thousandths of its unit, rounded up as the controller does; null where there is none. */
export function milli(quantity: string | undefined): number | null {
  const value = quantity === undefined ? undefined : milliOf(quantity);
  return value === undefined ? null : Number(value);
}

export function observedAutoscaler({ metadata, spec, status = {} }: HpaObject): ObservedAutoscaler {
  return {
    uid: metadata.uid ?? '',
    generation: metadata.generation ?? 0,
    resourceVersion: metadata.resourceVersion ?? '',
    minReplicas: spec.minReplicas ?? 1,
    maxReplicas: spec.maxReplicas,
    scaleTargetRef: { kind: spec.scaleTargetRef.kind, name: spec.scaleTargetRef.name },
    metrics: spec.metrics ?? [],
    behavior: spec.behavior ?? null,
    currentReplicas: status.currentReplicas ?? 0,
    desiredReplicas: status.desiredReplicas ?? 0,
    lastScaleTime: millis(status.lastScaleTime),
    conditions: (status.conditions ?? []).map(observedCondition),
    currentMetrics: status.currentMetrics ?? [],
  };
}

function observedCondition({
  type,
  status,
  reason = '',
  message = '',
  lastTransitionTime,
}: Condition): ObservedCondition {
  return { type, status, reason, message, lastTransition: millis(lastTransitionTime) };
}

export function observedScale(scale: ScaleObject, workload: WorkloadObject, templateHash: string): ObservedScale {
  return {
    specReplicas: scale.spec?.replicas ?? 0,
    statusReplicas: scale.status?.replicas ?? 0,
    selector: scale.status?.selector ?? '',
    generation: workload.metadata.generation ?? 0,
    observedGeneration: workload.status?.observedGeneration ?? 0,
    templateHash,
    replicasManager: replicasManager(workload),
  };
}

/** Managed fields name who owns `spec.replicas`; the newest entry wrote it last. */
function replicasManager({ metadata }: WorkloadObject): string | null {
  const owners = (metadata.managedFields ?? []).filter(({ fieldsV1 }) => {
    const spec = fieldsV1?.['f:spec'];
    return typeof spec === 'object' && spec !== null && 'f:replicas' in spec;
  });
  return owners.toSorted((a, b) => (b.time ?? '').localeCompare(a.time ?? ''))[0]?.manager ?? null;
}

export function observedPod({ metadata, spec, status }: Pod): ObservedPod {
  const ready = status.conditions?.find(({ type }) => type === 'Ready');
  const restarts = new Map(
    [...(status.containerStatuses ?? []), ...(status.initContainerStatuses ?? [])].map(({ name, restartCount }) => [
      name,
      restartCount,
    ]),
  );
  const containers = (list: readonly Container[] = []): readonly ObservedContainer[] =>
    list.map((container) => observedContainer(container, restarts.get(container.name) ?? 0));
  return {
    name: metadata.name,
    phase: status.phase ?? 'Pending',
    deleting: metadata.deletionTimestamp !== undefined,
    owner: metadata.ownerReferences?.find(({ controller }) => controller === true)?.name ?? null,
    node: spec.nodeName ?? null,
    ip: status.podIP ?? null,
    startTime: millis(status.startTime),
    ready: ready === undefined ? null : { status: ready.status, lastTransition: millis(ready.lastTransitionTime) },
    containers: containers(spec.containers),
    initContainers: containers(spec.initContainers),
  };
}

function observedContainer({ name, resources = {}, restartPolicy }: Container, restarts: number): ObservedContainer {
  const { requests = {}, limits = {} } = resources;
  return {
    name,
    cpuRequestMilli: milli(requests['cpu']),
    cpuLimitMilli: milli(limits['cpu']),
    memoryRequestMilli: milli(requests['memory']),
    memoryLimitMilli: milli(limits['memory']),
    restartPolicy: restartPolicy ?? null,
    restarts,
  };
}

export function observedSample({ metadata, timestamp, window, containers }: PodMetricsObject): ObservedSample {
  return {
    pod: metadata.name,
    timestamp: Date.parse(timestamp),
    windowSeconds: seconds(window),
    containers: containers.map(({ name, usage }) => ({
      name,
      cpuMilli: milli(usage['cpu']) ?? 0,
      memoryMilli: milli(usage['memory']) ?? 0,
    })),
  };
}

const unitSeconds: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 0.001, us: 1e-6, ns: 1e-9 };

/** A Go duration such as `10.123s` or `1m0s`. */
function seconds(duration: string): number {
  return [...duration.matchAll(/([\d.]+)(h|ms|us|ns|m|s)/g)].reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * (unitSeconds[unit ?? 's'] ?? 0),
    0,
  );
}
