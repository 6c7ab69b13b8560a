import type { StageContext } from '../../domain/stage.js';
import type { Clock } from '../../ports/clock.js';
import type { Log } from '../../ports/log.js';
import type { HostedNode } from '../../ports/redis-hosts.js';
import type { NodeAddress } from '../../ports/redis-nodes.js';
import type { RedisGround } from '../../ports/redis-probe.js';
import { type Settling, settle } from './settling.js';
import type { RedisSpec } from './spec.js';
import { topologyOf } from './spec.js';
import type { Expectation } from './structure-check.js';
import type { Topology } from './topology.js';
import { timedWay } from './way.js';

/** Milliseconds that one node may take for an ordinary answer. */
export const ANSWER_MS = 2000;
/** Bytes that a replica may lag while nothing much is written. */
const MAX_LAG_BYTES = 1_048_576;
const LOOK_EVERY_MS = 40;

/** What every part of the stage works with. Addresses change when nodes restart; the rest does not. */
export interface Workbench {
  readonly spec: RedisSpec;
  readonly ground: RedisGround;
  readonly clock: Clock;
  readonly log: Log;
  readonly context: StageContext;
  hosted: readonly HostedNode[];
  addresses: readonly NodeAddress[];
  topology: Topology;
  /** Milliseconds, as the nodes have it. */
  nodeTimeoutMs: number;
  /** When a node last lost its role as primary, monotonic. */
  readonly deposed: Map<string, number>;
}

export function openWorkbench(
  spec: RedisSpec,
  ground: RedisGround,
  clock: Clock,
  log: Log,
  context: StageContext,
): Workbench {
  return {
    spec,
    ground: { ...ground, probe: timedWay(ground.probe, clock) },
    clock,
    log,
    context,
    hosted: [],
    addresses: [],
    topology: topologyOf(spec),
    nodeTimeoutMs: spec.nodeTimeoutMs,
    deposed: new Map(),
  };
}

export function expectationOf({ topology, addresses }: Workbench): Expectation {
  return { topology, addresses, maxLagBytes: MAX_LAG_BYTES };
}

/** Waits for the cluster to be sound and to stay so; times count from `since`, or from now. */
export function settleBench(bench: Workbench, holdMs: number, withinMs: number, since?: number): Promise<Settling> {
  const { ground, clock, context } = bench;
  const options = { withinMs, holdMs, everyMs: LOOK_EVERY_MS, answerMs: ANSWER_MS, since: since ?? clock.monotonic() };
  return settle(ground.probe.nodes, clock, expectationOf(bench), options, context.signal);
}

export function machineOf({ hosted }: Workbench, name: string): string | undefined {
  return hosted.find((node) => node.name === name)?.machine;
}
