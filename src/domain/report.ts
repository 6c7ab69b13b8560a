import type { ErrorCode } from './error.js';
import type { Evidence, Note } from './evidence.js';
import type { StageName } from './stage.js';
import type { Subject } from './subject.js';
import { type Decision, decisionOf, type Verdict, worst } from './verdict.js';

/** A `GateError` as data. */
export interface Inability {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string;
  readonly facts: Readonly<Record<string, string>>;
}

export interface StageReport {
  readonly stage: StageName;
  readonly verdict: Verdict;
  readonly evidence: readonly Evidence[];
  readonly notes: readonly Note[];
  readonly error?: Inability;
  /** ISO 8601 in UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  /** What a stage measured, in the stage's own form (`redis.topology`, `load.timeline` …), for reports and for replay. */
  readonly data?: unknown;
}

/** Everything that a run found out. The artifact `report.json` is this, with a schema. */
export interface Report {
  readonly schema: 'scale-gate/report-v1';
  readonly version: string;
  readonly run: string;
  readonly service: string;
  readonly subject: Subject;
  readonly stages: readonly StageReport[];
  /** Stages that the run did not reach, with the reason. */
  readonly skipped: readonly { readonly stage: StageName; readonly reason: string }[];
  readonly decision: Decision;
  /** The one line that names the object and the number. */
  readonly reason: string;
  /** Folder beside report.json with what was seen of the cluster: events, objects, logs, nodes. */
  readonly diagnostics?: string;
  readonly startedAt: string;
  readonly durationMs: number;
}

/** The decision over all stages that a run had to pass. A stage that it did not reach is no pass. */
export function decide(stages: readonly StageReport[], required: readonly StageName[]): Decision {
  const verdicts = stages.map(({ verdict }) => verdict);
  const missing = required.filter((name) => !stages.some(({ stage }) => stage === name));
  return decisionOf(worst([...verdicts, ...missing.map((): Verdict => 'inconclusive')]));
}
