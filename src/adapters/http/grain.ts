/** Requests a second above which arrivals come in groups. */
export const denseRate = 1200;
/** Requests that a group has at most, but for rates that have more within a millisecond. */
const most = 16;

/**
 * Milliseconds from one group of arrivals to the next at a rate; 0 where each arrives by itself. Timers count
 * milliseconds, and a machine that wakes for each of thousands of requests spends more on waking than on requests. So
 * dense arrivals are scheduled together, rather than spread on paper and sent late. The rate stays what it is.
 */
export function grainMs(rate: number): 0 | 1 | 2 | 4 {
  if (rate <= denseRate) return 0;
  if (rate * 4 <= most * 1000) return 4;
  return rate * 2 <= most * 1000 ? 2 : 1;
}

/** The beginning of the grain that a time falls into; both in seconds. */
export function grouped(at: number, grain: number): number {
  // A time that is a grain's beginning but for the last bits of its computation stays there.
  return grain === 0 || at === Number.POSITIVE_INFINITY ? at : Math.floor(at / grain + 1e-9) * grain;
}
