import { availableParallelism, totalmem } from 'node:os';
import { labelSelector } from '../manifests/graph/selector.js';
import type { ClusterShape, ExposurePolicy } from '../stages/lint/settings.js';
import { quickClocks } from './clocks.js';
import type { LintExposure } from './inputs/sections/lint.js';
import type { GateSpec } from './inputs/spec.js';

/** Which workloads are meant to be reached from outside, in the words of the stage. */
export function exposureOf({
  internal = [],
  external = [],
  otherwise = 'any',
  internalClasses = [],
}: LintExposure): ExposurePolicy {
  const selectors = (list: readonly Readonly<Record<string, string>>[]) =>
    list.flatMap((matchLabels) => labelSelector({ matchLabels }) ?? []);
  return { internal: selectors(internal), external: selectors(external), otherwise, internalClasses };
}

/** How long the load test has for its way up and down; undefined where there is no way down to wait for. */
export function loadSeconds({ load }: GateSpec): number | undefined {
  return load.profile === 'off' || !load.scaleDown ? undefined : load.timeoutSeconds;
}

/** The kind cluster that the run will make: nodes are containers, and each has the whole machine to offer. */
export function clusterShape({ cluster }: GateSpec): ClusterShape | undefined {
  if (cluster.mode !== 'kind') return undefined;
  const architecture = process.arch === 'x64' ? 'amd64' : process.arch;
  return {
    nodes: cluster.nodes,
    nodeMilliCpu: availableParallelism() * 1000,
    nodeMemory: totalmem(),
    architecture,
    storageClasses: ['standard'],
    mappedPorts: cluster.hostPort === undefined ? [] : [cluster.hostPort],
    loadedImages: cluster.images,
    loadBalancer: false,
    metricsServer: true,
    nodeLabels: { 'kubernetes.io/os': 'linux', 'kubernetes.io/arch': architecture },
    ...(cluster.quickClocks && !cluster.strict ? { downscaleSeconds: quickClocks.downscaleStabilizationSeconds } : {}),
  };
}
