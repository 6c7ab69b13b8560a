import type { Clock } from '../../ports/clock.js';
import type { Cluster, ClusterProvider, QuickClocks } from '../../ports/cluster-provider.js';
import type { HttpProbe } from '../../ports/http-probe.js';
import type { Log } from '../../ports/log.js';
import type { AddOnSettings, Platform } from '../../ports/platform.js';

export interface ProvisionSpec {
  /** Cluster name; derived from the run, so that cleanup can find it without a journal. */
  readonly name: string;
  readonly kubeconfig: string;
  readonly nodes: number;
  /** Undefined takes the newest that the machine has, of the version that is asked for. */
  readonly nodeImage: string | undefined;
  readonly kubernetesVersion: string | undefined;
  readonly hostPort: number | undefined;
  readonly clocks: QuickClocks | undefined;
  readonly config: Readonly<Record<string, unknown>> | undefined;
  /** Images of the service and of the redis stage; those that the local engine holds are loaded. */
  readonly images: readonly string[];
  readonly addOns: AddOnSettings;
  readonly timeoutSeconds: number;
}

export interface ProvisionPorts {
  readonly clusters: ClusterProvider;
  readonly platform: (cluster: Cluster) => Promise<Platform>;
  readonly http: HttpProbe;
  readonly clock: Clock;
  readonly log: Log;
  /** Called when the API server answers and the service's images are in the nodes; the add-ons are still being proven. */
  readonly onUsable: (cluster: Cluster) => void;
}
