import type { LoadOptions } from './redis-load.js';
import type { NodeAddress, NodeCall } from './redis-nodes.js';

/**
 * What is asked of a probe in the cluster: one JSON object a line on its stdin, one `ProbeAnswer` a line on its stdout.
 * Answers come in any order. The end of stdin ends the probe. The password is in the probe's environment
 * (`REDIS_PASSWORD`), never in a line.
 */
export type ProbeRequest =
  | { readonly op: 'use'; readonly addresses: readonly NodeAddress[] }
  | { readonly op: 'call'; readonly calls: readonly NodeCall[]; readonly timeoutMs: number }
  | { readonly op: 'load-start'; readonly options: LoadOptions }
  | { readonly op: 'load-stop'; readonly prefix: string }
  | { readonly op: 'read-back'; readonly keys: readonly string[] }
  | { readonly op: 'stood-still'; readonly lastMs: number };

export type ProbeLine = ProbeRequest & { readonly id: number };

export type ProbeAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: string };

/** First line of a probe that is ready, so that a shell's complaint is not taken for one. */
export const PROBE_READY = '{"ready":"scale-gate-probe-1"}';
