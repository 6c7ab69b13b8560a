import { Worker } from 'node:worker_threads';

/** Rings once at a time, to within some tens of microseconds where the machine has a core to spare. */
export interface Alarm {
  /** Resolves when it can ring; at once where it has been started before. */
  start(): Promise<void>;
  /** False before it was started, and where the machine gives no thread for it. */
  readonly ready: boolean;
  /** Monotonic milliseconds of this thread. Replaces what was set before. */
  set(at: number, ring: () => void): void;
  clear(): void;
  stop(): void;
}

/** Shared with the thread that waits: how often the alarm was set, and for when (nanoseconds of the monotonic clock / 1e6). */
interface Shared {
  readonly turn: Int32Array;
  readonly due: Float64Array;
}

/**
 * The other thread, which does nothing but wait: `Atomics.wait` ends on the microsecond, where Node's timers count
 * milliseconds. Its text is what the thread runs, so it may use nothing from outside; a file of its own would have to be
 * found again in a bundle.
 */
function waiter(threads: typeof import('node:worker_threads')): void {
  const { turn, due } = threads.workerData as Shared;
  const now = (): number => {
    const [seconds, nanoseconds] = process.hrtime();
    return seconds * 1e3 + nanoseconds / 1e6;
  };
  let seen = 0;
  threads.parentPort?.postMessage(seen);
  for (;;) {
    Atomics.wait(turn, 0, seen);
    let wait = 0;
    do {
      seen = Atomics.load(turn, 0);
      wait = (due[0] ?? 0) - now();
    } while (wait > 0 && Atomics.wait(turn, 0, seen, wait) !== 'timed-out');
    threads.parentPort?.postMessage(seen);
  }
}

/** Difference between the monotonic clock that threads share and this thread's `performance.now()`, in milliseconds. */
function clockOffset(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e3 + nanoseconds / 1e6 - performance.now();
}

/** What it takes to wait begins with the first `start`: a thread costs as much as some thousand requests. */
export function threadAlarm(): Alarm {
  const turn = new Int32Array(new SharedArrayBuffer(4));
  const due = new Float64Array(new SharedArrayBuffer(8));
  const offset = clockOffset();
  let ring: (() => void) | null = null;
  let worker: Worker | null = null;
  let ready = false;
  const rings = (seen: number): void => {
    if (seen !== turn[0] || ring === null) return;
    const rung = ring;
    ring = null;
    rung();
  };
  const begin = async (): Promise<void> => {
    const text = `(${waiter.toString()})(require('node:worker_threads'))`;
    const made = new Worker(text, { eval: true, workerData: { turn, due } satisfies Shared });
    worker = made;
    ready = await new Promise<boolean>((resolve) => {
      made.once('message', () => resolve(true));
      made.once('error', () => resolve(false));
    });
    made.on('message', rings);
    made.unref();
  };
  let begun: Promise<void> | null = null;
  return {
    start: () => (begun ??= begin()),
    get ready() {
      return ready;
    },
    set(at, then) {
      ring = then;
      due[0] = at + offset;
      Atomics.add(turn, 0, 1);
      Atomics.notify(turn, 0);
    },
    clear() {
      ring = null;
    },
    stop() {
      ready = false;
      void worker?.terminate();
    },
  };
}
