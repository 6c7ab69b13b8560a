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

export interface Truth {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

export interface Even {
  /** Milliseconds since the epoch of the first arrival. */
  readonly from: number;
  readonly count: number;
  readonly rate: number;
}

const times = ({ from, count, rate }: Even): number[] =>
  Array.from({ length: count }, (_, index) => from + (index * 1000) / rate);

function truthOf(latencies: readonly number[]): Truth {
  const all = latencies.toSorted((a, b) => a - b);
  const at = (q: number): number => all[Math.max(0, Math.ceil(q * all.length) - 1)] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

/** p50, p99 and max of evenly spaced arrivals, by the script alone. */
export function truth(arrivals: Even, delayMs: number, stalls: readonly Stall[]): Truth {
  return truthOf(times(arrivals).map((at) => latencyAt(at, delayMs, stalls)));
}

/** The same by the server's clock, which answers in the order of asking: the last answer written is to the last arrival. */
export function truthByServer(arrivals: Even, written: readonly number[]): Truth {
  const ours = written.toSorted((a, b) => a - b).slice(-arrivals.count);
  return truthOf(times(arrivals).map((at, index) => (ours[index] ?? Number.NaN) - at));
}
