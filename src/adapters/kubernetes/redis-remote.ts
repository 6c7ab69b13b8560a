import { GateError } from '../../domain/error.js';
import type { Clock } from '../../ports/clock.js';
import type { Pulse, Standstill } from '../../ports/pulse.js';
import type { LoadSample, ReadBack, SessionLoad } from '../../ports/redis-load.js';
import type { NodeAddress, NodeCall, NodeReply, RedisNodes } from '../../ports/redis-nodes.js';
import type { ProbeRequest } from '../../ports/redis-protocol.js';
import { type ProbeChannel, type ProbeLink, probeChannel } from './redis-channel.js';

/** A probe elsewhere, with the connection to it made anew where it breaks. */
export interface RemoteProbe {
  readonly nodes: RedisNodes;
  readonly load: SessionLoad;
  readonly pulse: Pulse;
  close(): void;
}

/**
 * How long an answer may take beyond its calls' own limit while the connection lives. Silence is all that is known
 * then, and a machine that stands still for half a minute is no broken probe: a dead connection says so by itself.
 */
const PATIENT_MS = 120_000;
const READY_MS = 60_000;
const TRIES = 3;
const PAUSE_MS = 1000;

/** Opens a probe by `open` and goes on with another link where one breaks. Throws `REDIS_UNREACHABLE`. */
export async function remoteProbe(
  open: () => Promise<ProbeLink>,
  clock: Clock,
  signal?: AbortSignal,
): Promise<RemoteProbe> {
  let addresses: readonly NodeAddress[] = [];
  const begin = async (): Promise<ProbeChannel> => {
    const channel = probeChannel(await open());
    const why = await within(channel.ready, clock, signal);
    if (why === undefined && addresses.length > 0) await channel.ask({ op: 'use', addresses }, PATIENT_MS);
    if (why === undefined) return channel;
    channel.close();
    throw broken(why);
  };
  let current: Promise<ProbeChannel> = begin();
  await current;
  /** One at a time makes the new link; whoever else found the old one broken uses it too. */
  const renew = (old: Promise<ProbeChannel>): Promise<ProbeChannel> => {
    if (current !== old) return current;
    current = old.then((channel) => channel.close()).then(() => again(begin, clock, signal));
    current.catch(() => undefined);
    return current;
  };
  const ask = async (request: ProbeRequest, withinMs: number): Promise<unknown> => {
    for (let tries = 1; ; tries++) {
      const used = current;
      const told = await (await used).ask(request, withinMs);
      if (told.kind === 'answer') return told.value;
      if (told.kind === 'refused') throw refused(told.why);
      if (tries >= TRIES || signal?.aborted || !isRestatable(request)) throw broken(told.why);
      await renew(used);
    }
  };
  const nodes = nodesOver(ask, (given) => {
    addresses = given;
  });
  const close = (): void => void current.then((channel) => channel.close()).catch(() => undefined);
  return { nodes, load: loadOver(ask), pulse: pulseOver(ask), close };
}

async function within(ready: Promise<string | undefined>, clock: Clock, signal?: AbortSignal) {
  const stop = new AbortController();
  const either = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
  const late = clock.sleep(READY_MS, either).then(
    () => `it was not ready within ${READY_MS} ms`,
    () => 'cancelled',
  );
  return Promise.race([ready, late]).finally(() => stop.abort());
}

async function again(begin: () => Promise<ProbeChannel>, clock: Clock, signal?: AbortSignal): Promise<ProbeChannel> {
  for (let tries = 1; ; tries++) {
    try {
      return await begin();
    } catch (error) {
      if (tries >= TRIES || !(error instanceof GateError)) throw error;
      await clock.sleep(PAUSE_MS * tries, signal);
    }
  }
}

const questions = new Set(
  'PING INFO GET MGET EXISTS TTL PTTL EXPIRETIME PEXPIRETIME ROLE DBSIZE READONLY CONFIG·GET CLUSTER·NODES CLUSTER·INFO CLUSTER·MYID CLUSTER·KEYSLOT CLUSTER·GETKEYSINSLOT CLUSTER·COUNTKEYSINSLOT'.split(
    ' ',
  ),
);

/** What may be asked twice: it changes nothing, or leaves the same behind. A load that was cut off is lost. */
export function isRestatable(request: ProbeRequest): boolean {
  if (request.op === 'call') return request.calls.every(isQuestion);
  return request.op === 'use' || request.op === 'read-back';
}

function isQuestion({ args: [first = '', second = ''] }: NodeCall): boolean {
  return questions.has(first) || questions.has(`${first}·${second}`);
}

type Ask = (request: ProbeRequest, withinMs: number) => Promise<unknown>;

function nodesOver(ask: Ask, remember: (addresses: readonly NodeAddress[]) => void): RedisNodes {
  return {
    async use(addresses) {
      remember(addresses);
      await ask({ op: 'use', addresses }, PATIENT_MS);
    },
    call: async (calls, timeoutMs) =>
      (await ask({ op: 'call', calls, timeoutMs }, timeoutMs + PATIENT_MS)) as readonly NodeReply[],
    async close() {},
  };
}

function loadOver(ask: Ask): SessionLoad {
  return {
    async start(options) {
      await ask({ op: 'load-start', options }, PATIENT_MS);
    },
    stop: async (prefix) => (await ask({ op: 'load-stop', prefix }, PATIENT_MS)) as readonly LoadSample[],
    readBack: async (keys) => (await ask({ op: 'read-back', keys }, PATIENT_MS * 2)) as readonly ReadBack[],
  };
}

/** A probe that was started anew knows nothing of before: what it stood still then is not told, and not invented. */
function pulseOver(ask: Ask): Pulse {
  return {
    who: 'the probe',
    stoodStill: async (lastMs) => (await ask({ op: 'stood-still', lastMs }, PATIENT_MS)) as Standstill,
  };
}

function broken(why: string): GateError {
  return new GateError('REDIS_UNREACHABLE', `the Redis probe in the cluster broke off: ${why}`, {
    hint: 'Look at the probe pod: `kubectl describe pod` and its log; its image needs Node.js 20 or newer.',
  });
}

function refused(why: string): GateError {
  return new GateError('REDIS_UNREACHABLE', `the Redis probe in the cluster could not do it: ${why}`, {
    hint: 'Look at the probe pod: `kubectl describe pod` and its log; its image needs Node.js 20 or newer.',
  });
}
