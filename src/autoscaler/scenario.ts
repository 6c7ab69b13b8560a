import type { Autoscaler } from './autoscaler.js';
import type { ClockSettings } from './clocks.js';

/** From `at` on, the load asks for `milli` millicores in total, over all pods. */
export interface DemandStep {
  /** Seconds since the start of the scenario. */
  readonly at: number;
  readonly milli: number;
}

/** One pod of the workload. Millicores and seconds. */
export interface PodModel {
  /** Null: it requests no CPU, so that a utilisation target fails. */
  readonly requestMilli: number | null;
  /** Null: it may use what the node has. */
  readonly limitMilli: number | null;
  readonly idleMilli: number;
  /** From creation to Ready; each pod takes a time between the two. */
  readonly readySeconds: readonly [low: number, high: number];
}

/** A load over time, a workload and its autoscaler. */
export interface Scenario {
  /** Only metrics of CPU are simulated; the flags are taken from `clocks`. */
  readonly autoscaler: Autoscaler;
  readonly clocks: ClockSettings;
  readonly pod: PodModel;
  readonly startReplicas: number;
  /** Ascending; before the first there is no load. */
  readonly demand: readonly DemandStep[];
  readonly endAt: number;
}

/** A straight rise or fall, as steps of `stepSeconds`. */
export function ramp(from: DemandStep, to: DemandStep, stepSeconds: number): readonly DemandStep[] {
  const count = Math.max(1, Math.ceil((to.at - from.at) / stepSeconds));
  return Array.from({ length: count + 1 }, (_, index) => ({
    at: from.at + ((to.at - from.at) * index) / count,
    milli: from.milli + ((to.milli - from.milli) * index) / count,
  }));
}

/** What a load stage does: nothing, then a demand, then nothing again. */
export function proofDemand(idleSeconds: number, loadSeconds: number, milli: number): readonly DemandStep[] {
  return [
    { at: idleSeconds, milli },
    { at: idleSeconds + loadSeconds, milli: 0 },
  ];
}
