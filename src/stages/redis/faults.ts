import type { Harm } from '../../ports/redis-hosts.js';
import { awaitNodes } from './arrival.js';
import { type EventLimits, type EventRecord, judgeEvent, limitsOf } from './event.js';
import type { Judgement } from './finding.js';
import { type Conclusion, MARGIN_MS } from './planned-failover.js';
import { awaitPromotion, type Promotion } from './promotion.js';
import { restoreRoles, rolesOf } from './roles.js';
import type { Settling } from './settling.js';
import type { Owner } from './shard-traffic.js';
import { nextShard } from './turn.js';
import { underLoad } from './under-load.js';
import { settleBench, type Workbench } from './workbench.js';

/** How something is done to a primary, and undone where that is needed. */
interface Blow {
  readonly behaviour: string;
  readonly limits: EventLimits;
  strike(target: string): Promise<void>;
  /** Called once a replica was promoted, or time was over. */
  relieve(target: string): Promise<void>;
}

/** SIGTERM through the orchestrator, SIGKILL, or SIGSTOP until a replica was promoted. */
export function harm(bench: Workbench, kind: Harm): Promise<Conclusion> {
  const { faults } = bench.ground;
  const { signal } = bench.context;
  if (kind !== 'terminate' && !faults.signals)
    return Promise.resolve(impossible(kind, 'no signal can be sent to a server here'));
  const { budgets } = bench.spec;
  const limits = limitsOf(budgets, false);
  return strike(bench, {
    behaviour: kind,
    // What was sent to a hung primary lies in its socket. Set going again, it acknowledges that before it hears that
    // it was replaced: the loss of a partition, by another way.
    limits: kind === 'hang' ? { ...limits, lostAcks: budgets.maxPartitionLostAcks } : limits,
    strike: (target) => faults.harm(target, kind, signal),
    relieve: (target) => (kind === 'hang' ? faults.resume(target, signal) : Promise.resolve()),
  });
}

/**
 * One primary is cut from all other nodes while clients still reach it: the one event in which Redis Cluster loses
 * what it acknowledged (specification: "Write safety"). Plain writes are counted; those with WAIT have to survive.
 */
export async function partition(bench: Workbench): Promise<Conclusion> {
  const { faults } = bench.ground;
  const { signal } = bench.context;
  const { isolate, heal } = faults;
  if (isolate === undefined || heal === undefined)
    return impossible('partition', 'nodes cannot be cut off from each other here');
  const { budgets } = bench.spec;
  return strike(bench, {
    behaviour: 'partition',
    // A lost plain write is how Redis is made; it is reported, and judged only where somebody set a limit.
    limits: { ...limitsOf(budgets, false), lostAcks: budgets.maxPartitionLostAcks },
    strike: (target) =>
      isolate.call(
        faults,
        target,
        bench.addresses.filter(({ name }) => name !== target),
        signal,
      ),
    relieve: (target) => heal.call(faults, target, signal),
  });
}

async function strike(bench: Workbench, blow: Blow): Promise<Conclusion> {
  const shard = await nextShard(bench);
  if (shard === undefined) return impossible(blow.behaviour, 'no shard has a replica');
  const before = await rolesOf(bench);
  const { result, load } = await underLoad(
    bench,
    () => [shard.range],
    () => suffer(bench, blow, shard),
  );
  await restoreRoles(bench, before);
  const { promotion, settled, returned } = result;
  const event: EventRecord = {
    behaviour: blow.behaviour,
    target: shard.name,
    ...(promotion === undefined ? {} : { promoted: promotion.promoted, promoteMs: promotion.ms }),
    ...(settled?.soundAfterMs === undefined ? {} : { soundAfterMs: settled.soundAfterMs }),
    load,
  };
  const absent =
    returned.verdict === 'pass'
      ? []
      : [
          {
            ...returned,
            check: `${blow.behaviour}-returned`,
            claim: `after ${blow.behaviour} of ${shard.name} ${returned.claim}`,
          },
        ];
  return { judgements: [...judgeEvent(event, blow.limits), ...absent], events: [event] };
}

interface Suffering {
  readonly promotion: Promotion | undefined;
  readonly returned: Judgement;
  readonly settled: Settling | undefined;
}

async function suffer(bench: Workbench, blow: Blow, shard: Owner): Promise<Suffering> {
  const { clock, context, spec } = bench;
  await clock.sleep(MARGIN_MS, context.signal);
  const begun = clock.monotonic();
  let promotion: Promotion | undefined;
  try {
    await blow.strike(shard.name);
    const struck = clock.monotonic() - begun;
    const seen = await awaitPromotion(bench, shard.name, shard.range.first, spec.budgets.maxFailoverMs * 2);
    promotion = seen === undefined ? undefined : { ...seen, ms: Math.round(seen.ms + struck) };
    await clock.sleep(MARGIN_MS, context.signal);
  } finally {
    await blow.relieve(shard.name);
  }
  const returned = await awaitNodes(bench);
  const settled =
    returned.verdict === 'pass' ? await settleBench(bench, 0, spec.timeoutSeconds * 1000, begun) : undefined;
  await clock.sleep(MARGIN_MS, context.signal);
  return { promotion, returned, settled };
}

/** A behaviour that cannot be shown here is said so, and never passes. */
export function impossible(behaviour: string, why: string): Conclusion {
  const judgement: Judgement = {
    check: behaviour,
    claim: `the cluster survives ${behaviour}`,
    requirement: 'horizontal-scaling',
    verdict: 'inconclusive',
    observed: `cannot be proved here: ${why}`,
    findings: [],
    remedy: 'Run it on a kind cluster, or leave this behaviour out of redis-behaviour.',
  };
  return { judgements: [judgement], events: [] };
}
