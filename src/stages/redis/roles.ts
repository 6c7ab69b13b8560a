import type { ShardPlan } from './placement.js';
import { shardsIn } from './placement-checks.js';
import { awaitPromotion } from './promotion.js';
import { selfOf, takeSnapshot } from './snapshot.js';
import { ANSWER_MS, settleBench, type Workbench } from './workbench.js';

/** A manual failover gives itself up after five seconds. */
const FAILOVER_MS = 6000;

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
  for (const { primary } of before) {
    if (await promote(bench, primary)) continue;
    // The votes of the first try are spent for two node timeouts.
    await bench.clock.sleep(bench.nodeTimeoutMs * 2 + 500, bench.context.signal);
    if (!(await promote(bench, primary))) lost.push(primary);
  }
  await settleBench(bench, 0, bench.spec.timeoutSeconds * 1000);
  return lost;
}

/** Has a replica take over from its primary; true where it is primary afterwards, or was before. */
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
