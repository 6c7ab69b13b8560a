import type { ShardPlan } from './placement.js';
import { shardsIn } from './placement-checks.js';
import { awaitPromotion } from './promotion.js';
import { selfOf, takeSnapshot } from './snapshot.js';
import { votesFor } from './turn.js';
import { ANSWER_MS, settleBench, type Workbench } from './workbench.js';

/** A manual failover gives itself up after five seconds. */
const FAILOVER_MS = 6000;
const TRIES = 2;

/** Who is whose primary now. */
export async function rolesOf({ ground, addresses }: Workbench): Promise<readonly ShardPlan[]> {
  return shardsIn(
    await takeSnapshot(
      ground.probe.nodes,
      addresses.map(({ name }) => name),
      ANSWER_MS,
    ),
  );
}

/**
 * Gives the primaries of before their role back, one after the other: a failover leaves two primaries on one machine
 * more often than not, and a cluster is left as it was found. Gives the nodes that did not become primary again.
 */
export async function restoreRoles(bench: Workbench, before: readonly ShardPlan[]): Promise<readonly string[]> {
  const lost: string[] = [];
  for (const shard of before) if (!(await giveBack(bench, shard))) lost.push(shard.primary);
  await settleBench(bench, 0, bench.spec.timeoutSeconds * 1000);
  return lost;
}

/** One failed try is followed by another: a replica that is still copying refuses, and votes may be spent. */
async function giveBack(bench: Workbench, { primary, replicas }: ShardPlan): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries++) {
    if (await isPrimary(bench, primary)) return true;
    await votesFor(bench, [primary, ...replicas]);
    if (await promote(bench, primary)) return true;
    // The votes of this try are spent as well.
    bench.deposed.set(primary, bench.clock.monotonic());
  }
  return false;
}

async function isPrimary({ ground }: Workbench, name: string): Promise<boolean> {
  const { views } = await takeSnapshot(ground.probe.nodes, [name], ANSWER_MS);
  const self = views[0] === undefined ? undefined : selfOf(views[0]);
  return self?.role === 'primary' && self.slots.length > 0;
}

/** Has a replica take over from its primary; true where it is primary afterwards. */
async function promote(bench: Workbench, name: string): Promise<boolean> {
  const { nodes } = bench.ground.probe;
  const names = bench.addresses.map((address) => address.name);
  const { views } = await takeSnapshot(nodes, names, ANSWER_MS);
  const view = views.find((one) => one.name === name);
  const self = view === undefined ? undefined : selfOf(view);
  if (self?.role === 'primary' && self.slots.length > 0) return true;
  const incumbent = views.find(({ id }) => id === self?.primary);
  const slot = (incumbent === undefined ? undefined : selfOf(incumbent))?.slots[0]?.first;
  const [reply] = await nodes.call([{ node: name, args: ['CLUSTER', 'FAILOVER'] }], ANSWER_MS);
  if (!reply?.ok || incumbent === undefined || slot === undefined) return false;
  return (await awaitPromotion(bench, incumbent.name, slot, FAILOVER_MS))?.promoted === name;
}
