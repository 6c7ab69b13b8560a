import type { JsonObject } from '../../../manifests/manifest.js';
import type { Deployment, WorkloadRef } from '../../../ports/deployment.js';
import type { HttpProbe } from '../../../ports/http-probe.js';
import type { Distribution, GeneratorHealth, Tally } from '../../../ports/load-generator.js';

export type Variant = 'baseline' | 'candidate';

/** One instance of the service without an autoscaler, with a route of its own. */
export interface Copy {
  readonly objects: readonly JsonObject[];
  readonly workload: WorkloadRef;
  /** Host that leads to it. */
  readonly host: string;
  /** Images that it runs, as its workload names them. */
  readonly images: readonly string[];
}

/** What the service is held against: another version of itself, on the same cluster, in the same minutes. */
export interface ComparisonSpec {
  readonly copies: Readonly<Record<Variant, Copy>>;
  /** Pods of each copy. */
  readonly replicas: number;
  /** Share by which latency may be above the baseline's: 0.1 is a tenth. */
  readonly maxSlowdown: number;
  readonly probe: { readonly path: string; readonly status: number | undefined };
}

/** What a comparison needs of the world beside a generator. */
export interface ComparisonPorts {
  readonly deployment: Deployment;
  readonly http: HttpProbe;
}

/** One short stretch of load on one copy. */
export interface Block {
  readonly variant: Variant;
  readonly latency: Distribution;
  readonly tally: Tally;
}

/** What was measured, in the order in which it was. Why it did not go its whole way, where it did not. */
export interface ComparisonRecord {
  readonly blocks: readonly Block[];
  /** Looks at the result that were taken; the confidence of each pays for all that were allowed. */
  readonly looks: number;
  readonly rate: number;
  readonly blockSeconds: number;
  readonly health: readonly GeneratorHealth[];
  readonly faults: readonly string[];
  readonly halt: string | null;
}
