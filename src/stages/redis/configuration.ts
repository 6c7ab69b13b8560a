import type { HostedNode } from '../../ports/redis-hosts.js';
import type { NodeCall, NodeReply, RedisNodes } from '../../ports/redis-nodes.js';
import { parseInfo } from './cluster-nodes.js';

/** Keys that have to be the same on every node, and that the report tells. */
export const configurationKeys = [
  'maxmemory',
  'maxmemory-policy',
  'appendonly',
  'appendfsync',
  'cluster-node-timeout',
  'cluster-require-full-coverage',
  'cluster-allow-replica-migration',
  'cluster-replica-validity-factor',
  'min-replicas-to-write',
  'repl-diskless-sync-delay',
] as const;

/** Keys that are asked for besides; what they have to be, or whether they may differ, depends on what is wanted. */
const otherKeys = ['port', 'tls-cluster', 'tls-replication'] as const;

const askedKeys = [...configurationKeys, ...otherKeys];

export type ConfigurationKey = (typeof askedKeys)[number];

/** What one node is set to, and what it says of its memory, disk and users. */
export interface NodeSettings {
  readonly name: string;
  /** Undefined values: the node does not tell (CONFIG forbidden, or a key that this version has not). */
  readonly config: Readonly<Partial<Record<ConfigurationKey, string>>>;
  /** INFO persistence, memory and stats in one. */
  readonly info: Readonly<Record<string, string>>;
  /** Whether a connection without a password may do something: `open`, `refused`, or undefined where it could not be tried. */
  readonly anonymous: 'open' | 'refused' | undefined;
  readonly host: HostedNode | undefined;
}

const sections = ['persistence', 'memory', 'stats', 'server'] as const;

/** Asks every node for its settings in one round. */
export async function readSettings(
  nodes: RedisNodes,
  hosted: readonly HostedNode[],
  names: readonly string[],
  answerMs: number,
): Promise<readonly NodeSettings[]> {
  const questions = (node: string): readonly NodeCall[] => [
    ...askedKeys.map((key) => ({ node, args: ['CONFIG', 'GET', key] })),
    ...sections.map((section) => ({ node, args: ['INFO', section] })),
    { node, args: ['CLUSTER', 'INFO'], lane: 'anonymous', anonymous: true },
  ];
  const calls = names.map(questions);
  const replies = await nodes.call(calls.flat(), answerMs);
  const each = calls[0]?.length ?? 0;
  return names.map((name, index) => {
    const own = replies.slice(index * each, (index + 1) * each);
    const told = own.slice(0, askedKeys.length);
    return {
      name,
      config: Object.fromEntries(
        askedKeys.flatMap((key, at) => (pairOf(told[at]) === undefined ? [] : [[key, pairOf(told[at])]])),
      ),
      info: Object.assign({}, ...own.slice(askedKeys.length, -1).map(infoOf)),
      anonymous: anonymity(own.at(-1)),
      host: hosted.find((node) => node.name === name),
    };
  });
}

function pairOf(reply: NodeReply | undefined): string | undefined {
  const value = reply?.ok === true && Array.isArray(reply.value) ? reply.value[1] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function infoOf(reply: NodeReply | undefined): Readonly<Record<string, string>> {
  return reply?.ok === true && typeof reply.value === 'string' ? parseInfo(reply.value) : {};
}

function anonymity(reply: NodeReply | undefined): NodeSettings['anonymous'] {
  if (reply?.ok === true) return 'open';
  return reply !== undefined && !reply.ok && /NOAUTH|NOPERM|WRONGPASS/.test(reply.error) ? 'refused' : undefined;
}
