import { setTimeout as sleep } from 'node:timers/promises';
import type { KindStand } from '../../bench/redis/stand.js';
import { shardsIn } from '../../src/stages/redis/placement-checks.js';
import { type Snapshot, takeSnapshot } from '../../src/stages/redis/snapshot.js';

const ANSWER_MS = 20_000;
const anySignal = new AbortController().signal;

/** Waits for what a test has planted to have come about; the test's own time limit ends it. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(250);
}

async function look({ ground }: KindStand): Promise<Snapshot> {
  const hosted = await ground.hosts.nodes(anySignal);
  await ground.probe.nodes.use(hosted.flatMap(({ address }) => address ?? []));
  return takeSnapshot(
    ground.probe.nodes,
    hosted.map(({ name }) => name),
    ANSWER_MS,
  );
}

/** Has two replicas of different shards change places, so that one follows the primary on its own machine. */
export async function beside(stand: KindStand) {
  const { ground } = stand;
  const hosted = await ground.hosts.nodes(anySignal);
  const machineOf = (name: string) => hosted.find((node) => node.name === name)?.machine ?? '?';
  const snapshot = await look(stand);
  const shards = shardsIn(snapshot);
  const idOf = (name: string) => snapshot.views.find((view) => view.name === name)?.id ?? '';
  for (const { primary, replicas: own } of shards) {
    for (const other of shards.filter((shard) => shard.primary !== primary)) {
      const replica = other.replicas.find((name) => machineOf(name) === machineOf(primary));
      const [gone] = own;
      if (replica === undefined || gone === undefined) continue;
      const follow = (node: string, whom: string) => ({ node, args: ['CLUSTER', 'REPLICATE', idOf(whom)] });
      await ground.probe.nodes.call([follow(replica, primary), follow(gone, other.primary)], ANSWER_MS);
      await until(async () =>
        shardsIn(await look(stand)).some((one) => one.primary === primary && one.replicas.includes(replica)),
      );
      return { primary, replica, machine: machineOf(primary) };
    }
  }
  throw new Error('no replica shares a machine with another primary');
}

/** Deletes a node's claim and its pod: it comes back with an empty volume. */
export async function loseVolume({ ground, client, hosting }: KindStand, name: string): Promise<void> {
  const core = `/api/v1/namespaces/${hosting.namespace}`;
  const old = (await ground.hosts.nodes(anySignal)).find((node) => node.name === name);
  await client.delete(`${core}/persistentvolumeclaims/data-${name}`);
  await client.delete(`${core}/pods/${name}?gracePeriodSeconds=0`);
  await until(async () => {
    const now = (await ground.hosts.nodes(anySignal)).find((node) => node.name === name);
    return now?.address !== undefined && now.incarnation !== old?.incarnation && now.volume !== old?.volume;
  });
}
