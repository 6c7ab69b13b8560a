import { type Owner, shardsOf } from './shard-traffic.js';
import type { Workbench } from './workbench.js';

/** The shard whose turn it is: the one whose roles changed longest ago, once it can be voted for. */
export async function nextShard(bench: Workbench): Promise<Owner | undefined> {
  const shards = (await shardsOf(bench)).filter(({ replicas }) => replicas.length > 0);
  const shard = shards.toSorted((a, b) => a.epoch - b.epoch)[0];
  if (shard !== undefined) await votesFor(bench, [shard.name, ...shard.replicas]);
  return shard;
}

/**
 * Waits until the primaries may vote for these members again. A primary votes for no second failover of one shard
 * within two node timeouts (cluster.c, clusterSendFailoverAuthIfNeeded); whoever asks for one before just stops the
 * shard's writes for five seconds. So shards take turns, and where that is not enough we wait.
 */
export async function votesFor(bench: Workbench, members: readonly string[]): Promise<void> {
  const last = Math.max(...members.map((name) => bench.deposed.get(name) ?? Number.NEGATIVE_INFINITY));
  const left = last + bench.nodeTimeoutMs * 2 + 500 - bench.clock.monotonic();
  if (left > 0) await bench.clock.sleep(left, bench.context.signal);
}
