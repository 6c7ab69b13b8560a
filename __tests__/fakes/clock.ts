import type { Clock } from '../../src/ports/clock.js';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/**
 * A clock on which time passes only while everybody sleeps: whoever sleeps shortest is woken first, and no test waits.
 * It moves on when a turn of the event loop has passed in which nothing else happened.
 */
export class FakeClock implements Clock {
  readonly #sleepers = new Set<Sleeper>();
  #start: number;
  #elapsed = 0;
  #pumping = false;

  constructor(startsAt = Date.UTC(2030, 0, 1)) {
    this.#start = startsAt;
  }

  now(): number {
    return this.#start + this.#elapsed;
  }

  monotonic(): number {
    return this.#elapsed;
  }

  /** Lets time pass, as a slow answer would. */
  advance(ms: number): void {
    this.#elapsed += ms;
  }

  /** Sets the wall clock, as a time service would; what is monotonic does not move. */
  jump(ms: number): void {
    this.#start += ms;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) return reject(signal.reason);
      const sleeper: Sleeper = {
        at: this.#elapsed + Math.max(0, ms),
        wake: () => {
          signal?.removeEventListener('abort', abort);
          resolve();
        },
      };
      const abort = (): void => {
        this.#sleepers.delete(sleeper);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.#sleepers.add(sleeper);
      this.#pump();
    });
  }

  #pump(): void {
    if (this.#pumping) return;
    this.#pumping = true;
    setImmediate(() => {
      this.#pumping = false;
      const next = [...this.#sleepers].sort((a, b) => a.at - b.at)[0];
      if (next === undefined) return;
      this.#sleepers.delete(next);
      this.#elapsed = Math.max(this.#elapsed, next.at);
      next.wake();
      if (this.#sleepers.size > 0) this.#pump();
    });
  }
}
