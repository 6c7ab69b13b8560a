import type { Pulse } from './pulse.js';
import type { RedisFaults, RedisHosts } from './redis-hosts.js';
import type { SessionLoad } from './redis-load.js';
import type { RedisNodes } from './redis-nodes.js';

/** Eyes and hands where the application would be: in the cluster, or outside with addresses mapped when dialling. */
export interface RedisProbe {
  readonly nodes: RedisNodes;
  readonly load: SessionLoad;
  /** Where it runs, for the report: `pod shop/redis-probe`. */
  readonly where: string;
  /** Of everyone who measures: the probe's own process and the gate's. */
  readonly pulses: readonly Pulse[];
  close(): Promise<void>;
}

/** What a Redis Cluster of ours is to be made of, in words that any orchestrator understands. */
export interface RedisHosting {
  readonly namespace: string;
  readonly name: string;
  readonly image: string;
  readonly probeImage: string;
  readonly nodes: number;
  readonly auth: { readonly secret: string; readonly key: string } | undefined;
  /** Secret with `ca.crt`, `tls.crt` and `tls.key`, for nodes and probe. */
  readonly tls: string | undefined;
  /** Kubernetes quantities. */
  readonly storage: string;
  readonly memory: string;
  readonly maxmemory: string;
  readonly maxmemoryPolicy: string;
  /** Milliseconds. */
  readonly nodeTimeout: number;
  readonly requireFullCoverage: boolean;
}

/** One Redis Cluster's surroundings, opened. */
export interface RedisGround {
  readonly hosts: RedisHosts;
  readonly faults: RedisFaults;
  readonly probe: RedisProbe;
}

/** Brings up, or finds, what a Redis Cluster runs on. */
export interface RedisGrounds {
  /** Makes the nodes' objects (`create`) or finds existing ones, and starts the probe. Nothing is deleted or changed in `find`. */
  create(hosting: RedisHosting, signal: AbortSignal): Promise<RedisGround>;
  find(hosting: RedisHosting, signal: AbortSignal): Promise<RedisGround>;
  /** Whether there is anything to `find` yet: the service's own manifests may be on their way. */
  exists(hosting: RedisHosting, signal: AbortSignal): Promise<boolean>;
}
