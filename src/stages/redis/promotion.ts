import { cancelled } from '../../domain/error.js';
import { hasSlot } from './slots.js';
import { type NodeView, type Snapshot, selfOf, takeSnapshot } from './snapshot.js';
import type { Workbench } from './workbench.js';

const LOOK_EVERY_MS = 25;
/** A node that was harmed does not answer; nobody waits for it. */
const GLANCE_MS = 300;
/** How often the orchestrator is asked whether the node is back under another address. */
const HOSTS_EVERY_MS = 1000;

/** Who owns the slots after an event: a replica that was promoted, or the old primary, started again in time. */
export interface Promotion {
  readonly promoted: string;
  /** Milliseconds from the call to the first look at which a node said that it owns the slots and serves. */
  readonly ms: number;
}

/**
 * Watches who owns a slot, by the owners' own word. The old owner counts only after it was gone: it may be back before
 * anybody holds it for failed. Undefined when time is over.
 */
export async function awaitPromotion(
  bench: Workbench,
  old: string,
  slot: number,
  withinMs: number,
): Promise<Promotion | undefined> {
  const { ground, clock, context } = bench;
  const begun = clock.monotonic();
  const before = bench.hosted.find(({ name }) => name === old)?.incarnation;
  let wasGone = false;
  let asked = begun;
  for (;;) {
    if (context.signal.aborted) throw cancelled('a replica was being promoted');
    const seen = await takeSnapshot(
      ground.probe.nodes,
      bench.addresses.map(({ name }) => name),
      GLANCE_MS,
    );
    const owner = ownerIn(seen, slot, wasGone ? undefined : old);
    const ms = Math.round(clock.monotonic() - begun);
    if (owner !== undefined) {
      bench.deposed.set(old, clock.monotonic());
      return { promoted: owner.name, ms };
    }
    if (ms > withinMs) return undefined;
    wasGone ||= seen.silent.some(({ name }) => name === old);
    if (clock.monotonic() - asked > HOSTS_EVERY_MS) {
      asked = clock.monotonic();
      wasGone = (await follow(bench, old, before)) || wasGone;
    }
    await clock.sleep(LOOK_EVERY_MS, context.signal);
  }
}

function ownerIn({ views }: Snapshot, slot: number, except: string | undefined): NodeView | undefined {
  const claimants = views.filter((view) => view.name !== except && serves(view, slot));
  return claimants.toSorted((a, b) => (selfOf(b)?.epoch ?? 0) - (selfOf(a)?.epoch ?? 0))[0];
}

function serves(view: NodeView, slot: number): boolean {
  const self = selfOf(view);
  return self?.role === 'primary' && hasSlot(self.slots, slot) && view.state['cluster_state'] === 'ok';
}

/** Speaks to a node under its newest address; true when it was started again. */
async function follow(bench: Workbench, name: string, before: string | undefined): Promise<boolean> {
  const found = (await bench.ground.hosts.nodes(bench.context.signal)).find((node) => node.name === name);
  const address = found?.address;
  if (address === undefined) return false;
  if (bench.addresses.some((known) => known.name === name && known.host !== address.host)) {
    bench.addresses = bench.addresses.map((known) => (known.name === name ? address : known));
    await bench.ground.probe.nodes.use(bench.addresses);
  }
  return found?.incarnation !== before;
}
