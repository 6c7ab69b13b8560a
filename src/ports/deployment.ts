import type { Secret } from '../domain/secret.js';
import type { JsonObject } from '../manifests/manifest.js';

/** What became of one object that was handed to the cluster. */
export interface Applied {
  /** `Kind/name`. */
  readonly object: string;
  /** The API server's own words where it refused; undefined where it took the object. */
  readonly refusal: string | undefined;
}

export interface WorkloadRef {
  readonly kind: 'Deployment' | 'StatefulSet' | 'DaemonSet';
  readonly namespace: string;
  readonly name: string;
}

/** A rollout followed by ownership: workload → newest replica set → its pods. */
export interface Rollout {
  readonly workload: WorkloadRef;
  readonly desired: number;
  readonly updated: number;
  readonly ready: number;
  /** All wanted replicas are of the newest template and ready, and the controller has seen that template. */
  readonly done: boolean;
  readonly trouble:
    | {
        readonly reason: string;
        readonly message: string;
        readonly hopeless: boolean;
        /** True where the cluster, and not the workload, is what is wrong: then nothing is found out about the workload. */
        readonly cluster?: boolean;
      }
    | undefined;
}

export interface Exposure {
  /** `Service/web`, `Pod/web-0`. */
  readonly object: string;
  /** `NodePort 30080`, `hostPort 80`, `LoadBalancer`. */
  readonly how: string;
}

/** Puts a service into a cluster and looks at what became of it. */
export interface Deployment {
  hasNamespace(name: string, signal: AbortSignal): Promise<boolean>;
  namespace(name: string, labels: Readonly<Record<string, string>>, signal: AbortSignal): Promise<void>;
  secret(
    namespace: string,
    name: string,
    entries: Readonly<Record<string, Secret>>,
    signal: AbortSignal,
  ): Promise<void>;
  /** Applies in the given order; goes on after a refusal, so that all are told at once. */
  apply(objects: readonly JsonObject[], namespace: string, signal: AbortSignal): Promise<readonly Applied[]>;
  rollout(workload: WorkloadRef, signal: AbortSignal): Promise<Rollout>;
  /** Addresses that are ready behind a Service. */
  readyEndpoints(namespace: string, service: string, signal: AbortSignal): Promise<number>;
  /** Everything in the namespace that listens outside the cluster without the ingress controller. */
  exposures(namespace: string, signal: AbortSignal): Promise<readonly Exposure[]>;
  /** Image reference → digest, as the nodes run them. */
  images(namespace: string, signal: AbortSignal): Promise<Readonly<Record<string, string>>>;
}
