import type { Diagnostic } from './diagnostic.js';
import type { Verdict } from './verdict.js';

/** `StageReport.data` of lint. */
export interface LintData {
  readonly diagnostics: readonly Diagnostic[];
}

export interface RedisNodeData {
  readonly name: string;
  readonly role: 'primary' | 'replica';
  /** Number of its shard, from 0. */
  readonly shard: number;
  /** Slots that it serves, as Redis writes them: `0-5460`. Empty for a replica. */
  readonly slots: string;
  /** Kubernetes node that it runs on, where that is known. */
  readonly host?: string;
  readonly healthy: boolean;
}

/** `StageReport.data` of redis. */
export interface RedisData {
  readonly topology: { readonly shards: number; readonly replicasPerShard: number };
  readonly nodes: readonly RedisNodeData[];
  /** Figures worth a row of their own: `failover` → `1.4 s`. */
  readonly measured: Readonly<Record<string, string>>;
}

/** One look at the service under load. What was not seen is null. */
export interface LoadPoint {
  /** Milliseconds since the timeline began. */
  readonly ms: number;
  /** Arrivals a second that the schedule intended. */
  readonly rate: number | null;
  /** Answers a second that were bad, or that did not come. */
  readonly bad: number | null;
  readonly p95Ms: number | null;
  readonly readyReplicas: number | null;
  /** What the HPA asked for. */
  readonly desiredReplicas: number | null;
  /** What the shadow HPA says that it should ask for. */
  readonly predictedReplicas: number | null;
  /** Utilisation of the request, as the HPA sees it; 100 is the whole request. */
  readonly cpuPercent: number | null;
  readonly predictedCpuPercent: number | null;
}

/** One decision of the HPA, beside what the algorithm says with the same inputs. */
export interface DecisionData {
  readonly ms: number;
  readonly current: number;
  readonly observed: number;
  readonly predicted: number;
  readonly agrees: boolean;
  /** One sentence with the numbers. */
  readonly explanation: string;
}

/** What was foretold before, beside what came: `first change up`, `5.0 to 21.0 s`, `14.2 s`. */
export interface PredictionData {
  readonly what: string;
  readonly expected: string;
  readonly observed: string;
  /** The same on the clocks of production; absent where those are the ones that ran. */
  readonly production?: string;
}

/** `StageReport.data` of load. */
export interface LoadData {
  /** `HorizontalPodAutoscaler shop/web`. */
  readonly autoscaler: string;
  readonly minReplicas: number;
  readonly maxReplicas: number;
  /** Utilisation at which the HPA aims; null where it aims at something else than CPU. */
  readonly targetCpuPercent: number | null;
  readonly phases: readonly { readonly name: string; readonly fromMs: number; readonly toMs: number }[];
  readonly points: readonly LoadPoint[];
  readonly thresholds: readonly { readonly text: string; readonly observed: string; readonly verdict: Verdict }[];
  /** Absent where no algorithm was held beside the HPA. */
  readonly decisions?: readonly DecisionData[];
  readonly predictions?: readonly PredictionData[];
  /** One sentence on twice the load, or why nothing is said of it. */
  readonly forecast?: string;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const hasLists = (value: Fields, names: readonly string[]): boolean =>
  names.every((name) => Array.isArray(value[name]));

/** Whether data is of lint. It looks at the outer form only: data is our own, or passed the schema of the report. */
export function isLintData(data: unknown): data is LintData {
  return isFields(data) && hasLists(data, ['diagnostics']);
}

export function isRedisData(data: unknown): data is RedisData {
  return isFields(data) && isFields(data['topology']) && hasLists(data, ['nodes']) && isFields(data['measured']);
}

export function isLoadData(data: unknown): data is LoadData {
  return isFields(data) && hasLists(data, ['phases', 'points', 'thresholds']);
}
