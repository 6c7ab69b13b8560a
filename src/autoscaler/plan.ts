import { acceptanceOf, type LoadRange, loadsFor, loadsOnlyFor } from './acceptance.js';
import type { Autoscaler } from './autoscaler.js';
import { type Bands, bandsOf } from './bands.js';
import { type ClockSettings, productionClocks, quickClocks } from './clocks.js';
import type { CpuTarget } from './cpu-target.js';
import { autoscalerOf, type ControllerSetup, type HpaSpec } from './hpa.js';
import { findingsOf, type PlanFinding } from './plan-finding.js';
import { proofDemand } from './scenario.js';
import { targetOfWorkload, type WorkloadFacts } from './workload-facts.js';

/** CPU that one request costs, milliseconds: at 1 ms a request, 1 request/s asks for 1 millicore. */
export interface RequestCost {
  readonly lowMs: number;
  readonly highMs: number;
  /** Measured, given by the user, or assumed because nobody said. */
  readonly source: 'measured' | 'given' | 'assumed';
}

/** What is taken where nobody said what a request costs. */
export const assumedCost: RequestCost = { lowMs: 2, highMs: 20, source: 'assumed' };

export interface PlanInput {
  readonly hpa: HpaSpec;
  readonly workload: WorkloadFacts;
  readonly setup: ControllerSetup;
  readonly cost: RequestCost;
  readonly idleMilliPerPod: number;
  /** Rates to answer for, requests/s; where none is given the table is by size. */
  readonly rates: readonly number[];
  /** From creation to Ready. */
  readonly readySeconds: readonly [low: number, high: number];
  readonly seed: number;
  /** Simulated runs a band; fewer for large workloads. */
  readonly runs: number;
}

/** Runs a band that keep a plan well under a second. */
export const planRuns = 60;

/** The loads under which one size is stable. */
export interface PlanSize {
  readonly replicas: number;
  /** Millicores in total; null where no load makes the size stable. */
  readonly load: LoadRange | null;
  /** Requests/s, from the dearest request at the low end to the cheapest at the high end. */
  readonly rate: { readonly low: number; readonly high: number } | null;
}

/** The sizes that are stable at one rate, for the dearest and for the cheapest request. */
export interface PlanRate {
  readonly rate: number;
  readonly cheap: readonly number[];
  readonly dear: readonly number[];
}

/** How soon a load that needs the largest size is answered, and given back. */
export interface PlanBands {
  readonly clocks: 'production' | 'quick';
  /** Millicores in total. */
  readonly loadMilli: number;
  readonly from: number;
  readonly bands: Bands;
}

export interface Plan {
  readonly workload: string;
  /** Null where the HPA cannot scale on CPU at all; `findings` says why. */
  readonly target: CpuTarget | null;
  readonly cost: RequestCost;
  readonly sizes: readonly PlanSize[];
  readonly rates: readonly PlanRate[];
  readonly bands: readonly PlanBands[];
  readonly findings: readonly PlanFinding[];
}

/** More rows than these are thinned out, the ends kept. */
const mostRows = 12;

function sizesOf(cpu: CpuTarget, cost: RequestCost, idle: number): readonly PlanSize[] {
  const first = Math.max(1, cpu.min);
  const count = cpu.max - first + 1;
  const step = Math.max(1, Math.ceil(count / mostRows));
  const sizes = Array.from({ length: Math.max(0, count) }, (_, index) => first + index);
  return sizes
    .filter((_, index) => index % step === 0 || index === count - 1)
    .map((replicas) => {
      const load = loadsFor(cpu, replicas, idle) ?? null;
      const rate = load && { low: load.lowMilli / cost.highMs, high: load.highMilli / cost.lowMs };
      return { replicas, load, rate };
    });
}

/** A load that no size but max answers, as a load stage would choose it. */
function loadForMax(cpu: CpuTarget, idle: number): number | undefined {
  const range = loadsOnlyFor(cpu, cpu.max, idle) ?? loadsFor(cpu, cpu.max, idle);
  return range === undefined ? undefined : range.lowMilli * 1.25;
}

/** Large workloads take longer to simulate and vary less. */
const runsFor = (runs: number, max: number): number =>
  Math.max(1, Math.round(runs * Math.min(1, Math.max(0.2, 10 / max))));

const [idleSeconds, loadSeconds, quickLoadSeconds] = [30, 300, 150];
const quantiles = [0.5, 0.95, 0.99];

/** From the load's end: the window, then as long again as the rates may take. */
function coolSeconds({ behavior }: Autoscaler, clocks: ClockSettings): number {
  const window = behavior?.scaleDown.stabilizationWindowSeconds ?? clocks.downscaleStabilizationSeconds;
  return window + 600;
}

function bandsFor(
  input: PlanInput,
  autoscaler: Autoscaler,
  cpu: CpuTarget,
  name: PlanBands['clocks'],
): PlanBands | undefined {
  const clocks = name === 'production' ? productionClocks : quickClocks;
  const loadMilli = loadForMax(cpu, input.idleMilliPerPod);
  if (loadMilli === undefined || cpu.max <= cpu.min) return undefined;
  const loadEnd = idleSeconds + (name === 'production' ? loadSeconds : quickLoadSeconds);
  const from = Math.max(1, cpu.min);
  const bands = bandsOf(
    {
      autoscaler,
      clocks,
      pod: {
        requestMilli: cpu.target.kind === 'utilization' ? cpu.target.requestMilli : 0,
        limitMilli: cpu.limitMilli,
        idleMilli: input.idleMilliPerPod,
        readySeconds: input.readySeconds,
      },
      startReplicas: from,
      demand: proofDemand(idleSeconds, loadEnd - idleSeconds, loadMilli),
      endAt: loadEnd + coolSeconds(autoscaler, clocks),
    },
    { runs: runsFor(input.runs, cpu.max), seed: input.seed, quantiles, loadStart: idleSeconds, loadEnd },
  );
  return { clocks: name, loadMilli, from, bands };
}

/**
 * What an HPA will do, from its manifest alone: which sizes at which load, how soon, and what can never scale and why.
 * With a cost that is assumed the rates are as uncertain as the assumption.
 */
export function planOf(input: PlanInput): Plan {
  const { cost, workload, idleMilliPerPod: idle } = input;
  const autoscaler = autoscalerOf(input.hpa, input.setup);
  const found = targetOfWorkload(autoscaler, workload);
  const findings = findingsOf(input, autoscaler, found);
  const base = { workload: workload.name, cost, findings };
  if (found.cpu === null) return { ...base, target: null, sizes: [], rates: [], bands: [] };
  const { cpu } = found;
  const members = (milli: number): readonly number[] =>
    acceptanceOf(cpu, { loadMilli: milli, idleMilliPerPod: idle }).members;
  const stuck = findings.some(({ kind }) => kind === 'never-scales' || kind === 'never-scales-up');
  const names = stuck ? [] : (['production', 'quick'] as const);
  const bands = names.flatMap((name) => bandsFor(input, autoscaler, cpu, name) ?? []);
  return {
    ...base,
    target: cpu,
    sizes: sizesOf(cpu, cost, idle),
    rates: input.rates.map((rate) => ({ rate, cheap: members(rate * cost.lowMs), dear: members(rate * cost.highMs) })),
    bands,
  };
}
