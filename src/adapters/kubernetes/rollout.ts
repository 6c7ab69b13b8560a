import type { Rollout, WorkloadRef } from '../../ports/deployment.js';
import type { KubeClient } from './client.js';
import { type KubeObject, type Pod, selectorQuery, type WorkloadObject } from './objects.js';
import { isReady } from './pods.js';
import { rolloutTrouble } from './rollout-trouble.js';

const plurals = { Deployment: 'deployments', StatefulSet: 'statefulsets', DaemonSet: 'daemonsets' } as const;

/** Where a rollout stands. Pods are followed by ownership: those of an older template, or of a neighbour with like labels, do not count. */
export async function rolloutOf(client: KubeClient, workload: WorkloadRef, signal: AbortSignal): Promise<Rollout> {
  const { kind, namespace, name } = workload;
  const object = await client.get<WorkloadObject>(`/apis/apps/v1/namespaces/${namespace}/${plurals[kind]}/${name}`, {
    signal,
  });
  if (object === undefined)
    return {
      workload,
      desired: 0,
      updated: 0,
      ready: 0,
      done: false,
      trouble: { reason: 'NotFound', message: `${kind}/${name} is not in namespace ${namespace}`, hopeless: true },
    };

  const pods = await ownPods(client, object, signal);
  const status = object.status ?? {};
  const desired = kind === 'DaemonSet' ? (status.desiredNumberScheduled ?? 0) : (object.spec.replicas ?? 1);
  const updated = (kind === 'DaemonSet' ? status.updatedNumberScheduled : status.updatedReplicas) ?? 0;
  const ready = pods.filter(isReady).length;
  const seen = (status.observedGeneration ?? 0) >= (object.metadata.generation ?? 0);
  const done = seen && updated >= desired && ready >= desired && (desired > 0 || kind !== 'DaemonSet');
  return {
    workload,
    desired,
    updated,
    ready,
    done,
    trouble: done ? undefined : await rolloutTrouble(client, object, pods, signal),
  };
}

async function ownPods(client: KubeClient, object: WorkloadObject, signal: AbortSignal): Promise<readonly Pod[]> {
  const namespace = object.metadata.namespace ?? 'default';
  const labelSelector = selectorQuery(object.spec.selector ?? {});
  const [sets, pods] = await Promise.all([
    object.kind === 'Deployment'
      ? client.list<WorkloadObject>(`/apis/apps/v1/namespaces/${namespace}/replicasets`, { labelSelector }, { signal })
      : [],
    client.list<Pod>(`/api/v1/namespaces/${namespace}/pods`, { labelSelector }, { signal }),
  ]);
  const owner = object.kind === 'Deployment' ? newest(sets.filter((set) => isOwnedBy(set, object))) : object;
  return owner === undefined ? [] : pods.filter((pod) => isOwnedBy(pod, owner));
}

function newest(sets: readonly WorkloadObject[]): WorkloadObject | undefined {
  const revision = ({ metadata }: WorkloadObject): number =>
    Number(metadata.annotations?.['deployment.kubernetes.io/revision'] ?? 0);
  return sets.toSorted((a, b) => revision(b) - revision(a))[0];
}

function isOwnedBy({ metadata }: KubeObject, owner: KubeObject): boolean {
  return (metadata.ownerReferences ?? []).some(({ uid }) => uid === owner.metadata.uid);
}
