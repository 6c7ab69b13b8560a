import { amount } from '../../domain/amount.js';
import { cancelled } from '../../domain/error.js';
import type { Clock } from '../../ports/clock.js';
import type { NodeAddress, NodeCall, NodeReply, RedisNodes } from '../../ports/redis-nodes.js';
import { type Member, planPlacement, type ShardPlan, type Standing } from './placement.js';
import { describeSlots, SLOTS, type SlotRange, slotCount, splitSlots } from './slots.js';
import { type NodeView, nameOf, type Snapshot, selfOf, takeSnapshot } from './snapshot.js';
import type { Topology } from './topology.js';

/** The steps of a bring-up, in their order; a bring-up that stops says in which. */
export const phases = ['look', 'assign', 'meet', 'replicate', 'done'] as const;

export type Phase = (typeof phases)[number];

export interface Formation {
  readonly phase: Phase;
  readonly plan: readonly ShardPlan[];
  /** Why it stopped before `done`. */
  readonly stopped?: string;
  /** Milliseconds that each phase took. */
  readonly took: Readonly<Partial<Record<Phase, number>>>;
  /** What was done, as counts of commands. */
  readonly commands: Readonly<Record<string, number>>;
}

export interface FormationOptions {
  readonly topology: Topology;
  readonly members: readonly Member[];
  readonly addresses: readonly NodeAddress[];
  readonly answerMs: number;
  /** Milliseconds that the slowest phase may take. */
  readonly withinMs: number;
}

/**
 * Forms the cluster by direct commands, from whatever is there: what is done already is left alone, so that a second
 * call changes nothing. Slots and epochs come before the first MEET (else a stale owner's claim could win), the mesh is
 * met pair by pair (gossip would need seconds), and roles are tried again until each replica has heard of its primary.
 */
export async function form(
  nodes: RedisNodes,
  clock: Clock,
  options: FormationOptions,
  signal: AbortSignal,
): Promise<Formation> {
  const took: Partial<Record<Phase, number>> = {};
  const commands: Record<string, number> = {};
  const run = async (calls: readonly NodeCall[]): Promise<readonly NodeReply[]> => {
    for (const { args } of calls) {
      const word = `${args[0]} ${args[1]}`;
      commands[word] = (commands[word] ?? 0) + 1;
    }
    return calls.length === 0 ? [] : nodes.call(calls, options.answerMs);
  };
  const timed = async <T>(phase: Phase, act: () => Promise<T>): Promise<T> => {
    const begun = clock.monotonic();
    const result = await act();
    took[phase] = Math.round(clock.monotonic() - begun);
    return result;
  };
  const stop = (phase: Phase, plan: readonly ShardPlan[], stopped: string): Formation => ({
    phase,
    plan,
    stopped,
    took,
    commands,
  });

  const names = options.addresses.map(({ name }) => name);
  const before = await timed('look', () => takeSnapshot(nodes, names, options.answerMs));
  const obstacle = obstacleTo(before, options.topology);
  if (obstacle !== undefined) return stop('look', [], obstacle);
  const plan = planPlacement(options.members, options.topology, standingOf(before));
  const refused = firstError(await timed('assign', () => run(assignments(before, plan, options.topology))));
  if (refused !== undefined) return stop('assign', plan, refused);
  await timed('meet', () => run(meetings(before, options.addresses)));
  // A handshake that takes longer than a node timeout is dropped, and nobody tries again by himself.
  const introduce = async (): Promise<void> => {
    const now = await takeSnapshot(nodes, names, options.answerMs);
    if (now.silent.length === 0) await run(meetings(now, options.addresses));
  };
  const left = await timed('replicate', () => attach(run, introduce, clock, before, plan, options.withinMs, signal));
  if (left !== undefined) return stop('replicate', plan, left);
  return { phase: 'done', plan, took, commands };
}

/** What makes it unwise to go on: nodes that do not answer, or that hold a part of some other cluster. */
function obstacleTo(snapshot: Snapshot, { shards }: Topology): string | undefined {
  const [mute] = snapshot.silent;
  if (mute !== undefined)
    return `${amount(snapshot.silent.length, 'node does', 'nodes do')} not answer, ${mute.name}: ${mute.error}`;
  const owners = snapshot.views.filter((view) => (selfOf(view)?.slots.length ?? 0) > 0);
  if (owners.length === shards) return undefined;
  const shares = splitSlots(shards).map(({ first, last }) => `${first}-${last}`);
  const strange = owners.find((view) => !shares.includes(ownRanges(view)));
  if (strange === undefined && owners.length < shards) return undefined;
  const what =
    strange === undefined
      ? `${amount(owners.length, 'primary owns', 'primaries own')} slots`
      : `${strange.name} owns ${describeSlots(selfOf(strange)?.slots ?? [])}`;
  return `the nodes are a part of another cluster: ${what}, which is no share of ${shards} shards`;
}

function ownRanges(view: NodeView): string {
  return (selfOf(view)?.slots ?? []).map(({ first, last }) => `${first}-${last}`).join(' ');
}

function standingOf(snapshot: Snapshot): Standing {
  const selves = snapshot.views.map((view) => ({ name: view.name, self: selfOf(view) }));
  return {
    primaries: selves.filter(({ self }) => (self?.slots.length ?? 0) > 0).map(({ name }) => name),
    replicas: Object.fromEntries(
      selves.flatMap(({ name, self }) => (self?.primary === undefined ? [] : [[name, nameOf(snapshot, self.primary)]])),
    ),
  };
}

/** Epochs (once, and only to nodes that know nobody) and the shares of slots that nobody owns yet. */
function assignments(snapshot: Snapshot, plan: readonly ShardPlan[], { shards }: Topology): readonly NodeCall[] {
  const owned = new Set(snapshot.views.map(ownRanges));
  const free = splitSlots(shards).filter(({ first, last }) => !owned.has(`${first}-${last}`));
  const total = snapshot.views.reduce((sum, view) => sum + slotCount(selfOf(view)?.slots ?? []), 0);
  return plan.flatMap(({ primary }, index) => {
    const view = snapshot.views.find(({ name }) => name === primary);
    if (view === undefined || total === SLOTS || ownRanges(view) !== '') return [];
    const fresh = view.peers.length === 1 && view.state['cluster_my_epoch'] === '0';
    const range: SlotRange | undefined = free.shift();
    return [
      ...(fresh ? [{ node: primary, args: ['CLUSTER', 'SET-CONFIG-EPOCH', String(index + 1)] }] : []),
      ...(range === undefined
        ? []
        : [{ node: primary, args: ['CLUSTER', 'ADDSLOTSRANGE', String(range.first), String(range.last)] }]),
    ];
  });
}

/**
 * One MEET for each pair that has no link between these two nodes at these addresses. An address alone says nothing
 * after a restart: it may be another node's by now.
 */
function meetings(snapshot: Snapshot, addresses: readonly NodeAddress[]): readonly NodeCall[] {
  const viewOf = (name: string): NodeView | undefined => snapshot.views.find((view) => view.name === name);
  const knows = (from: NodeAddress, to: NodeAddress): boolean | undefined =>
    viewOf(from.name)?.peers.some(
      ({ id, linked, host, port }) => id === viewOf(to.name)?.id && linked && host === to.host && port === to.port,
    );
  return addresses.flatMap((from, index) =>
    addresses
      .slice(index + 1)
      .filter((to) => !knows(from, to) || !knows(to, from))
      .map((to) => ({
        node: from.name,
        args: ['CLUSTER', 'MEET', to.host, String(to.port), ...busOf(viewOf(to.name), to)],
      })),
  );
}

/** The bus port, where MEET would guess another one. */
function busOf(view: NodeView | undefined, { port }: NodeAddress): readonly string[] {
  const bus = (view === undefined ? undefined : selfOf(view))?.busPort ?? 0;
  return bus === 0 || bus === port + 10_000 ? [] : [String(bus)];
}

/** A handshake has come about by then, or never will. */
const INTRODUCE_MS = 2500;

/** Makes replicas of those that are none yet. Returns why some could not, once time is over. */
async function attach(
  run: (calls: readonly NodeCall[]) => Promise<readonly NodeReply[]>,
  introduce: () => Promise<void>,
  clock: Clock,
  snapshot: Snapshot,
  plan: readonly ShardPlan[],
  withinMs: number,
  signal: AbortSignal,
): Promise<string | undefined> {
  const idOf = (name: string): string => snapshot.views.find((view) => view.name === name)?.id ?? '';
  const already = standingOf(snapshot).replicas;
  let open = plan.flatMap(({ primary, replicas }) =>
    replicas
      .filter((name) => already[name] === undefined)
      .map((node) => ({ node, args: ['CLUSTER', 'REPLICATE', idOf(primary)] })),
  );
  const deadline = clock.monotonic() + withinMs;
  let introduced = clock.monotonic();
  while (open.length > 0) {
    const replies = await run(open);
    const refused = open.filter((_, index) => replies[index]?.ok !== true);
    const why = firstError(replies);
    if (refused.length > 0 && clock.monotonic() >= deadline)
      return `${amount(refused.length, 'replica')} could not be attached, ${refused[0]?.node}: ${why}`;
    if (signal.aborted) throw cancelled('replicas were being attached');
    if (refused.length > 0) await clock.sleep(20, signal);
    if (refused.length > 0 && clock.monotonic() - introduced > INTRODUCE_MS) {
      await introduce();
      introduced = clock.monotonic();
    }
    open = refused;
  }
  return undefined;
}

function firstError(replies: readonly NodeReply[]): string | undefined {
  const refusal = replies.find((reply) => !reply.ok);
  return refusal === undefined || refusal.ok ? undefined : refusal.error;
}
