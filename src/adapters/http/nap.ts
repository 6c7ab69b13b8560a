/** Requests sent together from which a nap pays. */
const fewest = 4;
/** Milliseconds that a nap lasts, and within which answers come to a service for which it pays. */
const [lastsMs, quickMs] = [0.3, 1];
/** Weight of the newest answer in the mean. */
const newest = 0.05;

/** Puts the calling thread to sleep, and its event loop with it. */
export function threadSleep(): (ms: number) => void {
  const bed = new Int32Array(new SharedArrayBuffer(4));
  return (ms) => void Atomics.wait(bed, 0, 0, ms);
}

/**
 * A service that answers within some hundred microseconds wakes the generator for each request of a group anew, which
 * costs more than to read the answer. So after sending a group to such a service the thread sleeps a little and then
 * finds several answers at once. What came meanwhile is counted up to 0.3 ms too long, and never too short; a service
 * that takes a millisecond or more is not affected.
 */
export class Nap {
  private readonly sleep: (ms: number) => void;
  private meanMs = Number.POSITIVE_INFINITY;

  constructor(sleep: (ms: number) => void) {
    this.sleep = sleep;
  }

  answered(serviceMs: number): void {
    this.meanMs =
      this.meanMs === Number.POSITIVE_INFINITY ? serviceMs : this.meanMs + (serviceMs - this.meanMs) * newest;
  }

  /** So many requests have just been sent together. */
  after(sent: number): void {
    if (sent >= fewest && this.meanMs < quickMs) this.sleep(lastsMs);
  }
}
