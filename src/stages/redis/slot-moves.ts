import { GateError } from '../../domain/error.js';
import type { NodeCall, NodeReply } from '../../ports/redis-nodes.js';
import type { Workbench } from './workbench.js';

/** Slots that go from one primary to another; nodes by name. */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly slots: readonly number[];
}

const TOGETHER = 128;
const KEYS = 100;
const MIGRATE_MS = 5000;
// Valkey answers SETSLOT when its replicas have it: a batch of them waits as often as it is long.
const ANSWER_MS = 30_000;

/** Moves slots with their keys while clients go on; moves of different sources run beside each other. */
export async function moveSlots(
  bench: Workbench,
  moves: readonly Move[],
  idOf: (name: string) => string,
): Promise<void> {
  await Promise.all(
    moves.map(async ({ from, to, slots }) => {
      for (let at = 0; at < slots.length; at += TOGETHER)
        await moveSome(bench, { from, to, slots: slots.slice(at, at + TOGETHER) }, idOf);
    }),
  );
}

/** The order is the protocol's: import before migrating, and the new owner knows before the old one lets go. */
async function moveSome(bench: Workbench, { from, to, slots }: Move, idOf: (name: string) => string): Promise<void> {
  const set = (node: string, slot: number, ...words: string[]): NodeCall => ({
    node,
    lane: 'move',
    args: ['CLUSTER', 'SETSLOT', String(slot), ...words],
  });
  await all(
    bench,
    slots.map((slot) => set(to, slot, 'IMPORTING', idOf(from))),
  );
  await all(
    bench,
    slots.map((slot) => set(from, slot, 'MIGRATING', idOf(to))),
  );
  await moveKeys(bench, from, to, slots);
  await all(
    bench,
    slots.map((slot) => set(to, slot, 'NODE', idOf(to))),
  );
  await all(
    bench,
    slots.map((slot) => set(from, slot, 'NODE', idOf(to))),
  );
}

async function moveKeys(bench: Workbench, from: string, to: string, slots: readonly number[]): Promise<void> {
  const target = bench.addresses.find(({ name }) => name === to);
  let full = slots;
  while (full.length > 0 && target !== undefined) {
    const found = await all(
      bench,
      full.map((slot) => ({
        node: from,
        lane: 'move',
        args: ['CLUSTER', 'GETKEYSINSLOT', String(slot), String(KEYS)],
      })),
    );
    const lists = found.map((reply) => (reply.ok && Array.isArray(reply.value) ? reply.value.map(String) : []));
    const migrations = lists
      .filter((keys) => keys.length > 0)
      .map(
        (keys): NodeCall => ({
          node: from,
          lane: 'move',
          args: ['MIGRATE', target.host, String(target.port), '', '0', String(MIGRATE_MS), 'KEYS', ...keys],
          // MIGRATE logs in to the other node by itself, so it has to be told the password, which only the probe has.
          passwordAt: 6,
        }),
      );
    await all(bench, migrations);
    full = full.filter((_, index) => (lists[index]?.length ?? 0) >= KEYS);
  }
}

/** All of them, or an error that names the first refusal: half a move is not gone on with. */
async function all({ ground }: Workbench, calls: readonly NodeCall[]): Promise<readonly NodeReply[]> {
  const replies = await ground.probe.nodes.call(calls, ANSWER_MS);
  const at = replies.findIndex((reply) => !reply.ok);
  const refusal = replies[at];
  if (refusal === undefined || refusal.ok) return replies;
  const { node = '', args = [] } = calls[at] ?? {};
  throw new GateError(
    'REDIS_UNREACHABLE',
    `${args.slice(0, 4).join(' ')} on ${node} was refused while slots moved: ${refusal.error}`,
    {
      hint: 'Look for open slots (CLUSTER NODES) and close them: CLUSTER SETSLOT <slot> STABLE.',
    },
  );
}
