/** Requests per second over time. `seconds: null` lasts until the next phase. */
export type Profile =
  | { readonly shape: 'constant'; readonly rate: number; readonly seconds: number | null }
  /** With `hold` the rate stays at `to` until the next phase; else the phase has no arrivals after `seconds`. */
  | {
      readonly shape: 'ramp';
      readonly from: number;
      readonly to: number;
      readonly seconds: number;
      readonly hold: boolean;
    }
  | { readonly shape: 'steps'; readonly rates: readonly number[]; readonly secondsEach: number }
  | {
      readonly shape: 'spike';
      readonly base: number;
      readonly peak: number;
      /** The peak lasts from `peakFrom` to `peakFrom + peakSeconds`, in seconds since the phase began. */
      readonly peakFrom: number;
      readonly peakSeconds: number;
      readonly seconds: number;
    };

/** One request of a scenario. `{{name}}` in path, headers and body is a column of the data row or an extracted value. */
export interface RequestTemplate {
  readonly method: string;
  /** Path and query, beginning with `/`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** Takes values out of an answer for later requests of the same session. */
  readonly extract: readonly Extraction[];
  /** Statuses that count as good; null takes 200 to 399. */
  readonly expectStatus: readonly number[] | null;
}

export type Extraction =
  | { readonly into: string; readonly from: 'header'; readonly name: string }
  /** Dotted path into a JSON body: `items.0.id`. */
  | { readonly into: string; readonly from: 'json'; readonly path: string }
  /** First group of a regular expression over the body. */
  | { readonly into: string; readonly from: 'body'; readonly pattern: string };

/** A session does its requests one after another; each arrival of the schedule sends the next one of some session. */
export interface Scenario {
  readonly name: string;
  /** Share of the arrivals, relative to the other scenarios' weights. */
  readonly weight: number;
  readonly requests: readonly RequestTemplate[];
  /** Keeps the cookies that answers set, session by session. */
  readonly cookies: boolean;
  /** Rows for templates, taken in turn by new sessions; empty for none. */
  readonly data: readonly Readonly<Record<string, string>>[];
}

export interface LoadPlan {
  /** Origin to which everything is sent: `http://127.0.0.1:8080`. */
  readonly origin: string;
  readonly protocol: 'http/1.1' | 'h2';
  /** Value of the Host header (and of TLS SNI) where it is not the origin's. */
  readonly host: string | null;
  /** Certificate authority in PEM for HTTPS; null takes the system's. */
  readonly ca: string | null;
  readonly insecure: boolean;
  readonly scenarios: readonly Scenario[];
  readonly arrivals: 'even' | 'poisson';
  readonly seed: number;
  /** Requests in flight, above which an arrival is shed: counted, not sent. */
  readonly maxInFlight: number;
  readonly connections: number;
  /** Milliseconds after which a connection is replaced, so that new pods get traffic. */
  readonly connectionMaxAgeMs: number;
  readonly timeoutMs: number;
  /** Response header that names the pod that answered; null for none. */
  readonly podHeader: string | null;
  /** Before the first phase some of the plan's plain GETs are sent and forgotten, which opens connections; false sends none. */
  readonly warmUp?: boolean;
  /** Ends the run when the share of bad answers within the window is above the rate; null for never. */
  readonly abort: {
    readonly errorRate: number;
    readonly windowSeconds: number;
    readonly minRequests: number;
  } | null;
}

/** Values in milliseconds with how often they were seen, ascending; a bucket is named by its largest value. */
export interface Distribution {
  readonly count: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** Relative width of a bucket at most: 0.001 for three significant digits. */
  readonly precision: number;
  readonly buckets: readonly (readonly [value: number, count: number])[];
}

/** Arrivals and answers of one stretch of time. `scheduled = good + bad + shed + in flight at its end`. */
export interface Tally {
  readonly scheduled: number;
  readonly sent: number;
  readonly good: number;
  /** Unwanted statuses, broken connections and timeouts; shed arrivals are counted apart. */
  readonly bad: number;
  readonly shed: number;
  /** Sent later than 10 ms after the intended time. */
  readonly late: number;
  /** Status code, or the name of the fault (`ECONNREFUSED`, `timeout` …) → how often. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Pod as the answer named it → answers. Empty without `podHeader`. */
  readonly byPod: Readonly<Record<string, number>>;
  /** Sent again on a fresh connection, because the server had closed the kept one while it was idle (RFC 9110 9.2.2). */
  readonly retried: number;
  readonly bytes: number;
}

export interface PhaseResult {
  readonly name: string;
  readonly profile: Profile;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly durationMs: number;
  readonly tally: Tally;
  /** From the intended time to the last byte; shed arrivals count with the time-out, at least. */
  readonly latency: Distribution;
  /** From sending to the last byte: what a tool that waits for answers would say. */
  readonly service: Distribution;
  /** Mean requests in flight over the phase, by integration. */
  readonly meanInFlight: number;
  /** Requests that had no answer when the phase began and when it ended, sent or not, of this phase or of an earlier one. */
  readonly unanswered: { readonly atStart: number; readonly atEnd: number };
}

/** One second of a run. */
export interface LoadSecond {
  readonly at: number;
  readonly phase: string;
  readonly scheduled: number;
  readonly good: number;
  readonly bad: number;
  readonly shed: number;
  readonly inFlight: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** How well the generator itself was; a saturated one has measured itself. */
export interface GeneratorHealth {
  /** Actual sending after intended time, milliseconds. */
  readonly sendLagP99Ms: number;
  readonly eventLoopDelayP99Ms: number;
  /** Cores used by the generator, 0 to 1 for one thread. */
  readonly cpu: number;
  /** Share of the host's CPU time taken by others of the hypervisor, 0 to 1; null where it cannot be read. */
  readonly hostSteal: number | null;
  /** Share of the host's CPU time in use, 0 to 1; null where it cannot be read. */
  readonly hostCpu: number | null;
}

/** The current phase so far; distributions come with the result. */
export interface LoadSnapshot {
  readonly phase: string;
  readonly durationMs: number;
  readonly tally: Tally;
  /** Why the generator ended by itself; null while it runs. */
  readonly ended: string | null;
}

export interface LoadResult {
  readonly phases: readonly PhaseResult[];
  readonly seconds: readonly LoadSecond[];
  readonly health: GeneratorHealth;
  /** `stopped` when asked to; else the reason (`abort: 62 % errors within 10 s`). */
  readonly ended: string;
}

/** A run in progress. Requests follow the schedule, whatever the answers do. */
export interface LoadRun {
  /** Begins another phase at once; what is in flight is counted to the phase in which it was intended. */
  phase(name: string, profile: Profile): Promise<void>;
  snapshot(): Promise<LoadSnapshot>;
  /** Ends the schedule, waits for answers as long as the time-out at most, and gives everything. Idempotent. */
  stop(): Promise<LoadResult>;
}

/** Sends load from a thread of its own. Throws `GateError` `LOAD_FAILED` when it cannot start. */
export interface LoadGenerator {
  start(plan: LoadPlan, signal: AbortSignal): Promise<LoadRun>;
}
