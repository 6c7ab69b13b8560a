import { Worker } from 'node:worker_threads';
import { GateError } from '../../domain/error.js';
import type { LoadGenerator, LoadPlan, LoadResult, LoadRun, LoadSnapshot } from '../../ports/load-generator.js';
import type { Question, Reply } from './worker.js';

/** Room for short-lived objects, so that they are swept seldom: each sweep is a pause in the schedule. */
const resourceLimits = { maxYoungGenerationSizeMb: 64 } as const;

type Ask = Question extends infer Q ? (Q extends Question ? Omit<Q, 'id'> : never) : never;

interface Channel {
  ask(question: Ask): Promise<unknown>;
  end(): Promise<void>;
}

function failed(message: string, cause?: unknown): GateError {
  return new GateError('LOAD_FAILED', message, { hint: 'Run again; if it stays, report it with this message.', cause });
}

/** Questions to a worker, each settled by its reply, by the worker's end or by the abort. */
function channel(worker: Worker, signal: AbortSignal): Channel {
  const open = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let [count, broken]: [number, Error | null] = [0, null];
  const breakAll = (error: Error): void => {
    broken ??= error;
    for (const { reject } of open.values()) reject(broken);
    open.clear();
  };
  const onAbort = (): void => {
    breakAll(new GateError('CANCELLED', 'cancelled while sending load', { hint: 'Run the gate again.' }));
    void worker.terminate();
  };
  signal.addEventListener('abort', onAbort, { once: true });
  worker.on('error', (error) => breakAll(failed(`the load generator broke: ${String(error)}`, error)));
  worker.on('exit', (code) => breakAll(failed(`the load generator ended with ${code}`)));
  worker.on('message', ({ id, value, error }: Reply) => {
    const waiting = open.get(id);
    open.delete(id);
    if (error === undefined) waiting?.resolve(value);
    else waiting?.reject(failed(`the load generator failed: ${error}`));
  });
  if (signal.aborted) onAbort();
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (broken) {
          reject(broken);
          return;
        }
        const id = ++count;
        open.set(id, { resolve, reject });
        worker.postMessage({ ...question, id });
      }),
    async end() {
      signal.removeEventListener('abort', onAbort);
      await worker.terminate();
    },
  };
}

function loadRun({ ask, end }: Channel): LoadRun {
  let result: Promise<LoadResult> | null = null;
  const stop = async (): Promise<LoadResult> => {
    const value = (await ask({ ask: 'stop' })) as LoadResult;
    await end();
    return value;
  };
  return {
    async phase(name, profile) {
      await ask({ ask: 'phase', name, profile });
    },
    snapshot: async () => (await ask({ ask: 'snapshot' })) as LoadSnapshot,
    stop: () => (result ??= stop()),
  };
}

/**
 * The generator in a worker thread: what the main thread does never delays the schedule.
 * `thread` is the worker's first file: `thread.js` beside this file, or `dist/load-worker/index.js` of the bundles.
 */
export function httpGenerator(thread: URL): LoadGenerator {
  return {
    async start(plan: LoadPlan, signal: AbortSignal) {
      if (!plan.scenarios.some(({ requests }) => requests.length > 0)) throw failed('the load plan has no requests');
      const talk = channel(new Worker(thread, { workerData: plan, resourceLimits }), signal);
      await talk.ask({ ask: 'snapshot' });
      return loadRun(talk);
    },
  };
}
