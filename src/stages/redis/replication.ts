import { amount } from '../../domain/amount.js';
import type { Finding } from './finding.js';
import { type NodeView, nameOf, type Snapshot, selfOf } from './snapshot.js';
import type { StructureCheck } from './structure-check.js';

/** A6. Both ends of each replication: the replica's word and the primary's. */
export const replication: StructureCheck = {
  check: 'replicas-in-sync',
  claim: 'every replica is linked to its primary, synchronised, and listed by it as online',
  holds: (snapshot) =>
    `${amount(replicas(snapshot).length, 'replica')} online, at most ${amount(largestLag(snapshot), 'byte')} behind`,
  samples: (snapshot, { topology }) => (topology.replicasPerShard === 0 ? 1 : replicas(snapshot).length),
  find: (snapshot, { topology, maxLagBytes }) => [
    ...replicas(snapshot).flatMap((view) => linkFault(snapshot, view, maxLagBytes)),
    ...snapshot.views.flatMap((view) => attachedFault(view, topology.replicasPerShard)),
  ],
};

function replicas({ views }: Snapshot): readonly NodeView[] {
  return views.filter((view) => selfOf(view)?.role === 'replica');
}

function linkFault(snapshot: Snapshot, view: NodeView, maxLagBytes: number): readonly Finding[] {
  const { name, replication: info } = view;
  const primaryId = selfOf(view)?.primary ?? '';
  const primary = nameOf(snapshot, primaryId);
  if (info['master_link_status'] !== 'up') {
    const down = info['master_link_down_since_seconds'];
    const since = down === undefined || down === '-1' ? '' : ` for ${down} s`;
    const remedy = `Look at the log of ${name}: a wrong masterauth (it has to equal the primary's requirepass), or a blocked client port of ${primary}.`;
    return [{ node: name, message: `${name} has no replication link to ${primary}${since}`, remedy }];
  }
  if (info['master_sync_in_progress'] === '1') {
    return [
      {
        node: name,
        message: `${name} is still copying from ${primary}`,
        remedy: 'Give it more time, or set repl-diskless-sync-delay 0.',
      },
    ];
  }
  const lag = lagOf(snapshot, view);
  if (lag <= maxLagBytes) return [];
  return [
    {
      node: name,
      message: `${name} is ${amount(lag, 'byte')} behind ${primary}, ${maxLagBytes} are allowed`,
      remedy: 'Look at its processor and network: it applies slower than its primary writes.',
    },
  ];
}

/** Only a primary knows the offset that it has sent; a replica that is ahead of the older sample is not behind. */
function lagOf({ views }: Snapshot, view: NodeView): number {
  const primary = views.find(({ id }) => id === selfOf(view)?.primary);
  const sent = Number(primary?.replication['master_repl_offset'] ?? 0);
  return Math.max(0, sent - Number(view.replication['slave_repl_offset'] ?? 0));
}

function largestLag(snapshot: Snapshot): number {
  return Math.max(0, ...replicas(snapshot).map((view) => lagOf(snapshot, view)));
}

function attachedFault(view: NodeView, wanted: number): readonly Finding[] {
  const self = selfOf(view);
  if (self?.role !== 'primary' || self.slots.length === 0) return [];
  const online = view.attached.filter((replica) => replica.online).length;
  if (online === wanted) return [];
  return [
    {
      node: view.name,
      message: `${view.name} lists ${amount(online, 'replica')} as online, not ${wanted}`,
      remedy: `Look at INFO replication of ${view.name} and at its replicas' links.`,
    },
  ];
}
