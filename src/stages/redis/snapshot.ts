import type { NodeReply, RedisNodes, RedisValue } from '../../ports/redis-nodes.js';
import { isMyself, type Peer, parseClusterNodes, parseFields, parseInfo } from './cluster-nodes.js';

/** What a primary says of one of its replicas. */
export interface AttachedReplica {
  readonly host: string;
  readonly port: number;
  readonly online: boolean;
  readonly offset: number;
}

/** The whole cluster as one node sees it, and the state of its own replication. */
export interface NodeView {
  readonly name: string;
  readonly id: string;
  readonly peers: readonly Peer[];
  /** `CLUSTER INFO`. */
  readonly state: Readonly<Record<string, string>>;
  /** `INFO replication`. */
  readonly replication: Readonly<Record<string, string>>;
  readonly attached: readonly AttachedReplica[];
}

/** A node that did not tell its view. */
export interface Silent {
  readonly name: string;
  /** Why. Foreign text. */
  readonly error: string;
}

/** All nodes' own views, asked for at once. */
export interface Snapshot {
  readonly views: readonly NodeView[];
  readonly silent: readonly Silent[];
}

const questions = [
  ['CLUSTER', 'NODES'],
  ['CLUSTER', 'INFO'],
  ['INFO', 'replication'],
] as const;

/** Asks every node for its view, in one round. A node without an answer is in `silent`, with the reason. */
export async function takeSnapshot(nodes: RedisNodes, names: readonly string[], timeoutMs: number): Promise<Snapshot> {
  const calls = names.flatMap((node) => questions.map((args) => ({ node, args })));
  const replies = await nodes.call(calls, timeoutMs);
  const views: NodeView[] = [];
  const silent: Silent[] = [];
  names.forEach((name, index) => {
    const own = replies.slice(index * questions.length, (index + 1) * questions.length);
    const refusal = own.find((reply) => !reply.ok);
    if (refusal !== undefined && !refusal.ok) silent.push({ name, error: refusal.error });
    else views.push(readView(name, own.map(textOf)));
  });
  return { views, silent };
}

function textOf(reply: NodeReply): string {
  return reply.ok ? text(reply.value) : '';
}

/** A reply as text; what is no text becomes what JSON makes of it. */
export function text(value: RedisValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A view from the three answers `CLUSTER NODES`, `CLUSTER INFO` and `INFO replication`, as recorded. */
export function readView(name: string, [nodes = '', state = '', replication = '']: readonly string[]): NodeView {
  const peers = parseClusterNodes(nodes);
  const info = parseInfo(replication);
  return {
    name,
    id: peers.find(isMyself)?.id ?? '',
    peers,
    state: parseInfo(state),
    replication: info,
    attached: Object.entries(info).flatMap(([key, value]) => (/^slave\d+$/.test(key) ? [attached(value)] : [])),
  };
}

function attached(value: string): AttachedReplica {
  const { ip = '', port = '0', state = '', offset = '0' } = parseFields(value);
  return { host: ip, port: Number(port), online: state === 'online', offset: Number(offset) };
}

/** What a node says of itself. */
export function selfOf(view: NodeView): Peer | undefined {
  return view.peers.find(isMyself);
}

/** The name under which we know a node id, or the id's beginning. */
export function nameOf(snapshot: Snapshot, id: string): string {
  return snapshot.views.find((view) => view.id === id)?.name ?? `node ${id.slice(0, 8)}`;
}
