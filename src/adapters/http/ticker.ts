export interface TickerWork {
  /** Monotonic milliseconds of the next arrival; Infinity for none. */
  next(): number;
  due(now: number): void;
  each100ms(now: number): void;
  eachSecond(now: number): void;
}

export interface Ticker {
  /** The next arrival has changed. */
  wake(): void;
  /** Resolves when the condition holds, looked at every 10 ms. */
  until(condition: () => boolean): Promise<void>;
  stop(): void;
}

/**
 * Timers of Node have steps of a millisecond and are up to two late. Where arrivals are rare enough the last stretch is
 * spent turning the loop instead, so that a request leaves within microseconds of its time; this costs a fifth of a
 * core at most. Above that rate arrivals leave with the next millisecond.
 */
const preciseGapMs = 8;
const stretchMs = 1.5;

export function ticker(work: TickerWork): Ticker {
  let timer: NodeJS.Timeout | null = null;
  let immediate: NodeJS.Immediate | null = null;
  let last = performance.now();
  let gap = 0;
  const disarm = (): void => {
    if (timer) clearTimeout(timer);
    if (immediate) clearImmediate(immediate);
    [timer, immediate] = [null, null];
  };
  const arm = (): void => {
    disarm();
    const wait = work.next() - performance.now();
    if (wait === Number.POSITIVE_INFINITY) return;
    if (gap < preciseGapMs) timer = setTimeout(tick, Math.max(1, wait));
    else if (wait > stretchMs) timer = setTimeout(tick, Math.floor(wait - stretchMs));
    else immediate = setImmediate(tick);
  };
  function tick(): void {
    const now = performance.now();
    if (work.next() <= now) {
      gap = gap * 0.9 + Math.min(100, now - last) * 0.1;
      last = now;
      work.due(now);
    }
    arm();
  }
  const sweeper = setInterval(() => work.each100ms(performance.now()), 100);
  const seconds = setInterval(() => work.eachSecond(performance.now()), 1000);
  return {
    wake: arm,
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
