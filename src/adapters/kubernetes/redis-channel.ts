import type { Readable, Writable } from 'node:stream';
import { PROBE_READY, type ProbeAnswer, type ProbeRequest } from '../../ports/redis-protocol.js';

/** The streams of one probe process, and the news that nothing will come any more. */
export interface ProbeLink {
  readonly stdin: Writable;
  readonly stdout: Readable;
  /** Resolves with the reason when the process or the connection to it ended. */
  readonly ended: Promise<string>;
  close(): void;
}

/** What came of a question: the probe's answer, its refusal, or a connection that broke before either. */
export type Told =
  | { readonly kind: 'answer'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'broken'; readonly why: string };

/** The probe's protocol over one link. Nothing here rejects. */
export interface ProbeChannel {
  /** Undefined when the probe said that it is ready; else why it never did. */
  readonly ready: Promise<string | undefined>;
  ask(request: ProbeRequest, withinMs: number): Promise<Told>;
  close(): void;
}

/** Speaks the probe's protocol over its stdin and stdout. */
export function probeChannel(link: ProbeLink): ProbeChannel {
  const waiting = new Map<number, (told: Told) => void>();
  const ready = Promise.withResolvers<string | undefined>();
  let next = 0;
  let over: string | undefined;
  eachLine(link.stdout, (line) => {
    if (line === PROBE_READY) ready.resolve(undefined);
    else settle(waiting, line);
  });
  link.ended.then((why) => {
    over = why;
    ready.resolve(why);
    for (const tell of waiting.values()) tell({ kind: 'broken', why });
    waiting.clear();
  });
  return {
    ready: ready.promise,
    async ask(request, withinMs) {
      if (over !== undefined) return { kind: 'broken', why: over };
      const id = next++;
      const answer = Promise.withResolvers<Told>();
      const why = `no answer to "${request.op}" within ${withinMs} ms, and no end of the connection either`;
      const timer = setTimeout(answer.resolve, withinMs, { kind: 'broken', why });
      waiting.set(id, answer.resolve);
      link.stdin.write(`${JSON.stringify({ ...request, id })}\n`);
      return answer.promise.finally(() => {
        clearTimeout(timer);
        waiting.delete(id);
      });
    },
    close: () => link.close(),
  };
}

function settle(waiting: ReadonlyMap<number, (told: Told) => void>, line: string): void {
  const answer = parse(line);
  if (answer === undefined) return;
  waiting.get(answer.id)?.(
    answer.ok ? { kind: 'answer', value: answer.value } : { kind: 'refused', why: answer.error },
  );
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
