import type { Clock } from '../../ports/clock.js';
import type { Pulse } from '../../ports/pulse.js';
import type { NodeCall, RedisNodes } from '../../ports/redis-nodes.js';
import type { RedisProbe } from '../../ports/redis-probe.js';

/** What may come on top of the time that nodes have to answer, milliseconds: timers that are late, an answer on its way. */
const graceMs = 1000;

interface Overtime {
  /** Monotonic milliseconds. */
  readonly endedAt: number;
  readonly ms: number;
}

/** Calls of one node may follow each other, and each has the whole time. */
function mostInRow(calls: readonly NodeCall[]): number {
  const perNode = new Map<string, number>();
  for (const { node } of calls) perNode.set(node, (perNode.get(node) ?? 0) + 1);
  return Math.max(1, ...perNode.values());
}

function stoodStill(overtimes: readonly Overtime[], since: number): { totalMs: number; longestMs: number } {
  const late = overtimes.filter(({ endedAt }) => endedAt >= since).map(({ ms }) => Math.round(ms));
  return { totalMs: late.reduce((sum, ms) => sum + ms, 0), longestMs: Math.max(0, ...late) };
}

/**
 * The probe with a clock beside its calls. One that comes back later than any node may answer was held up on its way, by
 * the API server or the network between: what it took beyond that is no node's, and is told as a standstill of the way.
 */
export function timedWay(probe: RedisProbe, clock: Clock): RedisProbe {
  const overtimes: Overtime[] = [];
  const nodes: RedisNodes = {
    use: (addresses) => probe.nodes.use(addresses),
    close: () => probe.nodes.close(),
    async call(calls, timeoutMs) {
      const begun = clock.monotonic();
      const replies = await probe.nodes.call(calls, timeoutMs);
      const endedAt = clock.monotonic();
      const ms = endedAt - begun - timeoutMs * mostInRow(calls) - graceMs;
      if (ms > 0) overtimes.push({ endedAt, ms });
      return replies;
    },
  };
  const pulse: Pulse = {
    who: 'the way to the nodes',
    stoodStill: async (lastMs) => stoodStill(overtimes, clock.monotonic() - lastMs),
  };
  const { load, where, pulses } = probe;
  return { nodes, load, where, pulses: [...pulses, pulse], close: () => probe.close() };
}
