import { amount } from '../../domain/amount.js';
import type { Peer } from './cluster-nodes.js';
import type { Finding } from './finding.js';
import { describeSlots, heldTwice, SLOTS, slotCount, uncoveredBy } from './slots.js';
import { type NodeView, nameOf, type Snapshot, selfOf } from './snapshot.js';
import type { StructureCheck } from './structure-check.js';

/** A1. What each node claims for itself, added up; then each view's coverage. */
export const slotOwners: StructureCheck = {
  check: 'slots-owned-once',
  claim: `each of ${SLOTS} slots has exactly one owner, by the owners' own word and in every node's view`,
  holds: ({ views }) => `${SLOTS} slots owned once, seen by ${views.length} nodes`,
  find: (snapshot) => [...selfClaims(snapshot), ...snapshot.views.flatMap((view) => uncovered(view))],
};

function selfClaims({ views, silent }: Snapshot): readonly Finding[] {
  const owners = views.map((view) => ({ name: view.name, slots: selfOf(view)?.slots ?? [] }));
  const held = owners.flatMap(({ slots }) => slots);
  const twice = heldTwice(held);
  // A silent node may be the owner of what nobody else claims.
  const none = silent.length > 0 ? [] : uncoveredBy(held);
  const findings: Finding[] =
    none.length === 0
      ? []
      : [
          {
            message: `${describeSlots(none)} (${slotCount(none)}): no node owns them`,
            remedy: `Assign them: CLUSTER ADDSLOTSRANGE ${none[0]?.first} ${none[0]?.last} on a primary.`,
          },
        ];
  for (const range of twice) {
    const rivals = owners.filter(({ slots }) =>
      slots.some(({ first, last }) => first <= range.last && last >= range.first),
    );
    findings.push({
      ...(rivals[0] ? { node: rivals[0].name } : {}),
      message: `${describeSlots([range])}: claimed by ${rivals.map(({ name }) => name).join(' and ')}`,
      remedy: 'Give the slots to one owner: CLUSTER SETSLOT <slot> NODE <id> on every primary, the right owner first.',
    });
  }
  return findings;
}

function uncovered(view: NodeView): readonly Finding[] {
  const missing = uncoveredBy(view.peers.flatMap(({ slots }) => slots));
  if (missing.length === 0) return [];
  return [
    {
      node: view.name,
      message: `${view.name} knows no owner of ${describeSlots(missing)} (${slotCount(missing)} of ${SLOTS})`,
      remedy: `Look at ${view.name}: CLUSTER NODES; the owner is lost to it, or nobody owns the slots.`,
    },
  ];
}

/** A5. Shards as wanted: primaries with slots, each with its replicas, slots spread evenly. */
export const shape: StructureCheck = {
  check: 'shards-complete',
  claim: 'each shard has one primary with slots and all its replicas',
  holds: ({ views }, { topology }) =>
    `${topology.shards} primaries with ${amount(topology.replicasPerShard, 'replica')} each, seen by ${views.length} nodes`,
  find: (snapshot, { topology }) =>
    snapshot.views.flatMap((view) => shapeOf(snapshot, view, topology.shards, topology.replicasPerShard)),
};

function shapeOf(snapshot: Snapshot, view: NodeView, shards: number, replicas: number): readonly Finding[] {
  const primaries = view.peers.filter(({ role }) => role === 'primary');
  const owners = primaries.filter(({ slots }) => slots.length > 0);
  const fault = (message: string, remedy: string): Finding => ({
    node: view.name,
    message: `${view.name} sees ${message}`,
    remedy,
  });
  const findings: Finding[] = [];
  if (owners.length !== shards)
    findings.push(
      fault(
        `${amount(owners.length, 'primary', 'primaries')} with slots, not ${shards}`,
        'Complete the cluster, or say the topology that is meant.',
      ),
    );
  const empty = primaries.filter(({ slots }) => slots.length === 0);
  if (empty.length > 0) {
    findings.push(
      fault(
        `primary ${names(snapshot, empty)} without a slot`,
        'Make it a replica (CLUSTER REPLICATE), or give it slots.',
      ),
    );
  }
  for (const owner of owners) {
    const own = view.peers.filter(({ primary }) => primary === owner.id).length;
    if (own !== replicas)
      findings.push(
        fault(
          `primary ${names(snapshot, [owner])} with ${amount(own, 'replica')}, not ${replicas}`,
          'Attach the missing replicas: CLUSTER REPLICATE.',
        ),
      );
  }
  return [...findings, ...skew(snapshot, view, owners)];
}

/** Slots may differ by 5 % of an even share: moves after a scale-out leave a little more than one. */
function skew(snapshot: Snapshot, view: NodeView, owners: readonly Peer[]): readonly Finding[] {
  const even = SLOTS / Math.max(1, owners.length);
  return owners
    .filter(({ slots }) => Math.abs(slotCount(slots) - even) > Math.max(1, even * 0.05))
    .slice(0, 1)
    .map((owner) => ({
      node: view.name,
      message: `${view.name} sees ${amount(slotCount(owner.slots), 'slot')} on ${names(snapshot, [owner])}, an even share is ${Math.round(even)}`,
      remedy: 'Rebalance the slots over the primaries.',
    }));
}

function names(snapshot: Snapshot, peers: readonly Peer[]): string {
  return peers.map(({ id }) => nameOf(snapshot, id)).join(', ');
}

/** A7. Primaries with one epoch between them would both win a quarrel over a slot. */
export const epochs: StructureCheck = {
  check: 'epochs-distinct',
  claim: 'each primary has a configuration epoch of its own, and no node is behind its own',
  holds: ({ views }) => `distinct epochs in ${views.length} views`,
  find: ({ views }) => views.flatMap((view) => [...sameEpochs(view), ...oldEpoch(view)]).slice(0, 6),
};

function sameEpochs(view: NodeView): readonly Finding[] {
  const owners = view.peers.filter(({ role, slots }) => role === 'primary' && slots.length > 0);
  const shared = owners.find(({ epoch, id }) => owners.some((other) => other.id !== id && other.epoch === epoch));
  if (shared === undefined) return [];
  return [
    {
      node: view.name,
      message: `${view.name} sees two primaries with epoch ${shared.epoch}`,
      remedy: 'Wait for the collision to be resolved, or run CLUSTER BUMPEPOCH on one of them.',
    },
  ];
}

function oldEpoch(view: NodeView): readonly Finding[] {
  const current = Number(view.state['cluster_current_epoch'] ?? 0);
  const own = Number(view.state['cluster_my_epoch'] ?? 0);
  if (current >= own) return [];
  return [
    {
      node: view.name,
      message: `${view.name} is at epoch ${current} but claims ${own}`,
      remedy: 'Look at its nodes.conf: it is older than its data.',
    },
  ];
}

/** A8. A slot that was left half-way answers ASK for ever. */
export const migrations: StructureCheck = {
  check: 'no-open-slot',
  claim: 'no slot is half-way between two nodes',
  holds: ({ views }) => `no open slot on ${views.length} nodes`,
  find: ({ views }) =>
    views.flatMap((view) => {
      const open = selfOf(view)?.open ?? [];
      if (open.length === 0) return [];
      return [
        {
          node: view.name,
          message: `${view.name} has ${amount(open.length, 'open slot')} (slot ${open[0]?.slice(0, 20)})`,
          remedy: 'Finish the move, or close the slot: CLUSTER SETSLOT <slot> STABLE on both nodes.',
        },
      ];
    }),
};
