/** For how long a process did not run although it had something to do: no processor, no memory, a paused machine. */
export interface Standstill {
  /** Milliseconds in all, and of the longest single one. */
  readonly totalMs: number;
  readonly longestMs: number;
}

/**
 * A process that knows when it stood still, because its own timer came late. Who measures time has to know it: what
 * happened meanwhile was seen late, or not at all.
 */
export interface Pulse {
  /** For the report: `the probe`, `the gate`. */
  readonly who: string;
  /** Standstills that ended within the last `lastMs` milliseconds, or have not ended yet. */
  stoodStill(lastMs: number): Promise<Standstill>;
}
