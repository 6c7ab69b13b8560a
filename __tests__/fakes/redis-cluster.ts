import type { NodeAddress, NodeCall, NodeReply, RedisNodes, RedisValue } from '../../src/ports/redis-nodes.js';
import { hasSlot, SLOTS, type SlotRange, slotCount, slotOf } from '../../src/stages/redis/slots.js';

interface Node {
  readonly name: string;
  readonly id: string;
  readonly address: NodeAddress;
  readonly known: Set<string>;
  readonly slots: SlotRange[];
  readonly config: Map<string, string>;
  epoch: number;
  primary: string | undefined;
}

interface Session {
  readonly value: string;
  readonly expiresAt: number;
}

/**
 * Redis nodes that believe what they are told at once: each has its own slots, role and acquaintances, and `CLUSTER
 * NODES` of one shows those that it knows. What a node refuses or where it is silent is planted with `refuse`.
 */
export class FakeRedisCluster implements RedisNodes {
  readonly sent: string[] = [];
  readonly #nodes = new Map<string, Node>();
  readonly #data = new Map<string, Session>();
  readonly #refusals: { readonly node: string; readonly words: RegExp; readonly error: string; times: number }[] = [];

  constructor(count: number) {
    for (let index = 0; index < count; index++) {
      const name = `redis-${index}`;
      const address = { name, host: `10.0.0.${index + 1}`, port: 6379 };
      const id = String(index).padStart(2, '0').repeat(20);
      const config = new Map(
        Object.entries({
          maxmemory: '67108864',
          'maxmemory-policy': 'noeviction',
          appendonly: 'yes',
          'cluster-node-timeout': '5000',
          'cluster-require-full-coverage': 'no',
        }),
      );
      this.#nodes.set(name, {
        name,
        id,
        address,
        known: new Set([name]),
        slots: [],
        config,
        epoch: 0,
        primary: undefined,
      });
    }
  }

  get addresses(): readonly NodeAddress[] {
    return [...this.#nodes.values()].map(({ address }) => address);
  }

  /** Has a node answer commands that match with an error, so many times. */
  refuse(node: string, words: RegExp, error: string, times = Number.POSITIVE_INFINITY): void {
    this.#refusals.push({ node, words, error, times });
  }

  setting(node: string, key: string): string | undefined {
    return this.#nodes.get(node)?.config.get(key);
  }

  async use(): Promise<void> {}
  async close(): Promise<void> {}

  async call(calls: readonly NodeCall[]): Promise<readonly NodeReply[]> {
    return calls.map((call) => this.#answer(call));
  }

  #answer({ node: name, args, anonymous }: NodeCall): NodeReply {
    const words = args.join(' ');
    const refusal = this.#refusals.find((one) => one.node === name && one.times > 0 && one.words.test(words));
    if (refusal !== undefined) {
      refusal.times--;
      return { ok: false, error: refusal.error, ms: 1 };
    }
    const node = this.#nodes.get(name);
    if (node === undefined) return { ok: false, error: 'no such node', ms: 1 };
    if (anonymous) return { ok: false, error: 'NOAUTH Authentication required.', ms: 1 };
    if (!/^(PING|INFO|CLUSTER (NODES|INFO)|CONFIG GET)/.test(words)) this.sent.push(`${name}: ${words}`);
    const value = this.#perform(node, args);
    return value instanceof Error ? { ok: false, error: value.message, ms: 1 } : { ok: true, value, ms: 1 };
  }

  #perform(node: Node, [word = '', ...rest]: readonly string[]): RedisValue | Error {
    if (word === 'CLUSTER') return this.#cluster(node, rest);
    if (word === 'INFO')
      return rest[0] === 'replication'
        ? this.#replication(node)
        : 'redis_version:8.0.6\r\nevicted_keys:0\r\naof_last_write_status:ok\r\nrdb_last_bgsave_status:ok';
    if (word === 'CONFIG' && rest[0] === 'GET') return [rest[1] ?? '', node.config.get(rest[1] ?? '') ?? ''];
    if (word === 'CONFIG') return this.#done(() => node.config.set(rest[1] ?? '', rest[2] ?? ''));
    if (word === 'WAIT') return this.#replicasOf(node).length;
    if (word === 'SET')
      return this.#done(() =>
        this.#data.set(rest[0] ?? '', { value: rest[1] ?? '', expiresAt: Number(rest[3]) * 1000 }),
      );
    if (word === 'GET') return this.#data.get(rest[0] ?? '')?.value ?? null;
    if (word === 'PEXPIRETIME') return this.#data.get(rest[0] ?? '')?.expiresAt ?? -2;
    if (word === 'DEL') return this.#data.delete(rest[0] ?? '') ? 1 : 0;
    return word === 'PING' ? 'PONG' : 'OK';
  }

  #cluster(node: Node, [word = '', ...rest]: readonly string[]): RedisValue | Error {
    if (word === 'NODES') return this.#view(node);
    if (word === 'INFO') return this.#state(node);
    if (word === 'SET-CONFIG-EPOCH') return this.#done(() => (node.epoch = Number(rest[0])));
    if (word === 'ADDSLOTSRANGE') return this.#done(() => this.#own(node, Number(rest[0]), Number(rest[1])));
    if (word === 'MEET') return this.#done(() => this.#meet(node, rest[0] ?? ''));
    if (word === 'REPLICATE') {
      const primary = [...this.#nodes.values()].find(({ id }) => id === rest[0]);
      if (primary === undefined || !node.known.has(primary.name)) return new Error(`ERR Unknown node ${rest[0]}`);
      return this.#done(() => (node.primary = primary.name));
    }
    return 'OK';
  }

  #done(act: () => unknown): RedisValue {
    act();
    return 'OK';
  }

  #own(node: Node, first: number, last: number): void {
    node.slots.push({ first, last });
  }

  #meet(node: Node, host: string): void {
    const other = [...this.#nodes.values()].find(({ address }) => address.host === host);
    if (other === undefined) return;
    node.known.add(other.name);
    other.known.add(node.name);
  }

  #view(node: Node): string {
    return [...node.known]
      .flatMap((name) => this.#nodes.get(name) ?? [])
      .map((peer) => {
        const primary = peer.primary === undefined ? undefined : this.#nodes.get(peer.primary);
        const flags = `${peer === node ? 'myself,' : ''}${primary === undefined ? 'master' : 'slave'}`;
        const slots = peer.slots.map(({ first, last }) => `${first}-${last}`).join(' ');
        return `${peer.id} ${peer.address.host}:6379@16379 ${flags} ${primary?.id ?? '-'} 0 0 ${primary?.epoch ?? peer.epoch} connected ${slots}`.trim();
      })
      .join('\n');
  }

  #state(node: Node): string {
    const covered = [...node.known].reduce((sum, name) => sum + slotCount(this.#nodes.get(name)?.slots ?? []), 0);
    return [
      `cluster_state:${covered === SLOTS ? 'ok' : 'fail'}`,
      `cluster_slots_ok:${covered}`,
      'cluster_slots_pfail:0',
      'cluster_slots_fail:0',
      'cluster_current_epoch:9',
      `cluster_my_epoch:${node.epoch}`,
    ].join('\r\n');
  }

  #replicasOf(node: Node): Node[] {
    return [...this.#nodes.values()].filter(({ primary }) => primary === node.name);
  }

  #replication(node: Node): string {
    if (node.primary !== undefined)
      return 'role:slave\r\nmaster_link_status:up\r\nmaster_sync_in_progress:0\r\nslave_repl_offset:10\r\nmaster_repl_offset:10';
    const lines = this.#replicasOf(node).map(
      ({ address }, index) => `slave${index}:ip=${address.host},port=6379,state=online,offset=10,lag=0`,
    );
    return ['role:master', `connected_slaves:${lines.length}`, ...lines, 'master_repl_offset:10'].join('\r\n');
  }

  /** Which node owns the slot of a key. */
  ownerOf(key: string): string | undefined {
    return [...this.#nodes.values()].find(({ slots }) => hasSlot(slots, slotOf(key)))?.name;
  }
}
