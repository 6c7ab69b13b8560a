import type { Autoscaler } from './autoscaler.js';
import type { Outcome } from './decision.js';
import { emptyMemory, type Memory, rememberScale } from './memory.js';
import type { TimelineRow } from './timeline.js';

/** Memories that the live controller may have at once, in number. More than a few say nothing further. */
const mostMemories = 6;

/**
 * What the controller remembers before the recording begins, as far as its first status tells: where it holds a size
 * back, that size was recommended at some time within the window; otherwise nothing in the window is higher.
 */
export function firstMemory(row: TimelineRow | undefined): Memory {
  const able = row?.hpa?.status.conditions.find(({ type }) => type === 'AbleToScale');
  if (!row?.hpa || able === undefined) return emptyMemory;
  const at = able.reason === 'ScaleDownStabilized' ? row.at : Number.NEGATIVE_INFINITY;
  return { ...emptyMemory, recommendations: [{ at, replicas: row.hpa.status.currentReplicas, unseen: true }] };
}

/** The same without the recommendation from before the recording, whose age nobody saw: it may have run out. Null where it has. */
export function withoutUnseen(memory: Memory): Memory | null {
  const counts = ({ unseen, at }: Memory['recommendations'][number]): boolean =>
    unseen === true && at > Number.NEGATIVE_INFINITY;
  if (!memory.recommendations.some(counts)) return null;
  const recommendations = memory.recommendations.map((each) =>
    each.unseen ? { ...each, at: Number.NEGATIVE_INFINITY } : each,
  );
  return { ...memory, recommendations };
}

/** Remembers at the likeliest instant what was tried at another, so that errors of one decision do not reach the next. */
export function settled(memory: Memory, now: number, at: number): Memory {
  const settle = <Slot extends { readonly at: number }>(slots: readonly Slot[]): readonly Slot[] =>
    slots.map((slot) => (slot.at === now ? { ...slot, at } : slot));
  return {
    recommendations: settle(memory.recommendations),
    scaleUpEvents: settle(memory.scaleUpEvents),
    scaleDownEvents: settle(memory.scaleDownEvents),
  };
}

/** How much older than its window a recommendation has to be before it is certain that it has run out, seconds. */
const slack = 5;

function longestWindow({ behavior, flags }: Autoscaler): number {
  const { downscaleStabilizationSeconds } = flags;
  const up = behavior?.scaleUp.stabilizationWindowSeconds ?? 0;
  return Math.max(up, behavior?.scaleDown.stabilizationWindowSeconds ?? downscaleStabilizationSeconds);
}

/** Two memories decide alike that hold the same sizes, of those that have not run out. */
function sizesOf({ recommendations, scaleUpEvents, scaleDownEvents }: Memory, since: number): string {
  const young = recommendations.filter(({ at }) => at >= since).map(({ at, replicas }) => `${at} ${replicas}`);
  const changes = [...scaleUpEvents, ...scaleDownEvents].map(({ at, change }) => `${at} ${change}`);
  return `${young.toSorted().join()}/${changes.toSorted().join()}`;
}

/** Those that differ, the likeliest first. */
export function distinct(memories: Iterable<Memory>, autoscaler: Autoscaler, now: number): readonly Memory[] {
  const found = new Map<string, Memory>();
  for (const memory of memories) {
    const key = sizesOf(memory, now - longestWindow(autoscaler) - slack);
    if (!found.has(key)) found.set(key, memory);
    if (found.size === mostMemories) break;
  }
  return [...found.values()];
}

/** After a deviation the memory goes on with what the live controller wrote, not with what the port would have. */
export function corrected(
  autoscaler: Autoscaler,
  before: Memory,
  after: Memory,
  at: number,
  observed: Outcome,
): Memory {
  const kept = { ...after, scaleUpEvents: before.scaleUpEvents, scaleDownEvents: before.scaleDownEvents };
  if (!observed.able.endsWith('SucceededRescale')) return kept;
  return rememberScale(kept, autoscaler.behavior, at, observed.current, observed.desired);
}
