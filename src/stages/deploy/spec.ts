import type { Secret } from '../../domain/secret.js';
import type { Manifest } from '../../manifests/manifest.js';
import type { Clock } from '../../ports/clock.js';
import type { Cluster } from '../../ports/cluster-provider.js';
import type { Deployment } from '../../ports/deployment.js';
import type { HostLoad } from '../../ports/host-load.js';
import type { HttpProbe } from '../../ports/http-probe.js';
import type { Log } from '../../ports/log.js';

/** A Secret that the gate makes from the environment, files or chance; its values touch neither disk nor log. */
export interface SecretSpec {
  readonly name: string;
  readonly entries: Readonly<Record<string, Secret>>;
}

export interface DeploySpec {
  readonly cluster: Cluster;
  readonly namespace: string;
  readonly manifests: readonly Manifest[];
  /** Image reference as written → the one that is to run. */
  readonly images: Readonly<Record<string, string>>;
  /** Images that were loaded into the nodes; a pull policy `Always` would go to a registry for them in vain. */
  readonly loadedImages: readonly string[];
  /** Longest window of an HPA's `scaleDown`, in seconds; undefined leaves the manifests as they are. */
  readonly downscaleWindowSeconds: number | undefined;
  readonly probe: { readonly host: string | undefined; readonly path: string; readonly status: number | undefined };
  /** Services that were declared internal; that a Service is routed is no fault otherwise. */
  readonly internal?: readonly string[];
  readonly timeoutSeconds: number;
}

export interface Release {
  readonly namespace: string;
  /** `Kind/name` of all that was applied, in order. */
  readonly objects: readonly string[];
  /** Image reference → digest that really runs. */
  readonly images: Readonly<Record<string, string>>;
  /** Where the service answers from outside, undefined where no Ingress leads to it. */
  readonly route: { readonly url: string; readonly host: string | undefined } | undefined;
}

export interface DeployPorts {
  readonly deployment: (cluster: Cluster) => Promise<Deployment>;
  readonly http: HttpProbe;
  /** The machine that the cluster runs on; absent where it is another one. */
  readonly host?: HostLoad;
  readonly clock: Clock;
  readonly log: Log;
}
