import type { Autoscaler } from '../../autoscaler/autoscaler.js';
import type { CpuTarget } from '../../autoscaler/cpu-target.js';
import { autoscalerOf, type ControllerSetup } from '../../autoscaler/hpa.js';
import type { Metric } from '../../autoscaler/metric.js';
import { currentMetricOf } from '../../autoscaler/observation.js';
import type { ObservedCurrentMetric } from '../../autoscaler/timeline.js';
import type { ObservedContainer, ObservedPod, ObservedRow } from '../../ports/autoscaler-observer.js';
import { readyPods } from './recording.js';
import { hpaSpecOf } from './timeline.js';

function counted({ containers, initContainers }: ObservedPod): readonly ObservedContainer[] {
  return [...containers, ...initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always')];
}

function sum(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>((total, value) => (total === null || value === null ? null : total + value), 0);
}

function isCpu(metric: Metric): boolean {
  return 'resource' in metric && metric.resource === 'cpu';
}

/** The containers that a CPU metric covers: the one it names, or all. */
function covered(metric: Metric, pod: ObservedPod): readonly ObservedContainer[] {
  return 'container' in metric ? counted(pod).filter(({ name }) => name === metric.container) : counted(pod);
}

/** The autoscaler as far as CPU decides, or why it cannot be said at which CPU it rests. */
export type CpuRole = { readonly cpu: CpuTarget } | { readonly cpu: null; readonly why: string };

const none = (why: string): CpuRole => ({ cpu: null, why });

/** What the autoscaler's own status says of a metric, over its target; null where it could not be read. */
function pressure(metric: Metric, status: unknown): number | null {
  const current = status === undefined ? null : currentMetricOf(status as ObservedCurrentMetric);
  if (current === null) return null;
  const value = typeof metric.target === 'bigint' ? current.milli : current.utilizationPercent;
  return value === null ? null : Number(value) / Number(metric.target);
}

function nameOf(metric: Metric): string {
  if ('resource' in metric)
    return 'container' in metric ? `${metric.resource} of ${metric.container}` : metric.resource;
  return `${metric.kind} ${metric.name}`;
}

/** The highest proposal wins, so CPU decides as long as no other metric asks for more pods, and each can be read. */
function rivalOf({ metrics, tolerances }: Autoscaler, cpu: Metric, statuses: readonly unknown[]): string | null {
  for (const [index, metric] of metrics.entries()) {
    if (metric === cpu) continue;
    const ratio = pressure(metric, statuses[index]);
    if (ratio === null) return `its metric ${nameOf(metric)} cannot be read`;
    if (ratio > 1 + tolerances.up)
      return `its metric ${nameOf(metric)} is at ${(100 * ratio).toFixed(0)} % of its target and asks for more pods than CPU does`;
  }
  return null;
}

function withoutCpu(metrics: readonly Metric[]): string {
  const names = metrics.map(nameOf).join(', ');
  return metrics.every((metric) => 'resource' in metric && metric.resource === 'memory')
    ? 'it scales on memory alone, which does not follow the rate of requests and is seldom given back: no load can be chosen for it, nor a way down be proven'
    : `it scales on ${names}, and what a request adds to that is not known`;
}

function targetOf(metric: Metric, autoscaler: Autoscaler, pod: ObservedPod): CpuRole {
  const { min, max, tolerances } = autoscaler;
  const containers = covered(metric, pod);
  const limitMilli = sum(containers.map(({ cpuLimitMilli }) => cpuLimitMilli));
  const common = { min, max, tolerances, limitMilli };
  if (typeof metric.target === 'bigint') {
    return { cpu: { ...common, target: { kind: 'average', milli: Number(metric.target) } } };
  }
  const requestMilli = sum(containers.map(({ cpuRequestMilli }) => cpuRequestMilli));
  if (requestMilli === null || requestMilli === 0) {
    const bare = containers.find(({ cpuRequestMilli }) => !cpuRequestMilli)?.name ?? 'the named one';
    return none(`container ${bare} of ${pod.name} has no CPU request to be a share of`);
  }
  return { cpu: { ...common, target: { kind: 'utilization', percent: metric.target, requestMilli } } };
}

/** Reduces the autoscaler to what CPU makes of it; other metrics may be there as long as they do not decide. */
export function cpuRoleOf({ autoscaler: seen, pods }: ObservedRow, setup: ControllerSetup): CpuRole {
  if (seen === null) return none('there is no autoscaler');
  const autoscaler = autoscalerOf(hpaSpecOf(seen), setup);
  const { metrics } = autoscaler;
  const [metric, second] = metrics.filter(isCpu);
  const pod = pods.find(({ deleting }) => !deleting);
  if (metric === undefined) return none(withoutCpu(metrics));
  if (second !== undefined) return none(`it has two CPU metrics, ${nameOf(metric)} and ${nameOf(second)}`);
  if (pod === undefined) return none('it has no pod');
  const rival = rivalOf(autoscaler, metric, seen.currentMetrics);
  return rival === null ? targetOf(metric, autoscaler, pod) : none(rival);
}

export function cpuTargetOf(row: ObservedRow, setup: ControllerSetup): CpuTarget | null {
  return cpuRoleOf(row, setup).cpu;
}

/** CPU that the pods which serve use together by the metrics API, millicores; null while one has no sample. */
export function usedCpuMilli(row: ObservedRow): number | null {
  const used = readyPods(row).map((pod) => {
    const sample = row.metrics.samples.find((candidate) => candidate.pod === pod);
    return sample === undefined ? null : sample.containers.reduce((total, { cpuMilli }) => total + cpuMilli, 0);
  });
  return used.length === 0 ? null : sum(used);
}

/** What one pod requests, for the room that more of them need. */
export function podRequests({ pods }: ObservedRow): { cpuMilli: number; memoryMilli: number } {
  const pod = pods.find(({ deleting }) => !deleting);
  const containers = pod === undefined ? [] : counted(pod);
  return {
    cpuMilli: containers.reduce((total, { cpuRequestMilli }) => total + (cpuRequestMilli ?? 0), 0),
    memoryMilli: containers.reduce((total, { memoryRequestMilli }) => total + (memoryRequestMilli ?? 0), 0),
  };
}
