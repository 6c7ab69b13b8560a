import type { Behavior, ScalingRules } from './behavior.js';

/** What the metrics asked for at one sync, before any limit. */
export interface Recommendation {
  /** Seconds. */
  readonly at: number;
  readonly replicas: number;
  /** It was inferred, not seen: `at` is the latest that it can have been. */
  readonly unseen?: true;
}

/** A change of size that the controller wrote. */
export interface ScaleEvent {
  /** Seconds. */
  readonly at: number;
  /** Pods added or removed, always positive. */
  readonly change: number;
  /** The slot may be written over. */
  readonly outdated?: boolean;
}

/** What the controller remembers of one HPA between syncs; lost when it restarts. Slots keep their order. */
export interface Memory {
  readonly recommendations: readonly Recommendation[];
  readonly scaleUpEvents: readonly ScaleEvent[];
  readonly scaleDownEvents: readonly ScaleEvent[];
}

export const emptyMemory: Memory = { recommendations: [], scaleUpEvents: [], scaleDownEvents: [] };

/** The first sync after a start remembers the size that it found. Upstream: horizontal.go, `recordInitialRecommendation`. */
export function seedMemory(memory: Memory, at: number, replicas: number): Memory {
  return memory.recommendations.length > 0 ? memory : { ...memory, recommendations: [{ at, replicas }] };
}

/** Writes over the last slot that is free, in slot order, or appends. */
export function store<Slot>(slots: readonly Slot[], slot: Slot, isFree: (slot: Slot) => boolean): readonly Slot[] {
  const free = slots.findLastIndex(isFree);
  return free < 0 ? [...slots, slot] : slots.with(free, slot);
}

function storeEvent(events: readonly ScaleEvent[], rules: ScalingRules, event: ScaleEvent): readonly ScaleEvent[] {
  const longest = Math.max(0, ...rules.policies.map(({ periodSeconds }) => periodSeconds));
  const marked = events.map((old) => (old.at < event.at - longest ? { ...old, outdated: true } : old));
  return store(marked, event, ({ outdated }) => outdated === true);
}

/**
 * Remembers a rescale, for rate policies. Without behavior nothing is remembered.
 * Upstream: horizontal.go, `storeScaleEvent`, `markScaleEventsOutdated`.
 */
export function rememberScale(
  memory: Memory,
  behavior: Behavior | null,
  at: number,
  before: number,
  after: number,
): Memory {
  if (behavior === null || before === after) return memory;
  const event = { at, change: Math.abs(after - before) };
  return after > before
    ? { ...memory, scaleUpEvents: storeEvent(memory.scaleUpEvents, behavior.scaleUp, event) }
    : { ...memory, scaleDownEvents: storeEvent(memory.scaleDownEvents, behavior.scaleDown, event) };
}
