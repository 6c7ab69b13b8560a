import type { DiagnosticSource } from '../domain/diagnostics-bundle.js';

export interface Diagnosed {
  readonly sources: readonly DiagnosticSource[];
  /** Values of Secrets that were met on the way: whoever shows the sources has to hide them. */
  readonly secrets: readonly string[];
}

/**
 * Looks at everything that tells why a run did not end well, as far as it can still be seen. Never rejects: what could
 * not be had is a source with its reason. Ends soon after the signal is aborted. Changes nothing.
 */
export interface Diagnostics {
  collect(signal: AbortSignal): Promise<Diagnosed>;
}
