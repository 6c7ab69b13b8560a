import type { JsonObject, Manifest, Path } from '../manifest.js';
import { asList, asNumber, asObject, asString, dig } from './json.js';
import { quantity } from './quantity.js';

export interface Metric {
  readonly path: Path;
  readonly type: string;
  /** `cpu` or `memory`, for metrics of type Resource and ContainerResource. */
  readonly resource: string | undefined;
  readonly container: string | undefined;
  /** Wanted share of the requests in percent, where the metric is of that kind. */
  readonly utilization: number | undefined;
  readonly utilizationPath: Path;
}

/** A HorizontalPodAutoscaler with the API server's defaults applied. */
export interface Scaler {
  readonly manifest: Manifest;
  readonly namespace: string;
  readonly name: string;
  readonly targetApiVersion: string;
  readonly targetKind: string;
  readonly targetName: string;
  readonly min: number;
  readonly max: number | undefined;
  readonly metrics: readonly Metric[];
  /** Tolerances as fractions; `behavior.*.tolerance`, or the controller's 0.1. */
  readonly upTolerance: number;
}

/** What the API server writes into an HPA without metrics: `SetDefaults_HorizontalPodAutoscaler`. */
const defaultCpuUtilization = 80;
const defaultTolerance = 0.1;

function metricOf(value: JsonObject, path: Path): Metric {
  const type = asString(value['type']) ?? '';
  const field = type === 'ContainerResource' ? 'containerResource' : 'resource';
  const source = asObject(value[field]);
  const inTarget = asNumber(dig(source, 'target', 'averageUtilization'));
  const legacy = asNumber(dig(source, 'targetAverageUtilization'));
  return {
    path: source ? [...path, field] : path,
    type,
    resource: asString(source?.['name']),
    container: asString(source?.['container']),
    utilization: inTarget ?? legacy,
    utilizationPath:
      inTarget === undefined
        ? [...path, field, 'targetAverageUtilization']
        : [...path, field, 'target', 'averageUtilization'],
  };
}

function implicitMetric(path: Path, utilization: number): Metric {
  return { path, type: 'Resource', resource: 'cpu', container: undefined, utilization, utilizationPath: path };
}

function metricsOf(manifest: Manifest): readonly Metric[] {
  const simple = dig(manifest.value, 'spec', 'targetCPUUtilizationPercentage');
  if (typeof simple === 'number') return [implicitMetric(['spec', 'targetCPUUtilizationPercentage'], simple)];
  const written = asList(dig(manifest.value, 'spec', 'metrics'));
  if (written.length === 0) return [implicitMetric(['spec', 'metrics'], defaultCpuUtilization)];
  return written.map((one, index) => metricOf(asObject(one) ?? {}, ['spec', 'metrics', index]));
}

export function scalerOf(manifest: Manifest, namespace: string): Scaler {
  const spec = asObject(manifest.value['spec']) ?? {};
  const tolerance = dig(spec, 'behavior', 'scaleUp', 'tolerance');
  return {
    manifest,
    namespace,
    name: manifest.name,
    targetApiVersion: asString(dig(spec, 'scaleTargetRef', 'apiVersion')) ?? '',
    targetKind: asString(dig(spec, 'scaleTargetRef', 'kind')) ?? '',
    targetName: asString(dig(spec, 'scaleTargetRef', 'name')) ?? '',
    min: asNumber(spec['minReplicas']) ?? 1,
    max: asNumber(spec['maxReplicas']),
    metrics: metricsOf(manifest),
    upTolerance:
      tolerance === undefined || tolerance === null ? defaultTolerance : (quantity(tolerance) ?? defaultTolerance),
  };
}
