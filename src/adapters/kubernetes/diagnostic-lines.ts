import type { EventObject, Node, Pod } from './objects.js';
import { isReady, troubleOf } from './pods.js';

/** One line that begins with the instant, so that sorted lines are a story. */
export function eventLine(event: EventObject): string {
  const { type, reason, message, involvedObject: about = {}, count = 1 } = event;
  const at = event.lastTimestamp ?? event.eventTime ?? event.metadata.creationTimestamp ?? '';
  const place = about.namespace === undefined ? '' : `${about.namespace}/`;
  return `${at} ${type ?? ''} ${reason ?? ''} ${place}${about.kind ?? ''}/${about.name ?? ''} ×${count}: ${message ?? ''}`;
}

/** The node, what it has, and each of its conditions. */
export function nodeLines({ metadata, spec, status }: Node): readonly string[] {
  const taints = (spec?.taints ?? []).map(({ key, effect }) => `${key}:${effect}`).join(', ');
  const marks = [spec?.unschedulable === true ? 'unschedulable' : '', taints].filter((mark) => mark !== '');
  const room = Object.entries(status?.allocatable ?? {}).map(([what, amount]) => `${what}=${amount}`);
  return [
    [metadata.name, ...marks, ...room].join(' '),
    ...(status?.conditions ?? []).map(
      ({ type, status: is, reason, message }) => `  ${type}=${is} ${reason ?? ''}: ${message ?? ''}`,
    ),
  ];
}

export function podLine(pod: Pod): string {
  const { metadata, spec, status } = pod;
  const restarts = (status.containerStatuses ?? []).reduce((sum, { restartCount }) => sum + restartCount, 0);
  const trouble = troubleOf(pod);
  const state = isReady(pod) ? 'Ready' : (status.phase ?? 'unknown');
  const why = trouble === undefined ? '' : `: ${trouble.reason}: ${trouble.message}`;
  return `${metadata.namespace ?? ''}/${metadata.name} ${state}, ${restarts} restarts, on ${spec.nodeName ?? 'no node'}${why}`;
}
