/** A container of a pod, as far as the autoscaler looks at it. */
export interface Container {
  readonly name: string;
  /** `Always` makes an init container a sidecar, whose request counts. */
  readonly restartPolicy?: 'Always' | null;
  /** Resource name → request in milli (millicores, milli-bytes). A name that is absent has no request. */
  readonly requests: Readonly<Partial<Record<string, bigint>>>;
}

export type PodPhase = 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Unknown';

export interface ReadyCondition {
  readonly status: 'True' | 'False' | 'Unknown';
  /** Seconds on the same clock as every other time of one call. */
  readonly lastTransition: number;
}

/** A pod that the selector of the scale subresource lists. */
export interface Pod {
  readonly name: string;
  readonly phase: PodPhase;
  /** It has a deletion timestamp. */
  readonly deleting: boolean;
  /** status.startTime, seconds; null where it is not set. */
  readonly startTime: number | null;
  /** The Ready condition; null where there is none. */
  readonly ready: ReadyCondition | null;
  readonly containers: readonly Container[];
  readonly initContainers: readonly Container[];
  /** spec.resources.requests of the pod as a whole, milli; they replace those of the containers. */
  readonly requests?: Readonly<Partial<Record<string, bigint>>>;
}

/** Requests by pod name, milli; or the controller's words for the container that has none. */
export type Requests = { readonly byPod: ReadonlyMap<string, bigint> } | { readonly error: string };

function podRequest(pod: Pod, resource: string, container: string | undefined): bigint | { error: string } {
  const whole = pod.requests?.[resource];
  if (container === undefined && whole !== undefined) return whole;
  const sidecars = pod.initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always');
  let sum = 0n;
  for (const { name, requests } of [...pod.containers, ...sidecars]) {
    if (container !== undefined && name !== container) continue;
    const request = requests[resource];
    if (request === undefined)
      return { error: `missing request for ${resource} in container ${name} of Pod ${pod.name}` };
    sum += request;
  }
  return sum;
}

/**
 * What every listed pod requests of a resource, whole or in one container. One container without the request fails the
 * metric, in whatever state its pod is; a named container that no pod has requests 0.
 * Upstream: replica_calculator.go, `calculateRequests` (1.34.4).
 */
export function requestsOf(pods: readonly Pod[], resource: string, container: string | undefined): Requests {
  const byPod = new Map<string, bigint>();
  for (const pod of pods) {
    const request = podRequest(pod, resource, container);
    if (typeof request !== 'bigint') return request;
    byPod.set(pod.name, request);
  }
  return { byPod };
}
