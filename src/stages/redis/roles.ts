import type { ShardPlan } from './placement.js';
import { shardsIn } from './placement-checks.js';
import { awaitPromotion } from './promotion.js';
import { selfOf, takeSnapshot } from './snapshot.js';
import { ANSWER_MS, settleBench, type Workbench } from './workbench.js';

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
    const snapshot = await takeSnapshot(
      bench.ground.probe.nodes,
      bench.addresses.map(({ name }) => name),
      ANSWER_MS,
    );
    const view = snapshot.views.find(({ name }) => name === primary);
    const self = view === undefined ? undefined : selfOf(view);
    if (self?.role === 'primary' && self.slots.length > 0) continue;
    const incumbent = snapshot.views.find(({ id }) => id === self?.primary);
    const slot = (incumbent === undefined ? undefined : selfOf(incumbent))?.slots[0]?.first;
    const [reply] = await bench.ground.probe.nodes.call([{ node: primary, args: ['CLUSTER', 'FAILOVER'] }], ANSWER_MS);
    const done =
      reply?.ok && incumbent !== undefined && slot !== undefined
        ? await awaitPromotion(bench, incumbent.name, slot, 10_000)
        : undefined;
    if (done?.promoted !== primary) lost.push(primary);
  }
  await settleBench(bench, 0, bench.spec.timeoutSeconds * 1000);
  return lost;
}
