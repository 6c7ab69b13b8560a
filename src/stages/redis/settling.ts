import { cancelled } from '../../domain/error.js';
import type { Clock } from '../../ports/clock.js';
import type { RedisNodes } from '../../ports/redis-nodes.js';
import type { Judgement } from './finding.js';
import { type Snapshot, takeSnapshot } from './snapshot.js';
import { isSound, judgeStructure } from './structure.js';
import type { Expectation } from './structure-check.js';

export interface SettlingOptions {
  /** Milliseconds from now until it is given up. */
  readonly withinMs: number;
  /** Milliseconds for which everything has to hold without a break. */
  readonly holdMs: number;
  /** Milliseconds between two looks; a look while holding may be rarer. */
  readonly everyMs: number;
  /** Milliseconds that one node may take to answer. */
  readonly answerMs: number;
  /** Monotonic start that times are counted from. */
  readonly since: number;
}

/** How the cluster came to agree. */
export interface Settling {
  readonly judgements: readonly Judgement[];
  readonly snapshot: Snapshot;
  /** Check → milliseconds since `since` at which it held, and went on holding to the end. Absent: not at the end. */
  readonly heldFrom: Readonly<Record<string, number>>;
  /** Milliseconds until all properties held at one look, and did not break after. Undefined: never. */
  readonly soundAfterMs: number | undefined;
  /** Whether they held for the whole of `holdMs`. */
  readonly held: boolean;
  /** How often the cluster was sound and then was not. */
  readonly breaks: number;
  readonly looks: number;
}

/** Looks at every node again and again until the cluster is sound and stays so, or time is over. */
export async function settle(
  nodes: RedisNodes,
  clock: Clock,
  expectation: Expectation,
  options: SettlingOptions,
  signal: AbortSignal,
): Promise<Settling> {
  const names = expectation.addresses.map(({ name }) => name);
  const deadline = clock.monotonic() + options.withinMs;
  const heldFrom: Record<string, number> = {};
  let soundAt: number | undefined;
  let breaks = 0;
  for (let looks = 1; ; looks++) {
    if (signal.aborted) throw cancelled('the Redis Cluster was settling');
    const snapshot = await takeSnapshot(nodes, names, options.answerMs);
    const at = clock.monotonic();
    const judgements = judgeStructure(snapshot, expectation);
    for (const { check, verdict } of judgements) {
      if (verdict !== 'pass') delete heldFrom[check];
      else heldFrom[check] ??= Math.round(at - options.since);
    }
    const sound = isSound(judgements);
    if (!sound && soundAt !== undefined) breaks++;
    soundAt = sound ? (soundAt ?? at) : undefined;
    const held = soundAt !== undefined && at - soundAt >= options.holdMs;
    if (held || at >= deadline) {
      const soundAfterMs = soundAt === undefined ? undefined : Math.round(soundAt - options.since);
      return { judgements, snapshot, heldFrom, soundAfterMs, held, breaks, looks };
    }
    await clock.sleep(sound ? Math.max(options.everyMs, 100) : options.everyMs, signal);
  }
}
