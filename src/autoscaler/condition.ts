/** Conditions of an HPA's status. */
export type ConditionType = 'AbleToScale' | 'ScalingActive' | 'ScalingLimited';

export type AbleToScaleReason =
  | 'SucceededGetScale'
  | 'FailedGetScale'
  | 'ReadyForNewScale'
  | 'ScaleUpStabilized'
  | 'ScaleDownStabilized'
  | 'SucceededRescale'
  | 'FailedUpdateScale';

export type ScalingActiveReason =
  | 'ValidMetricFound'
  | 'ScalingDisabled'
  | 'InvalidSelector'
  | 'AmbiguousSelector'
  | 'FailedGetResourceMetric'
  | 'FailedGetContainerResourceMetric'
  | 'FailedGetPodsMetric'
  | 'FailedGetObjectMetric'
  | 'FailedGetExternalMetric';

export type ScalingLimitedReason =
  | 'DesiredWithinRange'
  | 'ScaleUpLimit'
  | 'ScaleDownLimit'
  | 'TooManyReplicas'
  | 'TooFewReplicas';

export interface Condition<Reason extends string = string> {
  readonly status: 'True' | 'False' | 'Unknown';
  readonly reason: Reason;
}

/** A condition that no sync has set yet is absent. */
export interface Conditions {
  readonly AbleToScale?: Condition;
  readonly ScalingActive?: Condition;
  readonly ScalingLimited?: Condition;
}

/** An event that the controller records on the HPA. */
export interface ControllerEvent {
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
}
