import { amount } from '../../domain/amount.js';
import type { Peer } from './cluster-nodes.js';
import type { Finding } from './finding.js';
import { describeSlots } from './slots.js';
import { type NodeView, nameOf, type Snapshot } from './snapshot.js';
import type { StructureCheck } from './structure-check.js';

/** A2. Who there is, in which role, under whom, with which slots: the same in every view. */
export const agreement: StructureCheck = {
  check: 'views-agree',
  claim: 'all nodes agree on members, roles, primaries and slots',
  holds: ({ views }) => `${views.length} of ${views.length} views equal`,
  find: dissent,
};

/** Differences that are told of one node. */
const SHOWN = 3;

function facts({ id, role, primary, slots }: Peer): string {
  return `${id} ${role} ${primary ?? '-'} ${[...slots]
    .sort((a, b) => a.first - b.first)
    .map(({ first, last }) => `${first}-${last}`)
    .join(' ')}`;
}

/** What a view says of the cluster, in a form in which equal views are equal texts. */
export function signature({ peers }: NodeView): string {
  return peers.map(facts).sort().join('\n');
}

function dissent(snapshot: Snapshot): readonly Finding[] {
  const parties = Map.groupBy(snapshot.views, signature);
  const [majority = [], ...minorities] = [...parties.values()].sort((a, b) => b.length - a.length);
  const [norm] = majority;
  if (norm === undefined) return [];
  return minorities.flat().map((view) => ({
    node: view.name,
    message: `${view.name} disagrees with ${majority.length} of ${snapshot.views.length} nodes: ${difference(snapshot, view, norm)}`,
    remedy: `Look at CLUSTER NODES of ${view.name}: it may be cut off, or newer than the others; then wait, or CLUSTER MEET it.`,
  }));
}

/** What differs, in words: the first three things, and how many more there are. */
function difference(snapshot: Snapshot, view: NodeView, norm: NodeView): string {
  const differences = norm.peers.flatMap((peer) => {
    const seen = view.peers.find(({ id }) => id === peer.id);
    const name = nameOf(snapshot, peer.id);
    if (seen === undefined) return [`it does not know ${name}`];
    if (facts(seen) === facts(peer)) return [];
    return [`it sees ${name} as ${describe(snapshot, seen)}, they as ${describe(snapshot, peer)}`];
  });
  const more = view.peers.filter(({ id }) => norm.peers.every((peer) => peer.id !== id)).length;
  const all = more === 0 ? differences : [...differences, `it knows ${amount(more, 'node')} more`];
  const rest = all.length - SHOWN;
  return [...all.slice(0, SHOWN), ...(rest > 0 ? [`and ${amount(rest, 'more difference')}`] : [])].join('; ');
}

function describe(snapshot: Snapshot, { role, primary, slots }: Peer): string {
  if (role === 'replica') return `replica of ${primary === undefined ? 'nobody' : nameOf(snapshot, primary)}`;
  return slots.length === 0 ? `${role} without slots` : `${role} of ${describeSlots(slots)}`;
}
