export interface ProbeRequest {
  readonly url: string;
  /** Value of the Host header; undefined takes the URL's. */
  readonly host: string | undefined;
  readonly timeoutMs: number;
}

export interface ProbeAnswer {
  readonly status: number;
  readonly durationMs: number;
}

/** One HTTP request from outside the cluster. Rejects with `GateError` `LOAD_FAILED` when no HTTP answer came. */
export interface HttpProbe {
  get(request: ProbeRequest, signal: AbortSignal): Promise<ProbeAnswer>;
}
