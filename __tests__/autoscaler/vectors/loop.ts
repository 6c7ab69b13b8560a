import { type Autoscaler, initialStatus, type Sync } from '../../../src/autoscaler/autoscaler.js';
import {
  type Behavior,
  defaultBehavior,
  tolerancesOf,
  type WrittenBehavior,
} from '../../../src/autoscaler/behavior.js';
import type { Tolerances } from '../../../src/autoscaler/calculation.js';
import type { Condition } from '../../../src/autoscaler/condition.js';
import { emptyMemory, type Memory } from '../../../src/autoscaler/memory.js';
import type { Metric, Reading } from '../../../src/autoscaler/metric.js';
import type { Container, Pod, PodPhase, ReadyCondition } from '../../../src/autoscaler/pod.js';
import { type WideInteger, wideInteger } from '../../../src/autoscaler/quantity.js';
import { reconcile } from '../../../src/autoscaler/reconcile.js';
import { container, differences, json, type Replayed, type WireContainer } from './wire.js';

type WireReading =
  | { readonly samples: readonly (readonly [string, WideInteger, number, number])[] }
  | { readonly value: WideInteger }
  | { readonly values: readonly WideInteger[] }
  | { readonly error: string };

type WirePodRow = readonly [string, PodPhase, boolean, number | null, ReadyCondition['status'] | null, number | null];

interface WireSync {
  readonly t: number;
  readonly spec: number;
  readonly status: number;
  readonly pods: readonly WirePodRow[];
  readonly in: readonly WireReading[];
  readonly out: object;
}

export interface LoopLine {
  readonly id: string;
  readonly min: number;
  readonly max: number;
  readonly metrics: readonly {
    readonly kind: string;
    readonly resource?: string;
    readonly container?: string;
    readonly target: WideInteger;
  }[];
  readonly configurableTolerance: boolean;
  readonly toleranceFlag: number;
  readonly tolerances: Tolerances;
  readonly downscaleStabilizationSeconds: number;
  readonly cpuInitializationPeriodSeconds: number;
  readonly initialReadinessDelaySeconds: number;
  readonly behaviorWritten: WrittenBehavior | null;
  readonly behavior: Behavior | null;
  readonly containers?: readonly WireContainer[];
  readonly initContainers?: readonly WireContainer[];
  readonly syncs: readonly WireSync[];
  readonly final: object;
}

export function isLoopLine(line: object): line is LoopLine {
  return 'syncs' in line && 'metrics' in line && 'final' in line;
}

function metricOf(
  { kind, resource = 'cpu', container = '', target }: LoopLine['metrics'][number],
  index: number,
): Metric {
  const name = `m${index}`;
  const object = { kind: 'Service', name: 'web' };
  const milli = wideInteger(target);
  switch (kind) {
    case 'ResourceUtilization':
      return { kind, resource, target: Number(target) };
    case 'ContainerResourceUtilization':
      return { kind, resource, container, target: Number(target) };
    case 'ResourceAverageValue':
      return { kind, resource, target: milli };
    case 'ContainerResourceAverageValue':
      return { kind, resource, container, target: milli };
    case 'Pods':
      return { kind, name, target: milli };
    case 'ObjectValue':
    case 'ObjectAverageValue':
      return { kind, name, object, target: milli };
    case 'ExternalValue':
    case 'ExternalAverageValue':
      return { kind, name, target: milli };
    default:
      throw new Error(`no such metric kind: ${kind}`);
  }
}

function readingOf(wire: WireReading): Reading {
  if ('samples' in wire) {
    return {
      samples: wire.samples.map(([pod, milli, timestamp, windowSeconds]) => ({
        pod,
        milli: wideInteger(milli),
        timestamp,
        windowSeconds,
      })),
    };
  }
  if ('value' in wire) return { value: wideInteger(wire.value) };
  return 'values' in wire ? { values: wire.values.map(wideInteger) } : wire;
}

function podOf(row: WirePodRow, containers: readonly Container[], initContainers: readonly Container[]): Pod {
  const [name, phase, deleting, startTime, status, lastTransition] = row;
  const ready = status === null || lastTransition === null ? null : { status, lastTransition };
  return { name, phase, deleting, startTime, ready, containers, initContainers };
}

function autoscalerOf(line: LoopLine): Autoscaler {
  const behavior = defaultBehavior(line.behaviorWritten);
  return {
    namespace: 'ns',
    target: 'Deployment/ns/web',
    min: line.min,
    max: line.max,
    metrics: line.metrics.map(metricOf),
    behavior,
    tolerances: tolerancesOf(behavior, line.toleranceFlag, line.configurableTolerance),
    flags: line,
  };
}

const words = (condition: Condition | undefined): string =>
  condition === undefined ? '' : `${condition.status} ${condition.reason}`;

function out({ proposals, rescaleTo, status, events, error }: Sync): object {
  return {
    proposals,
    rescaleTo,
    statusDesired: status.desiredReplicas,
    usage: status.currentMetrics.map((each) => (each === null ? null : [each.utilizationPercent, json(each.milli)])),
    able: words(status.conditions.AbleToScale),
    active: words(status.conditions.ScalingActive),
    limited: words(status.conditions.ScalingLimited),
    ...(events.length > 0 ? { events: events.map(({ type, reason, message }) => `${type} ${reason} ${message}`) } : {}),
    ...(error === null ? {} : { error }),
  };
}

function final({ recommendations, scaleUpEvents, scaleDownEvents }: Memory): object {
  return {
    recommendations: recommendations.map(({ at, replicas }) => [at, replicas]),
    scaleUpEvents: scaleUpEvents.map(({ at, change }) => [at, change]),
    scaleDownEvents: scaleDownEvents.map(({ at, change }) => [at, change]),
  };
}

export function replayLoop(line: LoopLine): Replayed {
  const autoscaler = autoscalerOf(line);
  const containers = (line.containers ?? []).map((each) => container(each, 'cpu'));
  const initContainers = (line.initContainers ?? []).map((each) => container(each, 'cpu'));
  const found = differences(
    { behavior: line.behavior, tolerances: line.tolerances },
    { behavior: autoscaler.behavior, tolerances: autoscaler.tolerances },
  );
  let [memory, status, agree] = [emptyMemory, initialStatus, 0];
  for (const { t, spec, status: statusReplicas, pods, in: readings, out: expected } of line.syncs) {
    const sync = reconcile(autoscaler, status, memory, {
      now: t,
      specReplicas: spec,
      statusReplicas,
      pods: pods.map((row) => podOf(row, containers, initContainers)),
      readings: readings.map(readingOf),
    });
    [memory, status] = [sync.memory, sync.status];
    const wrong = differences(expected, out(sync), `t=${t} `);
    if (wrong.length === 0) agree += 1;
    found.push(...wrong);
  }
  found.push(...differences(line.final, final(memory), 'final '));
  return { kind: 'loop', id: line.id, differences: found, syncs: { all: line.syncs.length, agree } };
}
