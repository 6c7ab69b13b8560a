/** The machine's own account of its processors, counted since it started; null for what it does not tell. */
export interface HostLook {
  /** Time of all processors together, and what of it was in use, and what the hypervisor gave to others; one unit. */
  readonly cpu: { readonly total: number; readonly used: number; readonly stolen: number } | null;
  /** Milliseconds in which at least one task waited for a processor: pressure stall information, `some`. */
  readonly waitedMs: number | null;
}

/** The machine that the load is sent from, which in a kind cluster also serves it. */
export interface HostLoad {
  look(): Promise<HostLook>;
}
