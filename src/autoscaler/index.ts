/** The autoscaler for those who import it: the HPA's algorithm, where it comes to rest, when, and whether a live one did so. */
export {
  type Acceptance,
  acceptanceBetween,
  acceptanceOf,
  type LoadRange,
  loadsFor,
  loadsOnlyFor,
} from './acceptance.js';
export {
  type Autoscaler,
  type AutoscalerStatus,
  type ControllerFlags,
  defaultFlags,
  initialStatus,
  type Observation,
  type Sync,
} from './autoscaler.js';
export { type Band, type BandOptions, type Bands, bandsOf } from './bands.js';
export { type Behavior, defaultBehavior, type ScalingPolicy, tolerancesOf, type WrittenBehavior } from './behavior.js';
export { type ClockSettings, flagsOf, productionClocks, quickClocks } from './clocks.js';
export type { Condition, Conditions, ControllerEvent } from './condition.js';
export type { CpuTarget, Demand } from './cpu-target.js';
export type { DeviationCode } from './deviation.js';
export { costOf, type Forecast, forecastOf, type LoadPoint } from './forecast.js';
export { autoscalerOf, type ControllerSetup, defaultSetup, type HpaSpec, type MetricSpec } from './hpa.js';
export { type Interference, interferencesIn } from './interference.js';
export { emptyMemory, type Memory } from './memory.js';
export type { Metric, Reading } from './metric.js';
export { normalize } from './normalize.js';
export { bandsUnder, type Outlook, outlookOf } from './outlook.js';
export { assumedCost, type Plan, type PlanInput, planOf, planRuns } from './plan.js';
export { planText } from './plan-text.js';
export type { Container, Pod } from './pod.js';
export { milliOf } from './quantity.js';
export { seeded } from './random.js';
export { type Reachability, reachabilityOf } from './reachability.js';
export { reconcile } from './reconcile.js';
export { customSamples, externalValues, objectValue, resourceSamples, type Sample } from './sample.js';
export { type DemandStep, type PodModel, proofDemand, ramp, type Scenario } from './scenario.js';
export { type ShadowDecision, type ShadowOptions, type ShadowReport, shadow } from './shadow.js';
export { type Move, type Run, simulate, sizeAt } from './simulation.js';
export type { TimelineRow } from './timeline.js';
export { type Trace, traceFromCsv, traceFromTimeline } from './trace.js';
export { type Variant, type WhatIf, whatIf } from './what-if.js';
export { whatIfText } from './what-if-text.js';
export type { ContainerFacts, WorkloadFacts } from './workload-facts.js';
