import { performance } from 'node:perf_hooks';
import type { Alarm } from './alarm.js';

export interface TickerWork {
  /** Monotonic milliseconds of the next arrival; Infinity for none. */
  next(): number;
  /** Sends what is due, and gives how many arrivals that were. */
  due(now: number): number;
  each100ms(now: number): void;
  eachSecond(now: number): void;
}

export interface Ticker {
  /** The next arrival has changed, and so many are expected a second from now on. */
  wake(rate: number): void;
  /** Resolves when the condition holds, looked at every 10 ms. */
  until(condition: () => boolean): Promise<void>;
  stop(): void;
}

/** Arrivals closer than this leave together, with the next millisecond: waking for each would cost more than they do. */
const denseGapMs = 0.9;
/** Without an alarm: as long before an arrival Node's timer may ring, the rest is spent turning the loop. */
const [sparseGapMs, stretchMs] = [8, 1.5];

/**
 * Timers of Node have steps of a millisecond and are up to two late. Where arrivals are far enough apart an alarm rings
 * instead, to within some tens of microseconds; without one, the last stretch before a rare arrival is spent turning the
 * loop, which takes a fifth of a core at most.
 */
export function ticker(work: TickerWork, alarm: Alarm | null): Ticker {
  let timer: NodeJS.Timeout | null = null;
  let immediate: NodeJS.Immediate | null = null;
  let last = performance.now();
  let gap = 100;
  const disarm = (): void => {
    if (timer) clearTimeout(timer);
    if (immediate) clearImmediate(immediate);
    if (alarm) alarm.clear();
    timer = null;
    immediate = null;
  };
  const sleep = (wait: number): void => {
    const ringing = alarm?.ready === true;
    if (gap < (ringing ? denseGapMs : sparseGapMs)) timer = setTimeout(tick, Math.max(1, wait));
    else if (ringing) alarm.set(work.next(), tick);
    else if (wait > stretchMs) timer = setTimeout(tick, Math.floor(wait - stretchMs));
    else immediate = setImmediate(tick);
  };
  const arm = (): void => {
    disarm();
    const wait = work.next() - performance.now();
    if (wait !== Number.POSITIVE_INFINITY) sleep(wait);
  };
  function tick(): void {
    // What has rung needs no clearing.
    timer = null;
    immediate = null;
    const now = performance.now();
    if (work.next() <= now) {
      gap = gap * 0.9 + (Math.min(100, now - last) / work.due(now)) * 0.1;
      last = now;
    }
    arm();
  }
  const sweeper = setInterval(() => work.each100ms(performance.now()), 100);
  const seconds = setInterval(() => work.eachSecond(performance.now()), 1000);
  return {
    wake(rate) {
      [gap, last] = [Math.min(100, 1000 / rate), performance.now()];
      arm();
    },
    async until(condition) {
      while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
    },
    stop() {
      disarm();
      clearInterval(sweeper);
      clearInterval(seconds);
    },
  };
}
