import type { CpuTarget } from '../../autoscaler/cpu-target.js';
import { autoscalerOf, type ControllerSetup } from '../../autoscaler/hpa.js';
import type { Metric } from '../../autoscaler/metric.js';
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

/** The autoscaler as far as CPU decides; null where its only metric is not CPU, or where requests are missing. */
export function cpuTargetOf({ autoscaler, pods }: ObservedRow, setup: ControllerSetup): CpuTarget | null {
  if (autoscaler === null) return null;
  const { metrics, min, max, tolerances } = autoscalerOf(hpaSpecOf(autoscaler), setup);
  const [metric] = metrics;
  const pod = pods.find(({ deleting }) => !deleting);
  if (metric === undefined || metrics.length > 1 || !isCpu(metric) || pod === undefined) return null;
  const requestMilli = sum(covered(metric, pod).map(({ cpuRequestMilli }) => cpuRequestMilli));
  const limitMilli = sum(covered(metric, pod).map(({ cpuLimitMilli }) => cpuLimitMilli));
  const common = { min, max, tolerances, limitMilli };
  if (metric.kind === 'ResourceAverageValue' || metric.kind === 'ContainerResourceAverageValue') {
    return { ...common, target: { kind: 'average', milli: Number(metric.target) } };
  }
  if (metric.kind !== 'ResourceUtilization' && metric.kind !== 'ContainerResourceUtilization') return null;
  if (requestMilli === null || requestMilli === 0) return null;
  return { ...common, target: { kind: 'utilization', percent: metric.target, requestMilli } };
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
