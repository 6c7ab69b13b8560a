/**
 * What the package gives to those who import it: the pipeline with its stages, the autoscaler as pure functions, and the
 * words in which reports speak. Everything else is internal.
 */

export * from './autoscaler/index.js';
export type { Diagnostic, Severity } from './domain/diagnostic.js';
export { type ErrorCode, GateError } from './domain/error.js';
export type { Evidence, Note } from './domain/evidence.js';
export type { Report, StageReport } from './domain/report.js';
export { type Requirement, requirements } from './domain/requirement.js';
export { Secret } from './domain/secret.js';
export { type Stage, type StageContext, type StageName, type StageResult, stageNames } from './domain/stage.js';
export type { Subject } from './domain/subject.js';
export { type Decision, exitCodes, type Verdict, worst } from './domain/verdict.js';
export { runGate } from './entry/gate.js';
export type { Host } from './entry/host.js';
export { parseOptions } from './entry/inputs/parse.js';
export type { GateSpec } from './entry/inputs/spec.js';
export { openSession, type Session } from './entry/session.js';
export { type Sink, StageLogs } from './entry/stage-logs.js';
export type { Manifest } from './manifests/manifest.js';
export { readManifests } from './manifests/read.js';
export { runPipeline } from './pipeline.js';
export { deployStage } from './stages/deploy/deploy.js';
export { lintStage } from './stages/lint/lint.js';
export { promoteStage } from './stages/promote/promote.js';
export { provisionStage } from './stages/provision/provision.js';
export { redisStage } from './stages/redis/stage.js';
export { waitFor } from './stages/wait.js';
