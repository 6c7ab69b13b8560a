import type { NodeCall } from '../../ports/redis-nodes.js';
import { awaitNodes } from './arrival.js';
import { judgeEvent, limitsOf } from './event.js';
import { impossible } from './faults.js';
import type { Judgement } from './finding.js';
import type { Conclusion } from './planned-failover.js';
import { join, leave, sharesFor } from './rebalance.js';
import { rolesOf } from './roles.js';
import { moveSlots } from './slot-moves.js';
import { takeSnapshot } from './snapshot.js';
import { blackoutRemedy, describeBlackout, mayExplain } from './standstill.js';
import { nodesTotal } from './topology.js';
import { type LoadResult, underLoad } from './under-load.js';
import { ANSWER_MS, settleBench, type Workbench } from './workbench.js';

interface Stretch {
  readonly joinMs: number;
  readonly outMs: number;
  readonly inMs: number;
  readonly moved: number;
  readonly soundAfterMs: number | undefined;
}

/** One shard is added while sessions are written, gets its share of slots, gives it back, and goes. */
export async function scale(bench: Workbench): Promise<Conclusion> {
  if (bench.ground.faults.resize === undefined)
    return impossible('scale', 'the nodes are not of one StatefulSet, whose size could be changed');
  const narrow = bench.topology;
  const wide = { ...narrow, shards: narrow.shards + 1 };
  const before = await counted(bench);
  await bench.ground.faults.resize?.(nodesTotal(wide), bench.context.signal);
  bench.topology = wide;
  const arrived = await awaitNodes(bench);
  if (arrived.verdict !== 'pass') {
    bench.topology = narrow;
    await bench.ground.faults.resize?.(nodesTotal(narrow), bench.context.signal);
    return impossible('scale', `the nodes of the new shard did not come: ${arrived.observed}`);
  }
  const { result, load } = await underLoad(
    bench,
    () => [],
    () => stretch(bench, narrow),
  );
  const after = await counted(bench);
  const redirected = Object.fromEntries(
    ['MOVED', 'ASK', 'TRYAGAIN'].map((word) => [word, (after[word] ?? 0) - (before[word] ?? 0)]),
  );
  return { judgements: [summary(result, load, redirected), ...judged(bench, result, load)], events: [] };
}

async function stretch(bench: Workbench, narrow: Workbench['topology']): Promise<Stretch> {
  const { clock } = bench;
  const at = clock.monotonic();
  const shard = await join(bench);
  const joined = clock.monotonic();
  const ids = await identities(bench);
  const out = sharesFor(await slotsNow(bench), shard.primary);
  await moveSlots(bench, out, ids);
  await settleBench(bench, 0, bench.spec.timeoutSeconds * 1000);
  const moved = clock.monotonic();
  await moveSlots(
    bench,
    out.map(({ from, to, slots }) => ({ from: to, to: from, slots })),
    ids,
  );
  await leave(bench, shard, narrow, ids);
  const settled = await settleBench(bench, 500, bench.spec.timeoutSeconds * 1000);
  return {
    joinMs: Math.round(joined - at),
    outMs: Math.round(moved - joined),
    inMs: Math.round(clock.monotonic() - moved),
    moved: out.reduce((sum, { slots }) => sum + slots.length, 0),
    soundAfterMs: settled.soundAfterMs,
  };
}

function judged({ spec }: Workbench, { soundAfterMs }: Stretch, load: LoadResult): readonly Judgement[] {
  const limits = { ...limitsOf(spec.budgets, false), promoteMs: undefined };
  return judgeEvent(
    { behaviour: 'scale', target: 'one shard', ...(soundAfterMs === undefined ? {} : { soundAfterMs }), load },
    limits,
  );
}

function summary(
  { joinMs, outMs, inMs, moved }: Stretch,
  load: LoadResult,
  redirected: Readonly<Record<string, number>>,
): Judgement {
  const words = Object.entries(redirected)
    .map(([word, count]) => `${count} ${word}`)
    .join(', ');
  const failed = load.plain.failed;
  const observed = `joined in ${joinMs} ms, ${moved} slots out in ${outMs} ms and back in ${inMs} ms; the nodes answered ${words}; ${failed} of ${load.plain.sent} writes failed`;
  const base = {
    check: 'scale-without-failures',
    claim: 'a shard is added and removed without a failed write',
    requirement: 'horizontal-scaling' as const,
  };
  if (load.plain.sent === 0)
    return {
      ...base,
      verdict: 'inconclusive',
      observed: 'nothing was written meanwhile',
      findings: [],
      remedy: 'Look at the probe.',
    };
  const { blackout } = load;
  // A write that was not answered in time is a time as well; any other error is not.
  const late = Object.keys(load.plain.errors).every((error) => error.startsWith('timeout'));
  if (failed > 0 && late && blackout !== undefined && mayExplain(blackout, undefined, 0))
    return {
      ...base,
      verdict: 'inconclusive',
      observed: `${observed}, but ${describeBlackout(blackout)}`,
      findings: [],
      remedy: blackoutRemedy,
    };
  const findings =
    failed === 0 ? [] : [{ message: observed, remedy: `Follow ASK and MOVED: ${JSON.stringify(load.plain.errors)}` }];
  return { ...base, verdict: failed === 0 ? 'pass' : 'fail', observed, findings };
}

/** How often the servers answered with each error so far (INFO errorstats, from 6.2). */
async function counted({ ground, addresses }: Workbench): Promise<Record<string, number>> {
  const calls = addresses.map(({ name }): NodeCall => ({ node: name, args: ['INFO', 'errorstats'] }));
  const counts: Record<string, number> = {};
  for (const reply of await ground.probe.nodes.call(calls, ANSWER_MS)) {
    const text = reply.ok && typeof reply.value === 'string' ? reply.value : '';
    for (const [, word = '', count = '0'] of text.matchAll(/errorstat_(\w+):count=(\d+)/g))
      counts[word] = (counts[word] ?? 0) + Number(count);
  }
  return counts;
}

async function identities({ ground, addresses }: Workbench): Promise<(name: string) => string> {
  const { views } = await takeSnapshot(
    ground.probe.nodes,
    addresses.map(({ name }) => name),
    ANSWER_MS,
  );
  const ids = new Map(views.map(({ name, id }) => [name, id]));
  return (name) => ids.get(name) ?? '';
}

async function slotsNow(bench: Workbench): Promise<Readonly<Record<string, readonly number[]>>> {
  const { views } = await takeSnapshot(
    bench.ground.probe.nodes,
    (await rolesOf(bench)).map(({ primary }) => primary),
    ANSWER_MS,
  );
  return Object.fromEntries(
    views.map((view) => [
      view.name,
      view.peers
        .filter(({ id }) => id === view.id)
        .flatMap(({ slots }) =>
          slots.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index)),
        ),
    ]),
  );
}
