import type { Evidence, Note } from './evidence.js';
import type { Owned } from './owned.js';
import { type Verdict, worst } from './verdict.js';

/** The six stages, in the order of the pipeline. The same words name folders, pages, scopes, log groups and rows. */
export const stageNames = ['lint', 'provision', 'deploy', 'redis', 'load', 'promote'] as const;

export type StageName = (typeof stageNames)[number];

export interface StageContext {
  /** Aborted when the run is cancelled or out of time. Every wait listens to it. */
  readonly signal: AbortSignal;
  /** Records ownership in the journal. Call it before creating, so that a crash half-way is still cleaned up. */
  own(resource: Owned): Promise<void>;
  /** Strikes out what turned out to be somebody else's: it was made by them between our look and our creation. */
  disown?(resource: Owned): Promise<void>;
}

export interface StageResult<Output> {
  readonly evidence: readonly Evidence[];
  readonly notes?: readonly Note[];
  readonly output: Output;
}

/**
 * One step of the pipeline: a function from a validated spec to evidence.
 *
 * A stage that meets a bad workload returns failing evidence. A stage that cannot do its work throws a `GateError`.
 * The two are never confused.
 */
export interface Stage<Spec, Output> {
  readonly name: StageName;
  /** What `run` would do, one line per act. */
  plan(spec: Spec): readonly string[];
  run(spec: Spec, context: StageContext): Promise<StageResult<Output>>;
}

/** The law of the worst, over evidence. No evidence is `inconclusive`. */
export function verdictOf(evidence: readonly Evidence[]): Verdict {
  return worst(evidence.map(({ verdict }) => verdict));
}
