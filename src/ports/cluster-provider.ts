/** Periods that an ephemeral cluster may shorten so that a gate is quick. Everything here is said in the verdict. */
export interface QuickClocks {
  readonly syncPeriodSeconds: number;
  readonly downscaleStabilizationSeconds: number;
  readonly cpuInitializationSeconds: number;
  readonly housekeepingSeconds: number;
  readonly metricResolutionSeconds: number;
}

export interface ClusterRequest {
  readonly name: string;
  /** Private kubeconfig that will be written; never the user's own. */
  readonly kubeconfig: string;
  readonly nodes: number;
  readonly nodeImage: string;
  /** Port of 127.0.0.1 that leads to the ingress controller. */
  readonly hostPort: number;
  /** Undefined keeps the production clocks. */
  readonly clocks: QuickClocks | undefined;
  /** The user's own configuration of the provider, merged with ours. */
  readonly config: Readonly<Record<string, unknown>> | undefined;
}

/** A cluster that can be talked to. Plain data: sub-actions hand it on. */
export interface Cluster {
  readonly name: string;
  readonly kubeconfig: string;
  readonly context?: string;
  /** Where the ingress controller answers from outside: `http://127.0.0.1:41234`. */
  readonly ingress: string;
  /** Names of the containers or machines that are its nodes. */
  readonly nodes: readonly string[];
  /** True where a run made it, and will delete it. */
  readonly ephemeral: boolean;
  readonly clocks?: QuickClocks;
}

export interface LocalImage {
  readonly reference: string;
  /** Digest or id of its content. */
  readonly digest: string;
}

/** Makes and deletes ephemeral clusters. Rejects with `GateError` and leaves the finding out of what exists to the journal. */
export interface ClusterProvider {
  /** Versions of what is needed, for the report. Throws `ENGINE_MISSING`, `TOOL_MISSING`. Makes nothing. */
  preflight(signal: AbortSignal): Promise<readonly string[]>;
  exists(name: string, signal: AbortSignal): Promise<boolean>;
  /** Node image of a Kubernetes version, or the newest that the machine has, so that nothing is pulled without need. */
  nodeImage(version: string | undefined, signal: AbortSignal): Promise<string>;
  /** A free port of 127.0.0.1, or the wanted one. Throws `PORT_TAKEN`. */
  hostPort(wanted: number | undefined): Promise<number>;
  create(request: ClusterRequest, signal: AbortSignal): Promise<Cluster>;
  /** Which of these images the machine's engine holds. */
  localImages(references: readonly string[], signal: AbortSignal): Promise<readonly LocalImage[]>;
  /** Copies images from the machine's engine into every node, in one stream. */
  loadImages(nodes: readonly string[], references: readonly string[], signal: AbortSignal): Promise<void>;
  /** Names of the nodes whose container runtime takes images. One look; may be asked while the cluster is being made. */
  nodesTakingImages(name: string, signal: AbortSignal): Promise<readonly string[]>;
}
