/** Time, so that no test sleeps. */
export interface Clock {
  /** Wall clock, milliseconds since the epoch. For what is shown; may jump. */
  now(): number;
  /** Monotonic milliseconds with fractions. For durations and deadlines. */
  monotonic(): number;
  /** Resolves after `ms`; rejects with the signal's reason when it is aborted before. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
