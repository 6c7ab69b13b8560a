import type { SlotRange } from './slots.js';

/** One line of `CLUSTER NODES`: what one node believes of another. */
export interface Peer {
  readonly id: string;
  readonly host: string;
  readonly port: number;
  readonly busPort: number;
  readonly hostname: string;
  readonly flags: readonly string[];
  readonly role: 'primary' | 'replica' | 'unknown';
  /** Id of its primary; undefined for a primary. */
  readonly primary: string | undefined;
  readonly epoch: number;
  readonly linked: boolean;
  readonly slots: readonly SlotRange[];
  /** Slots under way: `5->-id` (leaving) or `5-<-id` (coming). Only a node's own line has them. */
  readonly open: readonly string[];
}

/**
 * Reads `CLUSTER NODES` of Redis 4 to 8 and Valkey:
 * `id host:port@bus[,hostname[,name=value…]] flags primary ping pong epoch link slot …`.
 */
export function parseClusterNodes(text: string): readonly Peer[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(parsePeer);
}

function parsePeer(line: string): Peer {
  const [id = '', address = '', flagText = '', primary = '-', , , epoch = '0', link = '', ...rest] = line.split(' ');
  const [endpoint = '', hostname = ''] = address.split(',');
  const flags = flagText.split(',').filter((flag) => flag !== 'noflags');
  return {
    id,
    ...parseEndpoint(endpoint),
    hostname,
    flags,
    role: flags.includes('master') ? 'primary' : flags.includes('slave') ? 'replica' : 'unknown',
    primary: primary === '-' ? undefined : primary,
    epoch: Number(epoch),
    linked: link === 'connected',
    slots: rest.filter((word) => !word.startsWith('[')).map(parseRange),
    open: rest.filter((word) => word.startsWith('[')).map((word) => word.slice(1, -1)),
  };
}

/** IPv6 hosts hold colons, so the port is what follows the last one. */
function parseEndpoint(endpoint: string): { host: string; port: number; busPort: number } {
  const [client = '', bus = '0'] = endpoint.split('@');
  const colon = client.lastIndexOf(':');
  return { host: client.slice(0, colon), port: Number(client.slice(colon + 1)), busPort: Number(bus) };
}

function parseRange(word: string): SlotRange {
  const [first = '', last = first] = word.split('-');
  return { first: Number(first), last: Number(last) };
}

export function isMyself({ flags }: Peer): boolean {
  return flags.includes('myself');
}

/** `name:value` lines of `INFO` and `CLUSTER INFO`. */
export function parseInfo(text: string): Readonly<Record<string, string>> {
  const entries = text.split('\n').flatMap((line) => {
    const colon = line.indexOf(':');
    return line.startsWith('#') || colon < 0 ? [] : [[line.slice(0, colon), line.slice(colon + 1).trim()] as const];
  });
  return Object.fromEntries(entries);
}

/** `ip=…,port=…,state=online,offset=…,lag=0` as INFO replication tells of each replica. */
export function parseFields(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    text.split(',').map((pair) => {
      const equals = pair.indexOf('=');
      return [pair.slice(0, equals), pair.slice(equals + 1)];
    }),
  );
}
