import type { Rollout } from '../../ports/deployment.js';
import type { KubeClient } from './client.js';
import type { EventObject, Pod, WorkloadObject } from './objects.js';
import { isReady, worstTrouble } from './pods.js';

type Trouble = NonNullable<Rollout['trouble']>;

/** Why a rollout is not done, by whoever knows first: its controller, its pods, those who should have taken them up, events. */
export async function rolloutTrouble(
  client: KubeClient,
  object: WorkloadObject,
  pods: readonly Pod[],
  signal: AbortSignal,
): Promise<Trouble | undefined> {
  const { kind, metadata, status } = object;
  // Until the controller has seen the newest template, what is wrong is wrong with the one before.
  if ((status?.observedGeneration ?? 0) < (metadata.generation ?? 0))
    return silent('NotObserved', `the controller of ${kind}s has not looked at it`);
  const seen = blamed(worstTrouble(pods));
  const late = pods.filter((pod) => !isReady(pod));
  const silence = late.map(silenceOf).find((one) => one !== undefined);
  const told = controllerTrouble(object) ?? pausedTrouble(object);
  if (told?.reason === deadlineExceeded) {
    // The controller's patience is over, which does not tell whom it had to wait for.
    const events = late.length === 0 ? undefined : await eventTrouble(client, late, signal);
    return [seen, silence, events].find((one) => one?.cluster === true) ?? told;
  }
  if (told !== undefined || seen !== undefined) return told ?? seen;
  const wanted = kind === 'DaemonSet' ? (status?.desiredNumberScheduled ?? 0) : (object.spec.replicas ?? 1);
  if (pods.length === 0 && wanted > 0) return silent('NoPods', 'its controller has made no pod');
  return silence ?? (late.length === 0 ? undefined : eventTrouble(client, late, signal));
}

/** Somebody of the cluster does nothing at all: for a moment that is as it should be, for good it says nothing of the service. */
function silent(reason: string, message: string): Trouble {
  return { reason, message, hopeless: false, cluster: true };
}

const deadlineExceeded = 'ProgressDeadlineExceeded';

/** What the API server was not able to do when a controller asked it for a pod; none of it is about the pod. */
const serverAtFault =
  /failed calling webhook|^Internal error occurred|etcdserver|service account \S+\/default:|timed out|deadline exceeded|too many requests|server is currently unable/i;

/** What the workload's own controller complains of: a quota that is used up, an admission that refuses, a deadline that has passed. */
function controllerTrouble({ status }: WorkloadObject): Trouble | undefined {
  const conditions = status?.conditions ?? [];
  const failure = conditions.find(({ type, status: is }) => type === 'ReplicaFailure' && is === 'True');
  if (failure !== undefined) {
    const { reason = 'ReplicaFailure', message = 'pods cannot be made' } = failure;
    return serverAtFault.test(message) ? silent(reason, message) : { reason, message, hopeless: true };
  }
  const late = conditions.find(({ type, reason }) => type === 'Progressing' && reason === deadlineExceeded);
  const message = late?.message ?? 'the rollout made no progress';
  return late && { reason: deadlineExceeded, message, hopeless: true };
}

function pausedTrouble({ spec }: WorkloadObject): Trouble | undefined {
  return spec.paused === true
    ? { reason: 'Paused', message: 'its rollout is paused by spec.paused', hopeless: true }
    : undefined;
}

/** Taints and marks that the cluster itself puts on a node: not the service's to tolerate. */
const nodeAtFault = /node\(s\) were unschedulable|taint(?:\(s\))? \{?node\.kubernetes\.io\//;

function blamed(trouble: Omit<Trouble, 'cluster'> | undefined): Trouble | undefined {
  const isOfNode = trouble?.reason === 'Unschedulable' && nodeAtFault.test(trouble.message);
  return isOfNode ? { ...trouble, cluster: true } : trouble;
}

/** A pod that nobody has taken up: the scheduler says of each one why it can not be placed, the kubelet of each one when it began. */
function silenceOf({ metadata, spec, status }: Pod): Trouble | undefined {
  const isPlaced = spec.nodeName !== undefined && spec.nodeName !== '';
  const isJudged = (status.conditions ?? []).some(({ type }) => type === 'PodScheduled');
  if (!isPlaced && !isJudged) return silent('NotScheduled', `the scheduler has not looked at pod ${metadata.name}`);
  const isTaken = status.startTime !== undefined || (status.containerStatuses ?? []).length > 0;
  if (isPlaced && !isTaken)
    return silent('NotTaken', `the kubelet of node ${spec.nodeName} has not taken up pod ${metadata.name}`);
  return undefined;
}

/** Warnings that tell of the node's inability, and not of what the pod asks for. */
const ofNode = ['FailedCreatePodSandBox', 'NodeNotReady', 'NetworkNotReady'];

/** The newest warning about one of these pods: a volume that is missing, a probe that fails, a sandbox that can not be made. */
async function eventTrouble(
  client: KubeClient,
  pods: readonly Pod[],
  signal: AbortSignal,
): Promise<Trouble | undefined> {
  const namespace = pods[0]?.metadata.namespace;
  if (namespace === undefined) return undefined;
  const query = { fieldSelector: 'type=Warning,involvedObject.kind=Pod', limit: '200' };
  const events = await client.list<EventObject>(`/api/v1/namespaces/${namespace}/events`, query, { signal });
  const names = new Set(pods.map(({ metadata }) => metadata.name));
  const newest = events
    .filter(({ involvedObject }) => names.has(involvedObject?.name ?? ''))
    .toSorted((a, b) => instantOf(b).localeCompare(instantOf(a)))[0];
  if (newest === undefined) return undefined;
  const { reason = 'Warning', message = '' } = newest;
  const trouble = { reason, message: `pod ${newest.involvedObject?.name ?? ''}: ${message}`, hopeless: false };
  return ofNode.includes(reason) ? { ...trouble, cluster: true } : trouble;
}

function instantOf({ lastTimestamp, eventTime, metadata }: EventObject): string {
  return lastTimestamp ?? eventTime ?? metadata.creationTimestamp ?? '';
}
