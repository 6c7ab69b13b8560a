import type { Conditions } from './condition.js';
import type { Random } from './random.js';
import type { Scenario } from './scenario.js';
import { SimulatedWorld } from './simulated-world.js';

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

/**
 * Plays one run. Left out: image pulls, full nodes, throttling by CFS, a backlog of requests, API latency, and every
 * metric that is not CPU. Without a CPU metric nothing moves.
 *
 * @param random decides phases, jitter and start-up times: the same seed gives the same run.
 * @param isOver ends the run early, given the time and the size.
 */
export function simulate(
  scenario: Scenario,
  random: Random,
  isOver: (now: number, size: number) => boolean = () => false,
): Run {
  const world = new SimulatedWorld(scenario, random);
  const moves: Move[] = [];
  for (let now = world.nextAt(); now < scenario.endAt && !isOver(now, world.size); now = world.nextAt()) {
    const from = world.size;
    const sync = world.advance(now);
    if (sync?.rescaleTo === null || sync === undefined) continue;
    moves.push({ at: now, from, to: world.size, limited: sync.status.conditions.ScalingLimited?.reason ?? '' });
  }
  return { startReplicas: scenario.startReplicas, moves, conditions: world.status.conditions };
}
