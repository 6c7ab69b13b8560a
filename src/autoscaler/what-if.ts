import { acceptanceOf } from './acceptance.js';
import type { Autoscaler } from './autoscaler.js';
import type { ClockSettings } from './clocks.js';
import type { CpuTarget } from './cpu-target.js';
import { autoscalerOf, type ControllerSetup, type HpaSpec } from './hpa.js';
import { seeded } from './random.js';
import type { PodModel } from './scenario.js';
import { type Run, simulate, sizeAt } from './simulation.js';
import type { Trace } from './trace.js';

/** A change of the autoscaler or of the pods that is tried on a trace; what is left out stays as it is. */
export interface Variant {
  readonly name: string;
  readonly spec?: Partial<HpaSpec>;
  /** Of both directions, in place of the flag. */
  readonly tolerance?: number;
  readonly requestMilli?: number;
  readonly limitMilli?: number | null;
}

export interface WhatIfInput {
  readonly hpa: HpaSpec;
  readonly setup: ControllerSetup;
  readonly pod: PodModel;
  readonly clocks: ClockSettings;
  readonly trace: Trace;
  readonly startReplicas: number;
  /** The autoscaler as it is comes first by itself. */
  readonly variants: readonly Variant[];
  readonly runs: number;
  readonly seed: number;
}

/** What a variant would have done: medians over the runs, and one run to look at. */
export interface WhatIfResult {
  readonly name: string;
  readonly moves: number;
  readonly flaps: number;
  readonly peak: number;
  /** Pods × hours: what it costs. */
  readonly podHours: number;
  /** Seconds in which usage per pod was over the target and its tolerance, or over the limit: too few pods. */
  readonly shortSeconds: number;
  /** Seconds in which fewer pods than the smallest stable size would be needed: too many pods. */
  readonly idleSeconds: number;
  readonly run: Run;
}

export interface WhatIf {
  readonly trace: Trace;
  readonly results: readonly WhatIfResult[];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

interface Setting {
  readonly autoscaler: Autoscaler;
  readonly pod: PodModel;
  readonly cpu: CpuTarget | null;
}

/** Simulated pods are one container, so the first CPU metric is all there is to hold them against. */
function settingOf(input: WhatIfInput, variant: Variant): Setting {
  const tolerance = variant.tolerance ?? input.setup.tolerance;
  const autoscaler = autoscalerOf({ ...input.hpa, ...variant.spec }, { ...input.setup, tolerance });
  const pod = {
    ...input.pod,
    requestMilli: variant.requestMilli ?? input.pod.requestMilli,
    limitMilli: variant.limitMilli === undefined ? input.pod.limitMilli : variant.limitMilli,
  };
  const metric = autoscaler.metrics.find((each) => 'resource' in each && each.resource === 'cpu');
  const { min, max, tolerances } = autoscaler;
  const base = { min, max, tolerances, limitMilli: pod.limitMilli };
  if (metric === undefined) return { autoscaler, pod, cpu: null };
  if (typeof metric.target === 'bigint') {
    return { autoscaler, pod, cpu: { ...base, target: { kind: 'average', milli: Number(metric.target) } } };
  }
  const { requestMilli } = pod;
  if (requestMilli === null) return { autoscaler, pod, cpu: null };
  return { autoscaler, pod, cpu: { ...base, target: { kind: 'utilization', percent: metric.target, requestMilli } } };
}

interface Measured {
  readonly podSeconds: number;
  readonly shortSeconds: number;
  readonly idleSeconds: number;
}

/** Stretches between two changes of size or demand. */
function stretches(
  run: Run,
  { demand, endAt }: Trace,
): readonly { from: number; to: number; milli: number; size: number }[] {
  const edges = [...demand.map(({ at }) => at), ...run.moves.map(({ at }) => at), 0, endAt];
  const times = [...new Set(edges.filter((at) => at >= 0 && at <= endAt))].sort((a, b) => a - b);
  return times.slice(1).map((to, index) => {
    const from = times[index] ?? 0;
    return { from, to, milli: demand.findLast(({ at }) => at <= from)?.milli ?? 0, size: sizeAt(run, from) };
  });
}

function measure(run: Run, trace: Trace, { cpu, pod }: Setting): Measured {
  let [podSeconds, shortSeconds, idleSeconds] = [0, 0, 0];
  for (const { from, to, milli, size } of stretches(run, trace)) {
    podSeconds += size * (to - from);
    if (cpu === null || size === 0) continue;
    const demand = { loadMilli: milli, idleMilliPerPod: pod.idleMilli };
    const { members } = acceptanceOf({ ...cpu, limitMilli: null }, demand);
    const over = pod.limitMilli !== null && milli / size + pod.idleMilli > pod.limitMilli;
    if (over || size < Math.min(...members)) shortSeconds += to - from;
    else if (size > Math.max(...members)) idleSeconds += to - from;
  }
  return { podSeconds, shortSeconds, idleSeconds };
}

const flips = ({ moves }: Run): number => {
  const signs = moves.map(({ from, to }) => Math.sign(to - from));
  return signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length;
};

function resultOf(input: WhatIfInput, variant: Variant): WhatIfResult {
  const setting = settingOf(input, variant);
  const { trace, clocks, startReplicas, runs, seed } = input;
  const scenario = { ...setting, clocks, startReplicas, demand: trace.demand, endAt: trace.endAt };
  const all = Array.from({ length: runs }, (_, index) => simulate(scenario, seeded(seed + index)));
  const measured = all.map((run) => measure(run, trace, setting));
  const [first] = all;
  if (first === undefined) throw new RangeError('a what-if needs at least one run');
  return {
    name: variant.name,
    moves: median(all.map(({ moves }) => moves.length)),
    flaps: median(all.map(flips)),
    peak: median(all.map((run) => Math.max(startReplicas, ...run.moves.map(({ to }) => to)))),
    podHours: median(measured.map(({ podSeconds }) => podSeconds)) / 3600,
    shortSeconds: median(measured.map(({ shortSeconds }) => shortSeconds)),
    idleSeconds: median(measured.map(({ idleSeconds }) => idleSeconds)),
    run: first,
  };
}

/** Plays a trace through the autoscaler as it is and as it might be. Only CPU is simulated. */
export function whatIf(input: WhatIfInput): WhatIf {
  const variants = [{ name: 'as it is' }, ...input.variants];
  return { trace: input.trace, results: variants.map((variant) => resultOf(input, variant)) };
}
