import type { ContainerStatus, Pod } from './objects.js';

/** Waiting reasons that tell of trouble, and the messages with which no amount of waiting mends it. */
const troubles: Readonly<Record<string, RegExp>> = {
  ErrImagePull: /not found|denied|unauthorized|no such host|manifest unknown|refused/i,
  ImagePullBackOff: /./s,
  InvalidImageName: /./s,
  ErrImageNeverPull: /./s,
  // A kubelet that has not seen the ConfigMap yet says this too, and mends it by itself.
  CreateContainerConfigError: /not found|couldn't find|no such|runAsNonRoot|root|invalid/i,
  CreateContainerError: /not found|no such|invalid|permission/i,
  RunContainerError: /not found|no such|permission|exec format/i,
};
/** Restarts after which a container that keeps ending is called a crash loop. */
const CRASH_RESTARTS = 2;

export interface PodTrouble {
  readonly reason: string;
  readonly message: string;
  readonly hopeless: boolean;
}

export function isReady({ status, metadata }: Pod): boolean {
  return (
    metadata.deletionTimestamp === undefined &&
    (status.conditions ?? []).some(({ type, status: is }) => type === 'Ready' && is === 'True')
  );
}

/** What keeps a pod from being Ready, in its own words; undefined where it is Ready or simply not there yet. */
export function troubleOf(pod: Pod): PodTrouble | undefined {
  if (isReady(pod)) return undefined;
  const containers = [...(pod.status.initContainerStatuses ?? []), ...(pod.status.containerStatuses ?? [])];
  return containers.map(containerTrouble).find((trouble) => trouble !== undefined) ?? schedulingTrouble(pod);
}

/** The trouble of several pods that is to be told: what is hopeless before what may pass. */
export function worstTrouble(pods: readonly Pod[]): PodTrouble | undefined {
  const troubles = pods.flatMap((pod) => troubleOf(pod) ?? []);
  return troubles.find(({ hopeless }) => hopeless) ?? troubles[0];
}

function containerTrouble({ name, state, lastState, restartCount, image }: ContainerStatus): PodTrouble | undefined {
  const waiting = state?.waiting;
  const ended = state?.terminated ?? lastState?.terminated;
  const final = waiting?.reason === undefined ? undefined : troubles[waiting.reason];
  if (waiting?.reason !== undefined && final !== undefined) {
    const said = waiting.message ?? waiting.reason;
    return {
      reason: waiting.reason,
      message: `container ${name} (image ${image ?? '?'}): ${said}`,
      hopeless: final.test(said),
    };
  }
  if (restartCount >= CRASH_RESTARTS && (waiting?.reason === 'CrashLoopBackOff' || state?.terminated !== undefined)) {
    const how = ended === undefined ? '' : `, last exit code ${ended.exitCode ?? '?'} (${ended.reason ?? 'Error'})`;
    return {
      reason: 'CrashLoopBackOff',
      message: `container ${name} restarted ${restartCount} times${how}`,
      hopeless: true,
    };
  }
  return undefined;
}

function schedulingTrouble({ status }: Pod): PodTrouble | undefined {
  const condition = (status.conditions ?? []).find(
    ({ type, status: is, reason }) => type === 'PodScheduled' && is === 'False' && reason === 'Unschedulable',
  );
  // The scheduler tries again whenever something changes (a volume is bound, a pod ends): not hopeless at first sight.
  return condition === undefined
    ? undefined
    : { reason: 'Unschedulable', message: condition.message ?? 'no node fits', hopeless: false };
}
