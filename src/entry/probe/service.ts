import { openAppClient } from '../../adapters/ioredis/app-client.js';
import { ioredisNodes } from '../../adapters/ioredis/nodes.js';
import { processPulse } from '../../adapters/node/pulse.js';
import type { Clock } from '../../ports/clock.js';
import type { Pulse } from '../../ports/pulse.js';
import type { SessionLoad } from '../../ports/redis-load.js';
import type { NodeAddress, RedisNodes } from '../../ports/redis-nodes.js';
import type { DialMap, RedisLogin } from '../../ports/redis-outside.js';
import type { ProbeAnswer, ProbeLine, ProbeRequest } from '../../ports/redis-protocol.js';
import { sessionLoad } from '../../stages/redis/session-load.js';

const CONNECT_MS = 1000;

/** The probe's two halves, at work in this process. */
export interface ProbeService {
  readonly nodes: RedisNodes;
  readonly load: SessionLoad;
  readonly pulse: Pulse;
  /** Does what a line asks; never rejects: a fault is the answer. */
  answer(line: string): Promise<ProbeAnswer>;
}

/** `dial` maps addresses for a probe that is not where the application would be. */
export function probeService(login: RedisLogin, clock: Clock, dial?: DialMap): ProbeService {
  const raw = ioredisNodes({
    ...login,
    connectMs: CONNECT_MS,
    ...(dial === undefined ? {} : { dial: ({ host, port }) => dial(host, port) }),
  });
  let known: readonly NodeAddress[] = [];
  const nodes: RedisNodes = {
    async use(addresses) {
      known = addresses;
      await raw.use(addresses);
    },
    call: (calls, timeoutMs) => raw.call(calls, timeoutMs),
    close: () => raw.close(),
  };
  const load = sessionLoad(
    nodes,
    () => known,
    (seeds, options) => openAppClient({ ...login, ...(dial === undefined ? {} : { dial }) }, seeds, options),
    clock,
  );
  const halves = { nodes, load, pulse: processPulse('the probe') };
  return { ...halves, answer: (line) => answer(halves, line) };
}

type Halves = Omit<ProbeService, 'answer'>;

async function answer(halves: Halves, line: string): Promise<ProbeAnswer> {
  let id = -1;
  try {
    const request = JSON.parse(line) as ProbeLine;
    id = request.id;
    return { id, ok: true, value: (await perform(halves, request)) ?? null };
  } catch (error) {
    return { id, ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

function perform({ nodes, load, pulse }: Halves, request: ProbeRequest): Promise<unknown> {
  switch (request.op) {
    case 'use':
      return nodes.use(request.addresses);
    case 'call':
      return nodes.call(request.calls, request.timeoutMs);
    case 'load-start':
      return load.start(request.options);
    case 'load-stop':
      return load.stop(request.prefix);
    case 'read-back':
      return load.readBack(request.keys);
    case 'stood-still':
      return pulse.stoodStill(request.lastMs);
  }
}
