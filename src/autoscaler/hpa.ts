import { GateError } from '../domain/error.js';
import { type Autoscaler, type ControllerFlags, defaultFlags } from './autoscaler.js';
import { defaultBehavior, tolerancesOf, type WrittenBehavior } from './behavior.js';
import type { Metric } from './metric.js';
import { milliOf } from './quantity.js';

/** MetricTarget of autoscaling/v2; quantities as text, or numbers where YAML made them so. */
export interface MetricTarget {
  readonly type?: string;
  readonly averageUtilization?: number | null;
  readonly averageValue?: string | number | null;
  readonly value?: string | number | null;
}

/** MetricSpec of autoscaling/v2, as the API gives it and as manifests write it. */
export interface MetricSpec {
  readonly type: string;
  readonly resource?: { readonly name: string; readonly target: MetricTarget };
  readonly containerResource?: { readonly name: string; readonly container: string; readonly target: MetricTarget };
  readonly pods?: { readonly metric: { readonly name: string }; readonly target: MetricTarget };
  readonly object?: {
    readonly metric: { readonly name: string };
    readonly describedObject: { readonly kind: string; readonly name: string };
    readonly target: MetricTarget;
  };
  readonly external?: { readonly metric: { readonly name: string }; readonly target: MetricTarget };
}

/** spec of an autoscaling/v2 HorizontalPodAutoscaler, as JSON. */
export interface HpaSpec {
  readonly scaleTargetRef?: { readonly kind: string; readonly name: string; readonly apiVersion?: string };
  readonly minReplicas?: number | null;
  readonly maxReplicas: number;
  readonly metrics?: readonly MetricSpec[] | null;
  readonly behavior?: WrittenBehavior | null;
}

/** How the cluster's controller is set up. */
export interface ControllerSetup {
  readonly flags: ControllerFlags;
  /** --horizontal-pod-autoscaler-tolerance */
  readonly tolerance: number;
  /** Feature gate HPAConfigurableTolerance: off by default in 1.33 and 1.34, on since 1.35. */
  readonly configurableTolerance: boolean;
}

/** kube-controller-manager 1.34 with nothing set. */
export const defaultSetup: ControllerSetup = { flags: defaultFlags, tolerance: 0.1, configurableTolerance: false };

/** What an HPA without metrics scales on. Upstream: pkg/apis/autoscaling/v2/defaults.go. */
const defaultMetrics: readonly MetricSpec[] = [
  { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } },
];

function refuse(spec: MetricSpec, why: string): GateError {
  return new GateError('INPUT_INVALID', `HPA metric of type ${spec.type || '(none)'}: ${why}`, {
    hint: 'Give the metric the block that its type names, with one target value.',
  });
}

function milli(spec: MetricSpec, quantity: string | number): bigint {
  const value = milliOf(String(quantity));
  if (value === undefined || value <= 0n) throw refuse(spec, `target ${quantity} is no positive quantity`);
  return value;
}

function resourceMetric(spec: MetricSpec, resource: string, target: MetricTarget, container?: string): Metric {
  if (target.averageValue !== undefined && target.averageValue !== null) {
    const value = milli(spec, target.averageValue);
    return container === undefined
      ? { kind: 'ResourceAverageValue', resource, target: value }
      : { kind: 'ContainerResourceAverageValue', resource, container, target: value };
  }
  const percent = target.averageUtilization;
  if (percent === undefined || percent === null || !(percent > 0)) {
    throw refuse(spec, 'neither averageUtilization nor averageValue is set');
  }
  return container === undefined
    ? { kind: 'ResourceUtilization', resource, target: percent }
    : { kind: 'ContainerResourceUtilization', resource, container, target: percent };
}

function totalTarget(spec: MetricSpec, { value, averageValue }: MetricTarget): { shared: boolean; target: bigint } {
  if (value !== undefined && value !== null) return { shared: false, target: milli(spec, value) };
  if (averageValue !== undefined && averageValue !== null) return { shared: true, target: milli(spec, averageValue) };
  throw refuse(spec, 'neither value nor averageValue is set');
}

/** One entry of spec.metrics; throws `INPUT_INVALID` where the API server would refuse it too. */
export function metricOf(spec: MetricSpec): Metric {
  const { resource, containerResource, pods, object, external } = spec;
  if (spec.type === 'Resource' && resource) return resourceMetric(spec, resource.name, resource.target);
  if (spec.type === 'ContainerResource' && containerResource) {
    return resourceMetric(spec, containerResource.name, containerResource.target, containerResource.container);
  }
  if (spec.type === 'Pods' && pods) {
    return { kind: 'Pods', name: pods.metric.name, target: milli(spec, pods.target.averageValue ?? '') };
  }
  if (spec.type === 'Object' && object) {
    const { shared, target } = totalTarget(spec, object.target);
    const { kind, name } = object.describedObject;
    return {
      kind: shared ? 'ObjectAverageValue' : 'ObjectValue',
      name: object.metric.name,
      object: { kind, name },
      target,
    };
  }
  if (spec.type === 'External' && external) {
    const { shared, target } = totalTarget(spec, external.target);
    return { kind: shared ? 'ExternalAverageValue' : 'ExternalValue', name: external.metric.name, target };
  }
  throw refuse(spec, 'its block is missing');
}

/** The HPA as the controller sees it: defaulted, with the tolerances in force. */
export function autoscalerOf(spec: HpaSpec, setup: ControllerSetup, namespace = 'default'): Autoscaler {
  const behavior = defaultBehavior(spec.behavior);
  const written = spec.metrics ?? [];
  const { kind = 'Deployment', name = 'target' } = spec.scaleTargetRef ?? {};
  return {
    namespace,
    target: `${kind}/${namespace}/${name}`,
    min: spec.minReplicas ?? 1,
    max: spec.maxReplicas,
    metrics: (written.length === 0 ? defaultMetrics : written).map(metricOf),
    behavior,
    tolerances: tolerancesOf(behavior, setup.tolerance, setup.configurableTolerance),
    flags: setup.flags,
  };
}
