import { cancelled, GateError } from '../../domain/error.js';
import type { NodeCall } from '../../ports/redis-nodes.js';
import { planPlacement, type ShardPlan } from './placement.js';
import { rolesOf } from './roles.js';
import type { Move } from './slot-moves.js';
import { SLOTS } from './slots.js';
import { type NodeView, selfOf, takeSnapshot } from './snapshot.js';
import { nodesTotal, type Topology } from './topology.js';
import { ANSWER_MS, type Workbench } from './workbench.js';

const LOOK_EVERY_MS = 50;
const GRACE_MS = 1000;

/** Takes each primary's share for a new one: an even part from each, the last slots of each. */
export function sharesFor(owned: Readonly<Record<string, readonly number[]>>, to: string): readonly Move[] {
  const sources = Object.entries(owned).filter(([name, slots]) => name !== to && slots.length > 0);
  const wanted = Math.floor(SLOTS / (sources.length + 1));
  let left = wanted;
  return sources.map(([from, slots], index) => {
    const share = Math.ceil(left / (sources.length - index));
    left -= share;
    return { from, to, slots: slots.slice(slots.length - share) };
  });
}

/** Makes the newcomers a shard without slots: introduced to all, replicas attached, known everywhere. */
export async function join(bench: Workbench): Promise<ShardPlan> {
  const known = await rolesOf(bench);
  const old = new Set(known.flatMap(({ primary, replicas }) => [primary, ...replicas]));
  const { hosted, topology } = bench;
  const members = hosted.filter(({ name }) => !old.has(name)).map(({ name, machine }) => ({ name, machine }));
  const [shard] = planPlacement(
    members,
    { shards: 1, replicasPerShard: topology.replicasPerShard },
    { primaries: [], replicas: {} },
  );
  if (shard === undefined)
    throw new GateError('REDIS_UNREACHABLE', 'no new node came', { hint: 'Look at the StatefulSet.' });
  await introduce(bench, old);
  await attach(bench, shard);
  return shard;
}

/** Each newcomer to all others, until everybody knows everybody. */
async function introduce(bench: Workbench, old: ReadonlySet<string>): Promise<void> {
  const { ground, addresses, topology } = bench;
  const fresh = addresses.filter(({ name }) => !old.has(name));
  await ground.probe.nodes.call(
    fresh.flatMap((from) =>
      addresses
        .filter(({ name }) => name !== from.name)
        .map((to): NodeCall => ({ node: from.name, args: ['CLUSTER', 'MEET', to.host, String(to.port)] })),
    ),
    ANSWER_MS,
  );
  const total = nodesTotal(topology);
  await until(
    bench,
    'the new nodes to be known to all',
    (views) =>
      views.length === total &&
      views.every(({ peers }) => peers.length === total && peers.every(({ flags }) => !flags.includes('handshake'))),
  );
}

/** The replicas of a new shard to its primary. */
async function attach(bench: Workbench, { primary, replicas }: ShardPlan): Promise<void> {
  const { nodes } = bench.ground.probe;
  const { views } = await takeSnapshot(nodes, [primary], ANSWER_MS);
  const id = views[0]?.id ?? '';
  await nodes.call(
    replicas.map((node) => ({ node, args: ['CLUSTER', 'REPLICATE', id] })),
    ANSWER_MS,
  );
  // A primary that was alone says CLUSTERDOWN for up to five seconds more (cluster.c, clusterUpdateState: rejoin delay).
  await until(
    bench,
    'the new nodes to follow and to serve',
    (all) =>
      all.every(({ state }) => state['cluster_state'] === 'ok') &&
      replicas.every((name) => {
        const view = all.find((one) => one.name === name);
        return view?.replication['master_link_status'] === 'up' && selfOf(view)?.primary === id;
      }),
  );
}

/** Removes a shard that owns nothing any more; those that stay forget it, once it is gone and cannot speak up again. */
export async function leave(
  bench: Workbench,
  shard: ShardPlan,
  narrow: Topology,
  idOf: (name: string) => string,
): Promise<void> {
  const gone = [shard.primary, ...shard.replicas];
  const ids = gone.map(idOf);
  // Clients learn by MOVED who owns the slots now; a node that goes before they have is an error of our making.
  await bench.clock.sleep(GRACE_MS, bench.context.signal);
  bench.topology = narrow;
  bench.hosted = bench.hosted.filter(({ name }) => !gone.includes(name));
  bench.addresses = bench.addresses.filter(({ name }) => !gone.includes(name));
  // And ours are told, for on a busy machine no second is long enough.
  await bench.ground.probe.nodes.use(bench.addresses);
  await bench.ground.faults.resize?.(nodesTotal(narrow), bench.context.signal);
  await awaitGone(bench, gone);
  const forget = bench.addresses.flatMap(({ name }) =>
    ids.map((id): NodeCall => ({ node: name, args: ['CLUSTER', 'FORGET', id] })),
  );
  await bench.ground.probe.nodes.call(forget, ANSWER_MS);
}

async function awaitGone({ ground, clock, context, spec }: Workbench, gone: readonly string[]): Promise<void> {
  const deadline = clock.monotonic() + spec.timeoutSeconds * 1000;
  while (
    (await ground.hosts.nodes(context.signal)).some(({ name }) => gone.includes(name)) &&
    clock.monotonic() < deadline
  ) {
    await clock.sleep(LOOK_EVERY_MS * 4, context.signal);
  }
}

async function until(bench: Workbench, what: string, holds: (views: readonly NodeView[]) => boolean): Promise<void> {
  const { ground, addresses, clock, context, spec } = bench;
  const deadline = clock.monotonic() + spec.timeoutSeconds * 1000;
  for (;;) {
    if (context.signal.aborted) throw cancelled(`waiting for ${what}`);
    const { views } = await takeSnapshot(
      ground.probe.nodes,
      addresses.map(({ name }) => name),
      ANSWER_MS,
    );
    if (holds(views)) return;
    if (clock.monotonic() > deadline) {
      throw new GateError('TIMED_OUT', `waited ${spec.timeoutSeconds} s for ${what}`, {
        hint: 'Look at CLUSTER NODES of the new nodes, and at the bus port.',
      });
    }
    await clock.sleep(LOOK_EVERY_MS, context.signal);
  }
}
