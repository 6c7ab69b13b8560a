import { amount } from '../../domain/amount.js';
import type { NodeAddress } from '../../ports/redis-nodes.js';
import { isMyself, type Peer } from './cluster-nodes.js';
import type { Finding } from './finding.js';
import { SLOTS } from './slots.js';
import { type NodeView, nameOf, type Snapshot } from './snapshot.js';
import type { StructureCheck } from './structure-check.js';
import { nodesTotal } from './topology.js';

/** A3. What each node says of the whole. */
export const nodeStates: StructureCheck = {
  check: 'state-ok',
  claim: 'every node says cluster_state:ok with all slots ok and none failing',
  holds: ({ views }) => `cluster_state:ok and cluster_slots_ok:${SLOTS} on ${views.length} nodes`,
  find: ({ views }) => views.flatMap(stateFaults),
};

function stateFaults({ name, state }: NodeView): readonly Finding[] {
  const wanted = {
    cluster_state: 'ok',
    cluster_slots_ok: String(SLOTS),
    cluster_slots_pfail: '0',
    cluster_slots_fail: '0',
  };
  const wrong = Object.entries(wanted).filter(([key, value]) => state[key] !== value);
  if (wrong.length === 0) return [];
  const seen = wrong.map(([key]) => `${key}:${state[key] ?? 'absent'}`).join(' ');
  return [
    {
      node: name,
      message: `${name} says ${seen}`,
      remedy: `Look at the slots and links of ${name}: CLUSTER INFO, CLUSTER NODES.`,
    },
  ];
}

/** A4. The same nodes known to all, with addresses that clients can use. */
export const membership: StructureCheck = {
  check: 'members-known',
  claim: 'every node knows every other by the address that clients use, and holds none for failed',
  holds: ({ views }, { topology }) => `${nodesTotal(topology)} members known to ${views.length} nodes`,
  find: (snapshot, { topology, addresses }) =>
    snapshot.views.flatMap((view) => [
      ...countFault(view, nodesTotal(topology)),
      ...view.peers.flatMap((peer) => flagFault(snapshot, view, peer)),
      ...addressFaults(snapshot, view, addresses),
    ]),
};

function countFault({ name, peers }: NodeView, expected: number): readonly Finding[] {
  if (peers.length === expected) return [];
  const remedy =
    peers.length < expected
      ? `Introduce it: CLUSTER MEET, and open the bus port of ${name}.`
      : 'Forget nodes that are gone: CLUSTER FORGET on every node.';
  return [{ node: name, message: `${name} knows ${amount(peers.length, 'node')}, not ${expected}`, remedy }];
}

const bad = ['fail', 'fail?', 'handshake', 'noaddr'];

function flagFault(snapshot: Snapshot, view: NodeView, peer: Peer): readonly Finding[] {
  const flag = peer.flags.find((name) => bad.includes(name));
  if (flag === undefined) return [];
  const whom = flag === 'handshake' ? `${peer.host}:${peer.port}` : nameOf(snapshot, peer.id);
  return [
    {
      node: view.name,
      message: `${view.name} holds ${whom} for "${flag}"`,
      remedy: `Look at ${whom}: does it run, and is its bus port ${peer.busPort} open to ${view.name}?`,
    },
  ];
}

/** A9, the static half: an announced address that is not the client's is a MOVED into nowhere. */
function addressFaults(snapshot: Snapshot, view: NodeView, addresses: readonly NodeAddress[]): readonly Finding[] {
  return view.peers.flatMap((peer) => {
    const name = snapshot.views.find(({ id }) => id === peer.id)?.name;
    const address = addresses.find((candidate) => candidate.name === name);
    if (address === undefined || (isMyself(peer) && peer.host === '')) return [];
    if ((peer.host === address.host || peer.hostname === address.host) && peer.port === address.port) return [];
    const message = `${view.name} announces ${name} as ${peer.host || '?'}:${peer.port}, clients reach it at ${address.host}:${address.port}`;
    return [{ node: view.name, message, remedy: 'Set cluster-announce-ip to the address that clients use.' }];
  });
}

function linksSeen({ views }: Snapshot): number {
  return views.reduce((sum, view) => sum + view.peers.length - 1, 0);
}

/** A4, links of the cluster bus in both directions; also what shows a blocked bus port (A10). */
export const links: StructureCheck = {
  check: 'bus-links-up',
  claim: 'every node has a link of the cluster bus to every other',
  samples: linksSeen,
  holds: (snapshot) => `${linksSeen(snapshot)} links connected`,
  find: (snapshot) =>
    snapshot.views.flatMap((view) =>
      view.peers
        .filter((peer) => !peer.linked && !isMyself(peer))
        .map((peer) => ({
          node: view.name,
          message: `${view.name} has no bus link to ${nameOf(snapshot, peer.id)} (${peer.host}:${peer.busPort})`,
          remedy: `Let pods of the cluster reach each other on port ${peer.busPort}: look at NetworkPolicies and firewalls.`,
        })),
    ),
};
