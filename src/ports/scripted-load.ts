/** What became of a user's own load script. */
export type ScriptOutcome =
  | 'passed'
  /** The script ran to its end, and a threshold of its own was crossed. */
  | 'thresholds-missed'
  /** The script could not be read, threw, or was configured wrongly: it says nothing about the service. */
  | 'script-broken'
  /** Ended before its end, by itself or by somebody. */
  | 'aborted';

export interface ScriptThreshold {
  readonly metric: string;
  readonly expression: string;
  readonly held: boolean;
}

export interface ScriptResult {
  readonly outcome: ScriptOutcome;
  readonly exitCode: number;
  /** Why, in words; foreign text where the tool says it. */
  readonly reason: string;
  /** HTTP requests that were answered or failed; null where the tool wrote no summary. */
  readonly requests: number | null;
  /** Share of failed requests, 0 to 1; null where it is not known. */
  readonly failedShare: number | null;
  /** Metric → statistic → value, as the summary has them; `p95` is spelled `p(95)`, times are milliseconds. */
  readonly metrics: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly thresholds: readonly ScriptThreshold[];
}

export interface ScriptRequest {
  /** Path of the script. */
  readonly script: string;
  /** Environment of the script: `BASE_URL`, and what the user adds. No secrets: they would be in the tool's output. */
  readonly env: Readonly<Record<string, string>>;
  readonly deadlineMs: number;
}

/** Another engine that brings its own script. Throws `GateError` when it cannot be started or its deadline is over. */
export interface ScriptedLoad {
  readonly name: string;
  run(request: ScriptRequest, signal: AbortSignal): Promise<ScriptResult>;
}
