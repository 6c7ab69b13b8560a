import type { Calculation, ReadinessClock, Tolerances } from './calculation.js';
import type { ScalingActiveReason } from './condition.js';
import type { Metric, Reading } from './metric.js';
import { averageReplicas, utilizationReplicas } from './per-pod-replicas.js';
import type { Pod } from './pod.js';
import { sharedExternalReplicas, sharedReplicas, valueReplicas } from './total-replicas.js';

/** What every metric of one sync is computed from. */
export interface Scene {
  /** For error texts only. */
  readonly namespace: string;
  /** spec.replicas and status.replicas of the scale subresource. */
  readonly specReplicas: number;
  readonly statusReplicas: number;
  readonly pods: readonly Pod[];
  readonly tolerances: Tolerances;
  readonly clock: ReadinessClock;
}

/** What one metric proposes, or why it cannot. */
export type Proposal =
  | {
      readonly replicas: number;
      /** As the SuccessfulRescale event names it: "cpu resource utilization (percentage of request)". */
      readonly name: string;
      readonly utilizationPercent: number | null;
      readonly usageMilli: bigint | null;
    }
  | {
      readonly reason: ScalingActiveReason;
      /** Message of the warning event. */
      readonly message: string;
      /** The error as the reconcile reports it. */
      readonly error: string;
    };

type Kind = Metric['kind'];
type Of<K extends Kind> = Extract<Metric, { readonly kind: K }>;

const unreadable = (metric: Metric): { error: string } => ({
  error: `no reading of the right kind for ${metric.kind}`,
});

function proposalOf(
  calculation: Calculation,
  name: string,
  failure: (error: string) => { reason: ScalingActiveReason; message: string; error: string },
): Proposal {
  if ('error' in calculation) return failure(calculation.error);
  const { replicas, usageMilli, utilizationPercent = null } = calculation;
  return { replicas, name, utilizationPercent, usageMilli };
}

type PerPod = Of<
  | 'ResourceUtilization'
  | 'ResourceAverageValue'
  | 'ContainerResourceUtilization'
  | 'ContainerResourceAverageValue'
  | 'Pods'
>;

function perPod(metric: PerPod, reading: Reading, scene: Scene, source: string): Calculation {
  if ('error' in reading) return { error: `unable to get ${source}: ${reading.error}` };
  if (!('samples' in reading)) return unreadable(metric);
  const { tolerances, clock, pods } = scene;
  const { samples } = reading;
  const base = { currentReplicas: scene.specReplicas, tolerances, clock, pods, samples };
  if (metric.kind === 'Pods') return averageReplicas(base, metric.target);
  const input = {
    ...base,
    resource: metric.resource,
    ...('container' in metric ? { container: metric.container } : {}),
  };
  return typeof metric.target === 'number'
    ? utilizationReplicas(input, metric.target)
    : averageReplicas(input, metric.target);
}

/** Upstream: horizontal.go, `computeStatusForResourceMetricGeneric` and its two callers. */
function resourceProposal(metric: Exclude<PerPod, Of<'Pods'>>, reading: Reading, scene: Scene): Proposal {
  const { resource } = metric;
  const container = 'container' in metric ? metric.container : undefined;
  const asUtilization = typeof metric.target === 'number';
  const kind = container === undefined ? 'resource' : 'container resource';
  const name = asUtilization ? `${resource} ${kind} utilization (percentage of request)` : `${resource} resource`;
  return proposalOf(perPod(metric, reading, scene, `metrics for resource ${resource}`), name, (error) => {
    const message = `failed to get ${resource} ${asUtilization ? 'utilization' : 'usage'}: ${error}`;
    return {
      reason: container === undefined ? 'FailedGetResourceMetric' : 'FailedGetContainerResourceMetric',
      message,
      error: `failed to get ${container === undefined ? `${resource} resource` : `${container} container`} metric value: ${message}`,
    };
  });
}

/** Upstream: horizontal.go, `computeStatusForPodsMetric`. */
function podsProposal(metric: Of<'Pods'>, reading: Reading, scene: Scene): Proposal {
  return proposalOf(perPod(metric, reading, scene, `metric ${metric.name}`), `pods metric ${metric.name}`, (error) => ({
    reason: 'FailedGetPodsMetric',
    message: error,
    error: `failed to get pods metric value: ${error}`,
  }));
}

/** The name that a shared object's metric is given says "external", upstream. `computeStatusForObjectMetric`. */
function objectProposal(metric: Of<'ObjectValue' | 'ObjectAverageValue'>, reading: Reading, scene: Scene): Proposal {
  const { kind, name, object, target } = metric;
  const shared = kind === 'ObjectAverageValue';
  const called = shared ? `external metric ${name}(nil)` : `${object.kind} metric ${name}`;
  return proposalOf(objectCalculation(), called, (error) => ({
    reason: 'FailedGetObjectMetric',
    message: error,
    error: `failed to get object metric value: ${shared ? `failed to get ${name} object metric: ` : ''}${error}`,
  }));

  function objectCalculation(): Calculation {
    if ('error' in reading) {
      const where = `${object.kind} on ${scene.namespace} ${object.name}`;
      return { error: `unable to get metric ${name}: ${where}/${reading.error}` };
    }
    if (!('value' in reading)) return unreadable(metric);
    return shared
      ? sharedReplicas(scene.statusReplicas, reading.value, target, scene.tolerances)
      : valueReplicas(scene.specReplicas, reading.value, target, scene.tolerances, scene.pods);
  }
}

/** Upstream: horizontal.go, `computeStatusForExternalMetric`. */
function externalProposal(
  metric: Of<'ExternalValue' | 'ExternalAverageValue'>,
  reading: Reading,
  scene: Scene,
): Proposal {
  const { kind, name, target } = metric;
  const shared = kind === 'ExternalAverageValue';
  return proposalOf(externalCalculation(), `external metric ${name}(nil)`, (error) => {
    const inner = shared ? `failed to get ${name} external metric` : `failed to get external metric ${name}`;
    return {
      reason: 'FailedGetExternalMetric',
      message: error,
      error: `failed to get ${name} external metric value: ${inner}: ${error}`,
    };
  });

  function externalCalculation(): Calculation {
    if ('error' in reading) {
      return { error: `unable to get external metric ${scene.namespace}/${name}/nil: ${reading.error}` };
    }
    if (!('values' in reading)) return unreadable(metric);
    const total = reading.values.reduce((a, b) => a + b, 0n);
    return shared
      ? sharedExternalReplicas(scene.statusReplicas, reading.values, target, scene.tolerances)
      : valueReplicas(scene.specReplicas, total, target, scene.tolerances, scene.pods);
  }
}

/** What one metric asks for. Upstream: horizontal.go, `computeReplicasForMetric`. */
export function propose(metric: Metric, reading: Reading, scene: Scene): Proposal {
  switch (metric.kind) {
    case 'Pods':
      return podsProposal(metric, reading, scene);
    case 'ObjectValue':
    case 'ObjectAverageValue':
      return objectProposal(metric, reading, scene);
    case 'ExternalValue':
    case 'ExternalAverageValue':
      return externalProposal(metric, reading, scene);
    default:
      return resourceProposal(metric, reading, scene);
  }
}
