import type { DiagnosticSource } from '../../domain/diagnostics-bundle.js';
import { shownObject } from '../../domain/shown-object.js';
import type { Diagnostics } from '../../ports/diagnostics.js';
import type { KubeClient } from './client.js';
import { eventLine, nodeLines, podLine } from './diagnostic-lines.js';
import { logSources } from './diagnostic-logs.js';
import type { EventObject, KubeObject, Node, Pod } from './objects.js';
import { isReady } from './pods.js';

export interface DiagnosticScope {
  /** The namespace of the service; undefined where it is none of ours, and nothing in it may be looked at. */
  readonly namespace: string | undefined;
  /** True where the cluster is ours, and all of it may be looked at. */
  readonly whole: boolean;
  /** Drawn anew for each run. */
  readonly salt: string;
}

/** What is shown of the service's namespace, object by object; items of a list do not name their kind. */
const kinds: readonly (readonly [prefix: string, plural: string, kind: string])[] = [
  ['/api/v1', 'pods', 'Pod'],
  ['/api/v1', 'services', 'Service'],
  ['/api/v1', 'secrets', 'Secret'],
  ['/api/v1', 'persistentvolumeclaims', 'PersistentVolumeClaim'],
  ['/api/v1', 'resourcequotas', 'ResourceQuota'],
  ['/api/v1', 'limitranges', 'LimitRange'],
  ['/apis/apps/v1', 'deployments', 'Deployment'],
  ['/apis/apps/v1', 'statefulsets', 'StatefulSet'],
  ['/apis/apps/v1', 'daemonsets', 'DaemonSet'],
  ['/apis/apps/v1', 'replicasets', 'ReplicaSet'],
  ['/apis/autoscaling/v2', 'horizontalpodautoscalers', 'HorizontalPodAutoscaler'],
  ['/apis/networking.k8s.io/v1', 'ingresses', 'Ingress'],
  ['/apis/networking.k8s.io/v1', 'networkpolicies', 'NetworkPolicy'],
  ['/apis/discovery.k8s.io/v1', 'endpointslices', 'EndpointSlice'],
  ['/apis/metrics.k8s.io/v1beta1', 'pods', 'PodMetrics'],
];

/** Characters of a Secret's value that are looked for: whatever prints it prints its beginning. */
const longestValue = 8_192;

/** Nodes, events, objects, logs and previous logs by the API server, all asked at once. */
export function kubernetesDiagnostics(client: KubeClient, scope: DiagnosticScope): Diagnostics {
  return {
    async collect(signal) {
      const look = new Look(client, scope, signal);
      const { namespace } = scope;
      const around = [look.nodes(), look.metricsService()];
      const inside =
        namespace === undefined ? [] : [look.events(namespace), look.objects(namespace), look.pods(namespace)];
      const parts = await Promise.all([...around, ...inside]);
      return { sources: parts.flat(), secrets: look.secrets };
    },
  };
}

class Look {
  readonly secrets: string[] = [];
  readonly #client: KubeClient;
  readonly #scope: DiagnosticScope;
  readonly #signal: AbortSignal;

  constructor(client: KubeClient, scope: DiagnosticScope, signal: AbortSignal) {
    this.#client = client;
    this.#scope = scope;
    this.#signal = signal;
  }

  async nodes(): Promise<readonly DiagnosticSource[]> {
    return [
      await source('nodes.txt', async () => (await this.#list<Node>('/api/v1/nodes')).flatMap(nodeLines).join('\n')),
    ];
  }

  async events(namespace: string): Promise<readonly DiagnosticSource[]> {
    const text = async () =>
      (await this.#list<EventObject>(this.#place('events', namespace))).map(eventLine).toSorted().join('\n');
    return [await source('events.txt', text)];
  }

  /** The APIService of the metrics says why there are none. */
  async metricsService(): Promise<readonly DiagnosticSource[]> {
    const path = '/apis/apiregistration.k8s.io/v1/apiservices/v1beta1.metrics.k8s.io';
    const text = async () => this.#shown(await this.#client.get(path, this.#options()));
    return [await source('metrics-api.json', text)];
  }

  objects(namespace: string): Promise<readonly DiagnosticSource[]> {
    return Promise.all(
      kinds.map(([prefix, plural, kind]) =>
        source(`${namespace}/${kind}.json`, async () => {
          const found = await this.#list<KubeObject>(`${prefix}/namespaces/${namespace}/${plural}`);
          if (kind === 'Secret') this.secrets.push(...found.flatMap(valuesOf));
          return this.#shown(found.map((each) => ({ ...each, kind })));
        }),
      ),
    );
  }

  /** One line a pod, then the logs of the service's pods and of those others that are in trouble. */
  async pods(namespace: string): Promise<readonly DiagnosticSource[]> {
    let pods: readonly Pod[] = [];
    const table = await source('pods.txt', async () => {
      pods = await this.#list<Pod>(this.#place('pods', namespace));
      return pods.map(podLine).join('\n');
    });
    const own = pods.filter(({ metadata }) => metadata.namespace === namespace);
    const sick = pods.filter((pod) => !own.includes(pod) && (!isReady(pod) || restarts(pod) > 0));
    const wanted = logSources([...own, ...sick]);
    const logs = wanted.map(({ name, path }) => source(name, () => this.#client.text(path, this.#options())));
    return [table, ...(await Promise.all(logs))];
  }

  #place(plural: string, namespace: string): string {
    return this.#scope.whole ? `/api/v1/${plural}` : `/api/v1/namespaces/${namespace}/${plural}`;
  }

  #list<T extends KubeObject>(path: string): Promise<readonly T[]> {
    return this.#client.list<T>(path, { limit: '500' }, this.#options());
  }

  #shown(value: unknown): string {
    return JSON.stringify(shownObject(value ?? null, this.#scope.salt), null, 2);
  }

  #options(): { readonly signal: AbortSignal; readonly timeoutMs: number } {
    return { signal: this.#signal, timeoutMs: 8_000 };
  }
}

/** Whatever goes wrong, a bug of ours included, is no reason to show nothing else of a run that failed already. */
async function source(name: string, text: () => Promise<string>): Promise<DiagnosticSource> {
  try {
    return { name, content: { text: `${await text()}\n` } };
  } catch (error) {
    return { name, content: { missing: error instanceof Error ? error.message : String(error) } };
  }
}

function restarts({ status }: Pod): number {
  return (status.containerStatuses ?? []).reduce((sum, { restartCount }) => sum + restartCount, 0);
}

function valuesOf(secret: KubeObject): readonly string[] {
  const data = (secret as KubeObject & { readonly data?: Readonly<Record<string, string>> }).data ?? {};
  return Object.values(data).map((value) => Buffer.from(value, 'base64').toString().slice(0, longestValue));
}
