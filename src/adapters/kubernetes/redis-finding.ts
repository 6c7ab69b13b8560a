import { GateError } from '../../domain/error.js';
import type { RedisHosting } from '../../ports/redis-probe.js';
import type { KubeClient } from './client.js';
import { type KubeObject, selectorQuery, type WorkloadObject } from './objects.js';
import type { RedisPods } from './redis-hosts.js';

/** The nodes' pods, and the one StatefulSet that they are of, where they are of one. */
export interface FoundNodes extends RedisPods {
  readonly workload: string | undefined;
}

interface ServiceObject extends KubeObject {
  readonly spec?: {
    readonly selector?: Readonly<Record<string, string>>;
    readonly ports?: readonly {
      readonly name?: string;
      readonly port: number;
      readonly targetPort?: number | string;
    }[];
  };
}

/**
 * Who the nodes are, by one name: the StatefulSet of this name, else what the Service of this name selects, which is
 * how operators and charts with a StatefulSet for each shard are found; else pods by the labels that charts agree on.
 * Undefined where there is none of them yet.
 */
export async function lookForNodes(
  client: KubeClient,
  { namespace, name, tls }: RedisHosting,
  signal: AbortSignal,
): Promise<FoundNodes | undefined> {
  const [workload, service] = await Promise.all([
    client.get<WorkloadObject>(`/apis/apps/v1/namespaces/${namespace}/statefulsets/${name}`, { signal }),
    client.get<ServiceObject>(`/api/v1/namespaces/${namespace}/services/${name}`, { signal }),
  ]);
  const found = { namespace, tls, servicePort: portOf(service), workload: workload?.metadata.name };
  if (workload !== undefined) return { ...found, selector: selectorQuery(workload.spec.selector ?? {}) };
  const selected = service?.spec?.selector === undefined ? [] : [selectorQuery({ matchLabels: service.spec.selector })];
  const labelled = ['app.kubernetes.io/name', 'app.kubernetes.io/instance'].map((label) => `${label}=${name}`);
  for (const selector of [...selected, ...labelled]) {
    const pods = await client.list(`/api/v1/namespaces/${namespace}/pods`, { labelSelector: selector }, { signal });
    // Our own probe bears the name too.
    if (pods.some(({ metadata }) => metadata.name !== `${name}-probe`)) return { ...found, selector };
  }
  return undefined;
}

/** The same, where there has to be one. */
export async function findNodes(client: KubeClient, hosting: RedisHosting, signal: AbortSignal): Promise<FoundNodes> {
  const found = await lookForNodes(client, hosting, signal);
  if (found !== undefined) return found;
  const { namespace, name } = hosting;
  throw new GateError(
    'REDIS_UNREACHABLE',
    `there is no StatefulSet ${namespace}/${name}, no Service of this name that selects a pod, and no pod with the label app.kubernetes.io/name or app.kubernetes.io/instance ${name}`,
    {
      hint: 'Name the StatefulSet or the Service of the Redis nodes (redis-name), or let the gate create them (redis-mode: create).',
    },
  );
}

/** The port of a Service that is for clients: the one of a telling name, or the only one that is not the bus. */
function portOf(service: ServiceObject | undefined): number | string | undefined {
  const ports = service?.spec?.ports ?? [];
  const telling = ports.find(({ name = '' }) => /^((tcp-)?(redis|valkey)(-client)?|client)$/.test(name));
  const [first] = ports.filter(({ name = '' }) => !/bus|gossip|metrics|exporter/.test(name));
  const chosen = telling ?? first;
  return chosen?.targetPort ?? chosen?.port;
}
