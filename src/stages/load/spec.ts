import type { Bands } from '../../autoscaler/bands.js';
import type { ClockSettings } from '../../autoscaler/clocks.js';
import type { Forecast } from '../../autoscaler/forecast.js';
import type { ControllerSetup } from '../../autoscaler/hpa.js';
import type { ShadowReport } from '../../autoscaler/shadow.js';
import type { TimelineRow } from '../../autoscaler/timeline.js';
import type { Note } from '../../domain/evidence.js';
import type { AutoscalerObserver, AutoscalerTarget } from '../../ports/autoscaler-observer.js';
import type { Clock } from '../../ports/clock.js';
import type { HostLoad } from '../../ports/host-load.js';
import type { LoadGenerator, LoadPlan, LoadResult } from '../../ports/load-generator.js';
import type { Log } from '../../ports/log.js';
import type { ScriptedLoad, ScriptRequest, ScriptResult } from '../../ports/scripted-load.js';
import type { TimelineKeeper } from '../../ports/timeline-keeper.js';
import type { ComparisonPorts, ComparisonRecord, ComparisonSpec } from './comparison/spec.js';
import type { SloResult } from './slo.js';

export interface LoadSpec {
  readonly target: AutoscalerTarget;
  /** Where the load goes and what it is. */
  readonly traffic: LoadPlan;
  /** `prove` drives the autoscaler up and down; `fixed` sends a rate and watches; `script` runs a script and watches. */
  readonly mode: 'prove' | 'fixed' | 'script';
  /** The user's own script, in `script`; left out elsewhere. */
  readonly script?: Omit<ScriptRequest, 'deadlineMs'> | null | undefined;
  /** Replicas to begin and end with; null takes the autoscaler's minimum. */
  readonly from: number | null;
  /** Replicas to reach; null takes the autoscaler's maximum. */
  readonly to: number | null;
  /** Arrivals a second; null finds them by calibration (`prove` alone). */
  readonly rate: number | null;
  /** Arrivals a second that calibration never exceeds. */
  readonly maxRate: number;
  readonly rampSeconds: number;
  /** Time at full rate in `fixed`. */
  readonly durationSeconds: number;
  readonly idleSeconds: number;
  readonly thresholds: readonly string[];
  /** Wait until the autoscaler is back at where it began. */
  readonly scaleDown: boolean;
  /** For everything together. */
  readonly timeoutSeconds: number;
  /** Clocks of the cluster that the load runs in. */
  readonly clocks: ClockSettings;
  /** Clocks that were shortened for this cluster, one sentence each; empty where production's run. */
  readonly modified: readonly string[];
  readonly setup: ControllerSetup;
  /** behavior.scaleDown.stabilizationWindowSeconds of the manifest, where the one that runs was shortened. */
  readonly writtenDownWindowSeconds?: number | null | undefined;
  /** Another version to hold the service against, after the proof; left out where there is none. */
  readonly comparison?: ComparisonSpec | null | undefined;
}

export interface LoadPorts {
  readonly generator: LoadGenerator;
  /** Runs scripts of another engine; absent where none is asked for. */
  readonly scripted?: ScriptedLoad;
  readonly observer: AutoscalerObserver;
  readonly clock: Clock;
  readonly log: Log;
  /** The machine that the load is sent from; absent where it is not to be asked. */
  readonly host?: HostLoad;
  /** Keeps the timeline while the run lasts; absent where nobody wants it. */
  readonly timeline?: TimelineKeeper;
  /** Puts a baseline beside the service; absent where none is asked for. */
  readonly copies?: ComparisonPorts;
}

/** CPU cost by regression over probes: total CPU = load × cost + pods × idle. */
export interface Calibration {
  /** Milli-CPU-seconds a request costs, with its 95 % interval. */
  readonly costMilli: number;
  readonly costLow: number;
  readonly costHigh: number;
  /** Millicores that one pod uses without load. */
  readonly idleMilli: number;
  readonly points: readonly { readonly rate: number; readonly cpuMilli: number }[];
}

/** A stretch of the run. */
export interface Mark {
  readonly phase: 'ready' | 'idle' | 'warm-up' | 'calibration' | 'scaling' | 'steady' | 'cool-down';
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
  /** False where its deadline ended it; `lastSeen` says what it still waited for. */
  readonly met: boolean;
  readonly lastSeen: string;
  /** The deadline of the whole stage came before its own: what was not seen might still have come. */
  readonly cut?: boolean;
}

/** What was driven at, and which sizes would be right. */
export interface Aim {
  readonly from: number;
  readonly to: number;
  readonly rate: number;
  readonly calibration: Calibration | null;
}

/** What a run says about what it did not try. */
export interface Projection {
  /** The same load on production's clocks; null where those are the ones that ran. */
  readonly production: Bands | null;
  /** Twice the load, or why nothing is said of it. */
  readonly forecast: Forecast;
  readonly notes: readonly Note[];
}

export interface LoadOutput {
  readonly timeline: readonly TimelineRow[];
  readonly marks: readonly Mark[];
  readonly aim: Aim | null;
  readonly load: LoadResult | null;
  /** What the user's own script measured. */
  readonly script: ScriptResult | null;
  readonly slos: readonly SloResult[];
  /** Largest size that was reached and was ready. */
  readonly reached: number;
  /** Seconds from the start of the load to the first and the last change up; null where there was none. */
  readonly upSeconds: { readonly first: number; readonly last: number } | null;
  /** Seconds from the end of the load to the last change down. */
  readonly downSeconds: number | null;
  /** Every decision of the autoscaler beside the algorithm's, from the same inputs. */
  readonly shadow: ShadowReport | null;
  /** What the simulator expects of the measured load; null where the run did not come so far, or CPU does not decide. */
  readonly predicted: Bands | null;
  /** What the same load means on production's clocks, and at twice the rate. */
  readonly projection: Projection | null;
  /** What was measured of the baseline and of the candidate, in turn; null where they were not compared. */
  readonly comparison: ComparisonRecord | null;
}
