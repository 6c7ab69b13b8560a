import { cancelled } from '../../domain/error.js';
import { hasSlot } from './slots.js';
import { type NodeView, selfOf, takeSnapshot } from './snapshot.js';
import type { Workbench } from './workbench.js';

const LOOK_EVERY_MS = 25;
/** A node that was harmed does not answer; nobody waits for it. */
const GLANCE_MS = 300;

export interface Promotion {
  readonly promoted: string;
  /** Milliseconds from the call to the first look at which another node said that it owns the slots. */
  readonly ms: number;
}

/** Watches who owns a slot, by the owners' own word, until it is another than `old`. Undefined when time is over. */
export async function awaitPromotion(
  bench: Workbench,
  old: string,
  slot: number,
  withinMs: number,
): Promise<Promotion | undefined> {
  const { ground, addresses, clock, context } = bench;
  const names = addresses.map(({ name }) => name).filter((name) => name !== old);
  const begun = clock.monotonic();
  for (;;) {
    if (context.signal.aborted) throw cancelled('a replica was being promoted');
    const { views } = await takeSnapshot(ground.probe.nodes, names, GLANCE_MS);
    const owner = views.find((view) => owns(view, slot));
    const ms = Math.round(clock.monotonic() - begun);
    if (owner !== undefined) {
      bench.deposed.set(old, clock.monotonic());
      return { promoted: owner.name, ms };
    }
    if (ms > withinMs) return undefined;
    await clock.sleep(LOOK_EVERY_MS, context.signal);
  }
}

function owns(view: NodeView, slot: number): boolean {
  const self = selfOf(view);
  return self?.role === 'primary' && hasSlot(self.slots, slot);
}
