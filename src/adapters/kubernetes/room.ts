import type { ClusterRoom } from '../../ports/autoscaler-observer.js';
import type { KubeClient } from './client.js';
import type { Container, KubeObject, Node, Pod } from './objects.js';
import { milli } from './observation.js';

interface QuotaObject extends KubeObject {
  readonly status?: {
    readonly hard?: Readonly<Record<string, string>>;
    readonly used?: Readonly<Record<string, string>>;
  };
}

/** What the nodes and the quotas of a namespace still have room for. */
export async function clusterRoom(client: KubeClient, namespace: string, signal: AbortSignal): Promise<ClusterRoom> {
  const [nodes, pods, quotas] = await Promise.all([
    client.list<Node>('/api/v1/nodes', {}, { signal }),
    client.list<Pod>('/api/v1/pods', { fieldSelector: 'status.phase!=Succeeded,status.phase!=Failed' }, { signal }),
    client.list<QuotaObject>(`/api/v1/namespaces/${namespace}/resourcequotas`, {}, { signal }),
  ]);
  return {
    nodes: nodes.filter(isSchedulable).map((node) =>
      roomOf(
        node,
        pods.filter(({ spec }) => spec.nodeName === node.metadata.name),
      ),
    ),
    quota: {
      pods: left(quotas, ['pods', 'count/pods'], Number),
      cpuRequestMilli: left(quotas, ['requests.cpu', 'cpu'], (quantity) => milli(quantity) ?? 0),
      memoryRequestMilli: left(quotas, ['requests.memory', 'memory'], (quantity) => milli(quantity) ?? 0),
    },
  };
}

function isSchedulable({ spec, status }: Node): boolean {
  const ready = status?.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') ?? false;
  return (
    ready &&
    spec?.unschedulable !== true &&
    !(spec?.taints ?? []).some(({ effect }) => effect === 'NoSchedule' || effect === 'NoExecute')
  );
}

function roomOf({ metadata, status }: Node, pods: readonly Pod[]): ClusterRoom['nodes'][number] {
  const has = (resource: string): number => milli(status?.allocatable?.[resource]) ?? 0;
  const asked = (resource: string): number =>
    pods.reduce((sum, { spec }) => sum + requested(spec.containers, resource), 0);
  return {
    name: metadata.name,
    freeCpuMilli: has('cpu') - asked('cpu'),
    freeMemoryMilli: has('memory') - asked('memory'),
    freePods: has('pods') / 1000 - pods.length,
  };
}

function requested(containers: readonly Container[], resource: string): number {
  return containers.reduce((sum, { resources }) => sum + (milli(resources?.requests?.[resource]) ?? 0), 0);
}

/** The least that any quota leaves; null where none speaks of it. */
function left(
  quotas: readonly QuotaObject[],
  names: readonly string[],
  read: (quantity: string) => number,
): number | null {
  const rests = quotas.flatMap(({ status }) =>
    names.flatMap((name) => {
      const hard = status?.hard?.[name];
      return hard === undefined ? [] : [read(hard) - read(status?.used?.[name] ?? '0')];
    }),
  );
  return rests.length === 0 ? null : Math.min(...rests);
}
