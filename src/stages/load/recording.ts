import type { ClusterRoom, CpuCounter, ObservedRow } from '../../ports/autoscaler-observer.js';
import type { HostLook } from '../../ports/host-load.js';
import type { LoadResult } from '../../ports/load-generator.js';
import type { ScriptResult } from '../../ports/scripted-load.js';
import type { Aim, Mark } from './spec.js';

/** A look that failed. */
export interface Miss {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly error: string;
}

/** A look at the machine; `at` in milliseconds since the epoch. */
export interface HostMoment extends HostLook {
  readonly at: number;
}

/** Why a run did not go its whole way. */
export type Halt =
  | { readonly kind: 'not-ready' | 'silent' | 'uncalibrated' | 'ended-early'; readonly why: string }
  | { readonly kind: 'unreachable'; readonly why: string; readonly fault: 'workload' | 'cluster' };

/** Everything that a run saw. The claims are judged from this alone, so a recording can be judged again. */
export interface Recording {
  readonly rows: readonly ObservedRow[];
  readonly misses: readonly Miss[];
  /** The kubelet's CPU counters, one look each; empty where they cannot be read. */
  readonly counters: readonly (readonly CpuCounter[])[];
  readonly marks: readonly Mark[];
  readonly aim: Aim | null;
  readonly room: ClusterRoom | null;
  readonly load: LoadResult | null;
  readonly script: ScriptResult | null;
  readonly halt: Halt | null;
  /** The machine, one look beside each at the autoscaler; absent where nobody looked. */
  readonly host?: readonly HostMoment[];
}

export function markOf({ marks }: Recording, phase: Mark['phase']): Mark | undefined {
  return marks.findLast((mark) => mark.phase === phase);
}

export function rowsWithin({ rows }: Recording, from: number, to: number): readonly ObservedRow[] {
  return rows.filter(({ at }) => at >= from && at <= to);
}

/** Pods that serve: not being deleted, and Ready. */
export function readyPods({ pods }: ObservedRow): readonly string[] {
  return pods.filter(({ deleting, ready }) => !deleting && ready?.status === 'True').map(({ name }) => name);
}

/** A change of the workload's wanted size, between two looks. */
export interface Change {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly before: ObservedRow;
  readonly after: ObservedRow;
}

export function changesOf(rows: readonly ObservedRow[]): readonly Change[] {
  const sized = rows.flatMap((row) => (row.scale === null ? [] : [{ row, size: row.scale.specReplicas }]));
  return sized.flatMap(({ row: after, size: to }, index) => {
    const before = sized[index - 1];
    if (before === undefined || before.size === to) return [];
    return [{ at: after.at, from: before.size, to, before: before.row, after }];
  });
}
