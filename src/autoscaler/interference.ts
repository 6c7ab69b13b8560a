import { isRollout } from './deviation.js';
import type { TimelineRow } from './timeline.js';

/** Something in a recording that changed the size, or the autoscaler, and was not the autoscaler. */
export interface Interference {
  readonly code: 'scaled-by-hand' | 'hpa-absent' | 'hpa-replaced' | 'spec-changed' | 'rollout';
  /** Seconds since the epoch. */
  readonly at: number;
  /** One sentence with the numbers. */
  readonly text: string;
}

/** A rescale is written to the scale first and to the HPA's status just after: seconds in which the status may lag. */
const statusLag = 5;

/** The autoscaler itself says that it wrote this size, at about this time. */
function isOwn(rows: readonly TimelineRow[], index: number, size: number): boolean {
  const at = rows[index]?.at ?? 0;
  const near = rows.filter((row) => row.at >= at - 1 && row.at <= at + statusLag);
  return near.some(({ hpa }) => {
    if (!hpa || hpa.status.desiredReplicas !== size || hpa.status.lastScaleTime === null) return false;
    return Math.abs(hpa.status.lastScaleTime - at) <= statusLag + 1;
  });
}

function between(rows: readonly TimelineRow[], index: number, before: TimelineRow, after: TimelineRow): Interference[] {
  const at = after.at;
  const found: Interference[] = [];
  if (before.hpa && !after.hpa) found.push({ code: 'hpa-absent', at, text: `HPA ${before.hpa.name} is gone` });
  if (before.hpa && after.hpa) {
    const renamed = before.hpa.name !== after.hpa.name;
    if (renamed) found.push({ code: 'hpa-replaced', at, text: `HPA ${before.hpa.name} became ${after.hpa.name}` });
    if (JSON.stringify(before.hpa.spec) !== JSON.stringify(after.hpa.spec)) {
      found.push({ code: 'spec-changed', at, text: `spec of HPA ${after.hpa.name} changed` });
    }
  }
  if (before.scale && after.scale && before.scale.spec !== after.scale.spec && !isOwn(rows, index, after.scale.spec)) {
    const text = `spec.replicas went from ${before.scale.spec} to ${after.scale.spec} and the HPA did not write it`;
    found.push({ code: 'scaled-by-hand', at, text });
  }
  if (!isRollout(before) && isRollout(after)) {
    found.push({ code: 'rollout', at, text: 'pods of a second ReplicaSet appeared' });
  }
  return found;
}

/** What else changed the workload or its autoscaler during a recording; scaling may then not be the autoscaler's. */
export function interferencesIn(rows: readonly TimelineRow[]): readonly Interference[] {
  const [first] = rows;
  const start: Interference[] =
    first !== undefined && first.hpa === null ? [{ code: 'hpa-absent', at: first.at, text: 'there is no HPA' }] : [];
  const rest = rows.flatMap((after, index) => {
    const before = rows[index - 1];
    return before === undefined ? [] : between(rows, index, before, after);
  });
  return [...start, ...rest];
}
