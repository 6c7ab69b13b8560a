import type { Clock } from '../../ports/clock.js';
import {
  type AppClient,
  type LoadOptions,
  type LoadSample,
  type OpenAppClient,
  type ReadBack,
  type SessionLoad,
  sessionValue,
} from '../../ports/redis-load.js';
import type { NodeAddress, NodeReply, RedisNodes } from '../../ports/redis-nodes.js';
import { type Redirect, type Routes, routesTo } from './routes.js';
import { slotOf } from './slots.js';

const TICK_MS = 10;
/** WAIT holds its connection; so many may wait at one node before writes queue behind each other. */
const LANES = 16;
const READ_BATCH = 200;
const READ_MS = 5000;

interface Running {
  readonly options: LoadOptions;
  readonly stop: AbortController;
  readonly samples: Promise<LoadSample>[];
  readonly sending: Promise<void>;
  readonly client: AppClient | undefined;
}

/** Writes sessions at a steady rate and remembers each write; runs where the probe is. */
export function sessionLoad(
  nodes: RedisNodes,
  addresses: () => readonly NodeAddress[],
  open: OpenAppClient,
  clock: Clock,
): SessionLoad {
  const running = new Map<string, Running>();
  return {
    async start(options) {
      const client = options.client === 'app' ? open(addresses(), options.appOptions) : undefined;
      const routes = routesTo(nodes, addresses, clock);
      if (client === undefined) await routes.refresh();
      const send =
        client === undefined ? rawSender(nodes, addresses, routes, clock, options) : appSender(client, clock, options);
      const samples: Promise<LoadSample>[] = [];
      const stop = new AbortController();
      const sending = schedule(clock, options, send, samples, stop.signal);
      running.set(options.prefix, { options, stop, samples, sending, client });
      while (samples.length === 0) await clock.sleep(TICK_MS);
      await samples[0];
    },
    async stop(prefix) {
      const load = running.get(prefix);
      if (load === undefined) return [];
      running.delete(prefix);
      load.stop.abort();
      await load.sending;
      // An application's client may keep commands for ever; closing it makes them fail, which is what they did.
      const answered = new AbortController();
      const closed = clock
        .sleep(load.options.timeoutMs + 500, answered.signal)
        .catch(() => undefined)
        .then(() => load.client?.close());
      const samples = await Promise.all(load.samples);
      answered.abort();
      await closed;
      return samples;
    },
    readBack: (keys) => readBack(nodes, addresses, clock, keys),
  };
}

type Send = (key: string, at: number) => Promise<LoadSample>;

/** An open model: writes leave at their intended times, however long the earlier ones take. */
async function schedule(
  clock: Clock,
  { rate, prefix }: LoadOptions,
  send: Send,
  samples: Promise<LoadSample>[],
  signal: AbortSignal,
): Promise<void> {
  const begun = clock.now();
  while (!signal.aborted) {
    const due = Math.floor(((clock.now() - begun) * rate) / 1000);
    while (samples.length <= due)
      samples.push(send(`${prefix}${samples.length}`, Math.round(begun + (samples.length * 1000) / rate)));
    await clock.sleep(TICK_MS, signal).catch(() => undefined);
  }
}

function isGone(node: string, addresses: readonly NodeAddress[]): boolean {
  return addresses.every(({ name }) => name !== node);
}

function rawSender(
  nodes: RedisNodes,
  addresses: () => readonly NodeAddress[],
  routes: Routes,
  clock: Clock,
  options: LoadOptions,
): Send {
  let turn = 0;
  return async (key, at) => {
    const slot = slotOf(key);
    const write = ['SET', key, sessionValue(key), 'EX', String(options.ttlSeconds)];
    const wait = options.waitReplicas > 0 ? [['WAIT', String(options.waitReplicas), String(options.waitMs)]] : [];
    const lane = `load ${options.prefix} ${options.waitReplicas > 0 ? turn++ % LANES : 0}`;
    let asking = false;
    let node = routes.owner(slot);
    for (let moved = 0; ; moved++) {
      const sample = { key, slot, at, moved, ...(node === undefined ? {} : { node }) };
      if (node === undefined) {
        routes.doubt();
        return { ...sample, ms: clock.now() - at, outcome: 'failed', error: 'no node owns the slot' };
      }
      const target = node;
      const calls = [...(asking ? [['ASKING']] : []), write, ...wait].map((args) => ({ node: target, lane, args }));
      const replies = await nodes.call(calls, options.timeoutMs);
      const ms = clock.now() - at;
      const reply: NodeReply | undefined = replies[asking ? 1 : 0];
      if (reply?.ok) {
        const copies = replies.at(-1);
        const short = wait.length > 0 && (copies?.ok !== true || Number(copies.value) < options.waitReplicas);
        return { ...sample, ms, outcome: short ? 'short' : 'acked' };
      }
      const error: string = reply?.error ?? 'no reply';
      if (moved < 4 && isGone(target, addresses())) {
        // The node left the cluster in good order; that its slots are elsewhere is for us to find out, as any client does.
        await routes.refresh();
        [asking, node] = [false, routes.owner(slot)];
        continue;
      }
      const next: Redirect | undefined = moved < 4 ? routes.redirect(error) : undefined;
      if (next === undefined) {
        routes.doubt();
        return { ...sample, ms, outcome: 'failed', error };
      }
      [asking, node] = [next.asking, next.node];
    }
  };
}

function appSender(client: AppClient, clock: Clock, { ttlSeconds }: LoadOptions): Send {
  return async (key, at) => {
    const sample = { key, slot: slotOf(key), at, moved: 0 };
    try {
      await client.set(key, sessionValue(key), ttlSeconds);
      return { ...sample, ms: clock.now() - at, outcome: 'acked' };
    } catch (error) {
      return {
        ...sample,
        ms: clock.now() - at,
        outcome: 'failed',
        error: error instanceof Error ? error.message : String(error),
      };
    }
  };
}

/** Rounds of asking for what no owner answered for: a write that is unread is not a write that is lost. */
const READ_ROUNDS = 6;
const READ_PAUSE_MS = 500;

/** Value and expiry of each key, from the owner that the newest view names. */
async function readBack(
  nodes: RedisNodes,
  addresses: () => readonly NodeAddress[],
  clock: Clock,
  keys: readonly string[],
): Promise<readonly ReadBack[]> {
  const routes = routesTo(nodes, addresses, clock);
  const found = new Map<string, ReadBack>();
  let open = keys;
  for (let round = 1; open.length > 0 && round <= READ_ROUNDS; round++) {
    if (round > 1) await clock.sleep(READ_PAUSE_MS);
    await routes.refresh();
    for (let from = 0; from < open.length; from += READ_BATCH)
      for (const one of await readSome(nodes, routes, open.slice(from, from + READ_BATCH))) found.set(one.key, one);
    open = open.filter((key) => found.get(key)?.value === undefined);
  }
  return [...found.values()];
}

async function readSome(nodes: RedisNodes, routes: Routes, keys: readonly string[]): Promise<readonly ReadBack[]> {
  const calls = keys.flatMap((key) => {
    const node = routes.owner(slotOf(key)) ?? '';
    return [
      { node, args: ['GET', key] },
      { node, args: ['PEXPIRETIME', key] },
    ];
  });
  const replies = await nodes.call(calls, READ_MS);
  return keys.map((key, index) => {
    const [value, expiry] = [replies[index * 2], replies[index * 2 + 1]];
    return {
      key,
      value: value?.ok ? (value.value as string | null) : undefined,
      expiresAt: expiry?.ok ? Number(expiry.value) : undefined,
    };
  });
}
