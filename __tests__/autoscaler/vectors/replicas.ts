import type { Calculation, Tolerances } from '../../../src/autoscaler/calculation.js';
import type { Metric, Reading } from '../../../src/autoscaler/metric.js';
import { averageReplicas, utilizationReplicas } from '../../../src/autoscaler/per-pod-replicas.js';
import { propose } from '../../../src/autoscaler/proposal.js';
import { type WideInteger, wideInteger } from '../../../src/autoscaler/quantity.js';
import { sharedExternalReplicas, sharedReplicas, valueReplicas } from '../../../src/autoscaler/total-replicas.js';
import { differences, json, pod, type Replayed, type WirePod } from './wire.js';

export interface ReplicasLine {
  readonly id: string;
  readonly kind: string;
  readonly now: number;
  readonly resource?: string;
  readonly container?: string;
  readonly currentReplicas?: number;
  readonly statusReplicas?: number;
  readonly target: WideInteger;
  readonly tolerances: Tolerances;
  readonly cpuInitializationPeriodSeconds: number;
  readonly initialReadinessDelaySeconds: number;
  readonly pods?: readonly WirePod[];
  readonly metrics?: readonly {
    readonly pod: string;
    readonly milliValue: WideInteger;
    readonly timestamp: number;
    readonly windowSeconds: number;
  }[];
  readonly objectMilliValue?: WideInteger;
  readonly externalMilliValues?: readonly WideInteger[];
  readonly metricsError?: string;
  readonly expected: {
    readonly replicas: number | null;
    readonly utilizationPercent?: number | null;
    readonly usageMilli: WideInteger | null;
    readonly error: string | null;
  };
}

const kinds = [
  'GetResourceReplicas',
  'GetRawResourceReplicas',
  'GetMetricReplicas',
  'GetObjectMetricReplicas',
  'GetObjectPerPodMetricReplicas',
  'GetExternalMetricReplicas',
  'GetExternalPerPodMetricReplicas',
] as const;

function failed(line: ReplicasLine, error: string): Calculation {
  const errors: Record<string, string> = {
    GetResourceReplicas: `unable to get metrics for resource ${line.resource}: ${error}`,
    GetRawResourceReplicas: `unable to get metrics for resource ${line.resource}: ${error}`,
    GetMetricReplicas: `unable to get metric m: ${error}`,
    GetObjectMetricReplicas: `unable to get metric m: Service on ns web/${error}`,
    GetObjectPerPodMetricReplicas: `unable to get metric m: Service on ns web/${error}`,
    GetExternalMetricReplicas: `unable to get external metric ns/m/nil: ${error}`,
    GetExternalPerPodMetricReplicas: `unable to get external metric ns/m/nil: ${error}`,
  };
  return { error: errors[line.kind] ?? `no such kind ${line.kind}` };
}

function metricOf(line: ReplicasLine): Metric | undefined {
  const { resource = 'cpu', container } = line;
  const target = wideInteger(line.target);
  const object = { kind: 'Service', name: 'web' };
  switch (line.kind) {
    case 'GetResourceReplicas':
      return container === undefined
        ? { kind: 'ResourceUtilization', resource, target: Number(target) }
        : { kind: 'ContainerResourceUtilization', resource, container, target: Number(target) };
    case 'GetRawResourceReplicas':
      return container === undefined
        ? { kind: 'ResourceAverageValue', resource, target }
        : { kind: 'ContainerResourceAverageValue', resource, container, target };
    case 'GetMetricReplicas':
      return { kind: 'Pods', name: 'm', target };
    case 'GetObjectMetricReplicas':
      return { kind: 'ObjectValue', name: 'm', object, target };
    case 'GetObjectPerPodMetricReplicas':
      return { kind: 'ObjectAverageValue', name: 'm', object, target };
    case 'GetExternalMetricReplicas':
      return { kind: 'ExternalValue', name: 'm', target };
    case 'GetExternalPerPodMetricReplicas':
      return { kind: 'ExternalAverageValue', name: 'm', target };
    default:
      return undefined;
  }
}

function readingOf(line: ReplicasLine): Reading {
  if (line.metricsError !== undefined) return { error: line.metricsError };
  if (line.objectMilliValue !== undefined) return { value: wideInteger(line.objectMilliValue) };
  if (line.externalMilliValues !== undefined) return { values: line.externalMilliValues.map(wideInteger) };
  const samples = (line.metrics ?? []).map(({ milliValue, ...rest }) => ({ ...rest, milli: wideInteger(milliValue) }));
  return { samples };
}

/** The calculators themselves, whose words are what a line expects. */
function calculate(line: ReplicasLine): Calculation {
  const reading = readingOf(line);
  if ('error' in reading) return failed(line, reading.error);
  const { tolerances, currentReplicas = 0, statusReplicas = 0 } = line;
  const target = wideInteger(line.target);
  const pods = (line.pods ?? []).map((each) => pod(each, line.resource ?? 'cpu'));
  if ('value' in reading) {
    return line.kind === 'GetObjectMetricReplicas'
      ? valueReplicas(currentReplicas, reading.value, target, tolerances, pods)
      : sharedReplicas(statusReplicas, reading.value, target, tolerances);
  }
  if ('values' in reading) {
    const total = reading.values.reduce((a, b) => a + b, 0n);
    return line.kind === 'GetExternalMetricReplicas'
      ? valueReplicas(currentReplicas, total, target, tolerances, pods)
      : sharedExternalReplicas(statusReplicas, reading.values, target, tolerances);
  }
  const input = {
    currentReplicas,
    tolerances,
    clock: line,
    pods,
    samples: reading.samples,
    ...(line.resource === undefined ? {} : { resource: line.resource }),
    ...(line.container === undefined ? {} : { container: line.container }),
  };
  return line.kind === 'GetResourceReplicas'
    ? utilizationReplicas(input, Number(target))
    : averageReplicas(input, target);
}

/** The same line through the way that a reconcile takes; it has to propose the same count. */
function proposedDifference(line: ReplicasLine, found: Calculation): string[] {
  const metric = metricOf(line);
  if (metric === undefined) return [`kind: no such kind ${line.kind}`];
  const proposal = propose(metric, readingOf(line), {
    namespace: 'ns',
    specReplicas: line.currentReplicas ?? 0,
    statusReplicas: line.statusReplicas ?? 0,
    pods: (line.pods ?? []).map((each) => pod(each, line.resource ?? 'cpu')),
    tolerances: line.tolerances,
    clock: line,
  });
  if ('error' in proposal) {
    const told = 'error' in found && proposal.error.endsWith(found.error);
    return told ? [] : [`proposal: ${proposal.error}`];
  }
  return !('error' in found) && found.replicas === proposal.replicas ? [] : [`proposal: ${proposal.replicas}`];
}

export function isReplicasLine(line: object): line is ReplicasLine {
  return 'kind' in line && (kinds as readonly unknown[]).includes(line.kind) && 'tolerances' in line;
}

export function replayReplicas(line: ReplicasLine): Replayed {
  const found = calculate(line);
  const withPercent = 'utilizationPercent' in line.expected;
  const actual =
    'error' in found
      ? { replicas: null, ...(withPercent ? { utilizationPercent: null } : {}), usageMilli: null, error: found.error }
      : {
          replicas: found.replicas,
          ...(found.utilizationPercent === undefined ? {} : { utilizationPercent: found.utilizationPercent }),
          usageMilli: json(found.usageMilli),
          error: null,
        };
  return {
    kind: 'replicas',
    id: line.id,
    differences: [...differences(line.expected, actual), ...proposedDifference(line, found)],
  };
}
