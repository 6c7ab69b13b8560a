export interface NodeState {
  readonly name: string;
  readonly ready: boolean;
  /** Why it is not ready, in the node's own words. */
  readonly reason: string;
}

export type AddOn = 'metrics' | 'ingress';

export interface AddOnSettings {
  readonly metricResolutionSeconds: number;
  /** Ingress classes of the service's manifests; each is served by the controller that the gate brings. */
  readonly ingressClasses: readonly string[];
  readonly images: Readonly<Record<AddOn, string>>;
}

export interface AddOnState {
  readonly ready: boolean;
  /** `1 of 1 ready`, or what is in its way. */
  readonly detail: string;
  /** True where waiting longer is in vain (its image cannot be pulled). */
  readonly hopeless: boolean;
}

/** A cluster as `provision` looks at it. */
export interface Platform {
  nodes(signal: AbortSignal): Promise<readonly NodeState[]>;
  version(signal: AbortSignal): Promise<string>;
  install(addOn: AddOn, settings: AddOnSettings, signal: AbortSignal): Promise<void>;
  state(addOn: AddOn, signal: AbortSignal): Promise<AddOnState>;
  /** Usage of one real pod as the metrics API tells it (`kube-system/coredns-…: 3m CPU`), undefined until there is one. */
  usage(signal: AbortSignal): Promise<string | undefined>;
  /** State of cluster DNS: `2 of 2 ready`. */
  dns(signal: AbortSignal): Promise<AddOnState>;
  /** Name of the default storage class, undefined where there is none. */
  storage(signal: AbortSignal): Promise<string | undefined>;
}
