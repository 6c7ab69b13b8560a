/** A standstill of the server, milliseconds since the epoch. */
export interface Stall {
  readonly from: number;
  readonly to: number;
}

/** What a request that should be sent at `at` takes by the script: what falls into a standstill happens at its end. */
export function latencyAt(at: number, delayMs: number, stalls: readonly Stall[]): number {
  const after = (time: number): number => stalls.find(({ from, to }) => time >= from && time < to)?.to ?? time;
  return after(after(at) + delayMs) - at;
}

/** p50, p99 and max of evenly spaced arrivals, by the script alone. */
export function truth(
  arrivals: { readonly from: number; readonly count: number; readonly rate: number },
  delayMs: number,
  stalls: readonly Stall[],
): { readonly p50: number; readonly p99: number; readonly max: number } {
  const all = Array.from({ length: arrivals.count }, (_, index) =>
    latencyAt(arrivals.from + (index * 1000) / arrivals.rate, delayMs, stalls),
  ).toSorted((a, b) => a - b);
  const at = (q: number): number => all[Math.max(0, Math.ceil(q * all.length) - 1)] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}
