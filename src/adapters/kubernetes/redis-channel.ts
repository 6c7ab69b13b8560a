import type { Readable, Writable } from 'node:stream';
import { GateError } from '../../domain/error.js';
import type { LoadSample, ReadBack, SessionLoad } from '../../ports/redis-load.js';
import type { NodeReply, RedisNodes } from '../../ports/redis-nodes.js';
import { PROBE_READY, type ProbeAnswer, type ProbeRequest } from '../../ports/redis-protocol.js';

/** Both halves of a probe at the other end of two streams. */
export interface ProbeChannel {
  readonly nodes: RedisNodes;
  readonly load: SessionLoad;
  /** Resolves when the probe said that it is ready; rejects when it ended or said something else. */
  readonly ready: Promise<void>;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: GateError): void;
}

/** How much longer than its calls' own time limit an answer may take to come through the API server. */
const TRANSPORT_MS = 10_000;
const PATIENT_MS = 120_000;

/** Speaks the probe's protocol over its stdin and stdout; `ended` tells that nothing will come any more. */
export function probeChannel(stdin: Writable, stdout: Readable, ended: Promise<string>): ProbeChannel {
  const waiting = new Map<number, Waiting>();
  const ready = Promise.withResolvers<void>();
  let next = 0;
  let over: GateError | undefined;
  eachLine(stdout, (line) => {
    if (line === PROBE_READY) ready.resolve();
    else settle(waiting, line);
  });
  ended.then((why) => {
    over = broken(why);
    ready.reject(over);
    for (const one of waiting.values()) one.reject(over);
    waiting.clear();
  });
  // Nobody may be listening when the probe ends after its work.
  ready.promise.catch(() => undefined);
  const ask = (request: ProbeRequest, withinMs: number): Promise<unknown> => {
    if (over !== undefined) return Promise.reject(over);
    const id = next++;
    const answer = Promise.withResolvers<unknown>();
    const timer = setTimeout(
      () => answer.reject(broken(`no answer to "${request.op}" within ${withinMs} ms`)),
      withinMs,
    );
    waiting.set(id, answer);
    stdin.write(`${JSON.stringify({ ...request, id })}\n`);
    return answer.promise.finally(() => {
      clearTimeout(timer);
      waiting.delete(id);
    });
  };
  return { nodes: nodesOver(ask), load: loadOver(ask), ready: ready.promise };
}

type Ask = (request: ProbeRequest, withinMs: number) => Promise<unknown>;

function nodesOver(ask: Ask): RedisNodes {
  return {
    async use(addresses) {
      await ask({ op: 'use', addresses }, TRANSPORT_MS);
    },
    call: async (calls, timeoutMs) =>
      (await ask({ op: 'call', calls, timeoutMs }, timeoutMs + TRANSPORT_MS)) as readonly NodeReply[],
    async close() {},
  };
}

function loadOver(ask: Ask): SessionLoad {
  return {
    async start(options) {
      await ask({ op: 'load-start', options }, PATIENT_MS);
    },
    stop: async (prefix) => (await ask({ op: 'load-stop', prefix }, PATIENT_MS)) as readonly LoadSample[],
    readBack: async (keys) => (await ask({ op: 'read-back', keys }, PATIENT_MS)) as readonly ReadBack[],
  };
}

function settle(waiting: Map<number, Waiting>, line: string): void {
  const answer = parse(line);
  const one = answer === undefined ? undefined : waiting.get(answer.id);
  if (answer === undefined || one === undefined) return;
  if (answer.ok) one.resolve(answer.value);
  else one.reject(broken(answer.error));
}

function parse(line: string): ProbeAnswer | undefined {
  try {
    return JSON.parse(line) as ProbeAnswer;
  } catch {
    return undefined;
  }
}

function eachLine(stream: Readable, take: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
  });
}

function broken(why: string): GateError {
  return new GateError('REDIS_UNREACHABLE', `the Redis probe in the cluster broke off: ${why}`, {
    hint: 'Look at the probe pod: `kubectl describe pod` and its log; its image needs Node.js 20 or newer.',
  });
}
