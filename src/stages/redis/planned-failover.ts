import { type EventRecord, judgeEvent, limitsOf } from './event.js';
import type { Judgement } from './finding.js';
import { awaitPromotion, type Promotion } from './promotion.js';
import { restoreRoles, rolesOf } from './roles.js';
import type { SlotRange } from './slots.js';
import { nextShard } from './turn.js';
import { underLoad } from './under-load.js';
import { ANSWER_MS, machineOf, settleBench, type Workbench } from './workbench.js';

/** Writes run for so long before and after what is done, so that there is something to compare. */
export const MARGIN_MS = 700;

export interface Conclusion {
  readonly judgements: readonly Judgement[];
  readonly events: readonly EventRecord[];
}

/** A replica is asked to take over while sessions are written: what an orderly restart costs. */
export async function plannedFailover(bench: Workbench): Promise<Conclusion> {
  const shard = await nextShard(bench);
  if (shard === undefined) return { judgements: [noReplica], events: [] };
  const before = await rolesOf(bench);
  const heir = heirOf(bench, shard.name, shard.replicas);
  let promotion: Promotion | undefined;
  const { result, load } = await underLoad(
    bench,
    (): readonly SlotRange[] => [shard.range],
    async () => {
      await bench.clock.sleep(MARGIN_MS, bench.context.signal);
      const [reply] = await bench.ground.probe.nodes.call([{ node: heir, args: ['CLUSTER', 'FAILOVER'] }], ANSWER_MS);
      if (reply?.ok)
        promotion = await awaitPromotion(
          bench,
          shard.name,
          shard.range.first,
          bench.spec.budgets.maxPlannedFailoverMs * 5,
        );
      const settled = await settleBench(bench, 0, bench.spec.timeoutSeconds * 1000);
      await bench.clock.sleep(MARGIN_MS, bench.context.signal);
      return settled;
    },
  );
  await restoreRoles(bench, before);
  const event: EventRecord = {
    behaviour: 'planned-failover',
    target: shard.name,
    ...(promotion === undefined ? {} : { promoted: promotion.promoted, promoteMs: promotion.ms }),
    ...(result.soundAfterMs === undefined ? {} : { soundAfterMs: result.soundAfterMs }),
    load,
  };
  return { judgements: judgeEvent(event, limitsOf(bench.spec.budgets, true)), events: [event] };
}

/** The replica whose machine has the fewest members of the shard, so that placement survives the change of roles. */
export function heirOf(bench: Workbench, primary: string, replicas: readonly string[]): string {
  const members = [primary, ...replicas].map((name) => machineOf(bench, name));
  const company = (name: string): number => members.filter((machine) => machine === machineOf(bench, name)).length;
  return replicas.toSorted((a, b) => company(a) - company(b))[0] ?? '';
}

const noReplica: Judgement = {
  check: 'planned-failover',
  claim: 'a replica takes over when it is asked to',
  requirement: 'horizontal-scaling',
  verdict: 'inconclusive',
  observed: 'no shard has a replica',
  findings: [],
  remedy: 'Set redis-replicas-per-shard to 1 or more.',
};
