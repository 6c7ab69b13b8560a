import type { NodeReply, RedisNodes } from '../../ports/redis-nodes.js';

const KEY = 'cluster-node-timeout';
/** A node that needs longer than this to answer PING might be held for dead with the quickest timeout. */
const STARVED_MS = 150;

/** What `cluster-node-timeout` was on each node, and how to put it back. */
export interface QuickTimeout {
  /** Milliseconds in force while forming; undefined where the nodes refused (CONFIG not allowed). */
  readonly ms: number | undefined;
  /** Puts the old values back and reads them back; gives the nodes where that failed. */
  restore(): Promise<readonly string[]>;
}

/**
 * Shortens the node timeout while the cluster forms. Gossip runs each half of it, and a primary waits up to it (at
 * most 5 s) before it says `ok` again (cluster.c, clusterUpdateState: rejoin delay); with 600 ms both take tenths of a
 * second. Busy machines get 2000 ms, so that nobody is held for dead by mistake.
 */
export async function quicken(nodes: RedisNodes, names: readonly string[], answerMs: number): Promise<QuickTimeout> {
  const pings = await nodes.call(
    names.map((node) => ({ node, args: ['PING'] })),
    answerMs,
  );
  const slowest = Math.max(...pings.map(({ ms }) => ms));
  const ms = slowest > STARVED_MS ? 2000 : 600;
  const before = await nodes.call(
    names.map((node) => ({ node, args: ['CONFIG', 'GET', KEY] })),
    answerMs,
  );
  const old = new Map(
    names.flatMap((name, index) =>
      settingOf(before[index]) === undefined ? [] : [[name, settingOf(before[index]) ?? '']],
    ),
  );
  const longer = [...old.values()].some((value) => Number(value) > ms);
  const set =
    old.size === names.length && longer
      ? await put(nodes, new Map(names.map((name) => [name, String(ms)])), answerMs)
      : names;
  return {
    ms: set.length === 0 ? ms : undefined,
    restore: () => (longer ? put(nodes, old, answerMs) : Promise.resolve([])),
  };
}

/** Sets a value on each node and reads it back; names the nodes that have another one. */
async function put(
  nodes: RedisNodes,
  values: ReadonlyMap<string, string>,
  answerMs: number,
): Promise<readonly string[]> {
  const names = [...values.keys()];
  await nodes.call(
    names.map((node) => ({ node, args: ['CONFIG', 'SET', KEY, values.get(node) ?? ''] })),
    answerMs,
  );
  const now = await nodes.call(
    names.map((node) => ({ node, args: ['CONFIG', 'GET', KEY] })),
    answerMs,
  );
  return names.filter((name, index) => settingOf(now[index]) !== values.get(name));
}

function settingOf(reply: NodeReply | undefined): string | undefined {
  const value = reply?.ok === true && Array.isArray(reply.value) ? reply.value[1] : undefined;
  return typeof value === 'string' ? value : undefined;
}
