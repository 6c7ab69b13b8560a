import { type Autoscaler, type AutoscalerStatus, initialStatus } from './autoscaler.js';
import { flagsOf } from './clocks.js';
import type { Conditions } from './condition.js';
import { emptyMemory } from './memory.js';
import { MetricsPipeline } from './metrics-pipeline.js';
import type { Random } from './random.js';
import { reconcile } from './reconcile.js';
import type { DemandStep, Scenario } from './scenario.js';
import { SimulatedWorkload } from './simulated-workload.js';

/** A change of size. Seconds since the start of the scenario. */
export interface Move {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** Reason of ScalingLimited at that sync: which limit was applied. */
  readonly limited: string;
}

/** One simulated run. */
export interface Run {
  readonly startReplicas: number;
  readonly moves: readonly Move[];
  /** Conditions after the last sync. */
  readonly conditions: Conditions;
}

/** The size at one moment of a run. */
export function sizeAt({ startReplicas, moves }: Run, at: number): number {
  return moves.findLast((move) => move.at <= at)?.to ?? startReplicas;
}

/** Time that passes before the scenario begins, so that the pipeline has samples. */
const warmSeconds = 90;

/** CPU metrics only; the rest is not simulated. */
function cpuOnly(autoscaler: Autoscaler): Autoscaler {
  const metrics = autoscaler.metrics.filter((metric) => 'resource' in metric && metric.resource === 'cpu');
  return { ...autoscaler, metrics };
}

/**
 * Plays one run: pods, kubelet, metrics-server and the controller, each on its own clock with its own phase. Left out:
 * image pulls, full nodes, throttling by CFS, a backlog of requests, API latency. Without a CPU metric nothing moves.
 *
 * @param random decides phases, jitter and start-up times: the same seed gives the same run.
 * @param isOver ends the run early, given the time and the size.
 */
export function simulate(
  scenario: Scenario,
  random: Random,
  isOver: (now: number, size: number) => boolean = () => false,
): Run {
  const { clocks, startReplicas, endAt } = scenario;
  const autoscaler = { ...cpuOnly(scenario.autoscaler), flags: flagsOf(clocks) };
  const pipeline = new MetricsPipeline(
    -warmSeconds,
    clocks.housekeepingSeconds,
    clocks.metricResolutionSeconds,
    random,
  );
  const workload = new SimulatedWorkload(-warmSeconds, scenario.pod, pipeline, random);
  workload.seed(startReplicas);
  const demand: DemandStep[] = [...scenario.demand];
  const moves: Move[] = [];
  let [memory, status, size]: [typeof emptyMemory, AutoscalerStatus, number] = [
    emptyMemory,
    initialStatus,
    startReplicas,
  ];
  let nextSync = -warmSeconds + random() * clocks.syncPeriodSeconds;
  while (true) {
    const now = Math.min(nextSync, pipeline.nextAt(), workload.nextAt(), demand[0]?.at ?? endAt, endAt);
    if (now >= endAt || isOver(now, size)) break;
    workload.advance(now);
    if (demand[0] !== undefined && demand[0].at <= now) workload.load(demand.shift()?.milli ?? 0);
    pipeline.advance(now, (pod) => workload.used(pod));
    if (nextSync > now) continue;
    nextSync = now + clocks.syncPeriodSeconds + 0.1 * random();
    if (autoscaler.metrics.length === 0 || now < -warmSeconds / 2) continue;
    const reading = { samples: pipeline.samples() };
    const seen = reading.samples.length > 0 ? reading : { error: 'no metrics returned from resource metrics API' };
    const sync = reconcile(autoscaler, status, memory, {
      now,
      specReplicas: size,
      statusReplicas: workload.size,
      pods: workload.list(),
      readings: autoscaler.metrics.map(() => seen),
    });
    ({ memory, status } = sync);
    if (sync.rescaleTo === null) continue;
    moves.push({ at: now, from: size, to: sync.rescaleTo, limited: status.conditions.ScalingLimited?.reason ?? '' });
    size = sync.rescaleTo;
    workload.resize(size);
  }
  return { startReplicas, moves, conditions: status.conditions };
}
