import { amount } from '../../../domain/amount.js';
import type { Verdict } from '../../../domain/verdict.js';
import { type Change, changesOf, markOf, type Recording, readyPods, rowsWithin } from '../recording.js';
import { type Claim, objectOf, seconds } from './claim.js';

function loadStart(recording: Recording): number | undefined {
  return recording.marks.find(({ phase }) => phase === 'scaling')?.from;
}

function loadEnd(recording: Recording): number | undefined {
  return recording.marks.findLast(({ phase }) => phase === 'scaling' || phase === 'steady')?.to;
}

/** Largest size that was wanted and ready in one look while the load lasted. */
export function reachedSize(recording: Recording): number {
  const [from, to] = [loadStart(recording), loadEnd(recording)];
  if (from === undefined || to === undefined) return 0;
  return Math.max(
    0,
    ...rowsWithin(recording, from, to).map((row) => Math.min(row.scale?.specReplicas ?? 0, readyPods(row).length)),
  );
}

/** Changes while the load lasted, and after it. */
export function movesOf(recording: Recording): {
  readonly loaded: readonly Change[];
  readonly after: readonly Change[];
} {
  const [from, to] = [loadStart(recording), loadEnd(recording)];
  const changes = changesOf(recording.rows);
  return {
    loaded: changes.filter(({ at }) => from !== undefined && at > from && (to === undefined || at <= to)),
    after: changes.filter(({ at }) => to !== undefined && at > to),
  };
}

export const idleHolds: Claim = (recording, spec) => {
  const mark = markOf(recording, 'idle');
  if (mark === undefined) return [];
  const rows = rowsWithin(recording, mark.from, mark.to);
  const changes = changesOf(rows);
  const verdict: Verdict = rows.length === 0 ? 'inconclusive' : changes.length > 0 ? 'fail' : 'pass';
  return [
    {
      claim: 'without load the autoscaler does not scale',
      requirement: 'autoscaling',
      object: objectOf(spec),
      verdict,
      observed:
        changes.length === 0
          ? `${amount(rows.length, 'look')} over ${seconds(mark.to - mark.from)}, no change`
          : changes.map(({ from, to }) => `${from} → ${to}`).join(', '),
      source: 'scale subresource',
      ...(verdict === 'pass' ? {} : { remedy: 'Raise the CPU request above what the service uses at rest.' }),
    },
  ];
};

function path(changes: readonly Change[], start: number): string {
  return [changes[0]?.from ?? start, ...changes.map(({ to }) => to)].join(' → ');
}

export const scaledUp: Claim = (recording, spec) => {
  const { aim } = recording;
  const start = loadStart(recording);
  if (aim === null || start === undefined || spec.mode === 'fixed') return [];
  const reached = reachedSize(recording);
  const ups = movesOf(recording).loaded.filter(({ from, to }) => to > from);
  const short: Verdict = recording.halt === null ? 'fail' : 'inconclusive';
  const verdict = reached >= aim.to ? 'pass' : short;
  const [first, last] = [ups[0], ups.at(-1)];
  const times =
    first === undefined || last === undefined
      ? 'no move'
      : `first after ${seconds(first.at - start)}, last after ${seconds(last.at - start)}`;
  return [
    {
      claim: `under load the autoscaler goes from ${aim.from} to ${amount(aim.to, 'replica')}, all of them ready`,
      requirement: 'horizontal-scaling',
      object: objectOf(spec),
      verdict,
      observed: `${path(ups, aim.from)}, ${reached} ready; ${times}${aim.rate > 0 ? `; ${aim.rate.toFixed(1)} requests a second` : ''}`,
      source: 'scale subresource and pod conditions',
      ...(verdict === 'pass' ? {} : { remedy: `Read the autoscaler's conditions: ${conditions(recording)}` }),
    },
  ];
};

function conditions({ rows }: Recording): string {
  const last = rows.findLast(({ autoscaler }) => autoscaler !== null);
  return (last?.autoscaler?.conditions ?? [])
    .map(({ type, status, reason }) => `${type}=${status} ${reason}`)
    .join(', ');
}

export const scaledDown: Claim = (recording, spec) => {
  const { aim } = recording;
  if (aim === null || spec.mode === 'fixed' || !spec.scaleDown) return [];
  const mark = markOf(recording, 'cool-down');
  const grew = reachedSize(recording) > aim.from;
  const open = mark === undefined || mark.cut === true || !grew;
  const verdict: Verdict = mark?.met === true && grew ? 'pass' : open ? 'inconclusive' : 'fail';
  const took = mark === undefined ? 'there was no cool-down' : `after ${seconds(mark.to - mark.from)}`;
  return [
    {
      claim: `without load the autoscaler goes back to ${amount(aim.from, 'replica')}`,
      requirement: 'autoscaling',
      object: objectOf(spec),
      verdict,
      observed: `${path(movesOf(recording).after, reachedSize(recording))}; ${took}${mark?.met === false ? `: ${mark.lastSeen}` : ''}`,
      source: 'scale subresource and pod conditions',
      ...(verdict === 'pass'
        ? {}
        : { remedy: 'Look at behavior.scaleDown, and at what the service still does without load.' }),
    },
  ];
};

/** A move against the direction of its phase is a flap: down under load, up after it. */
export const noFlapping: Claim = (recording, spec) => {
  if (recording.aim === null || loadStart(recording) === undefined) return [];
  const { loaded, after } = movesOf(recording);
  const flaps = [...loaded.filter(({ from, to }) => to < from), ...after.filter(({ from, to }) => to > from)];
  const moved = loaded.length + after.length > 0;
  const verdict: Verdict = flaps.length > 0 ? 'fail' : moved || spec.mode === 'fixed' ? 'pass' : 'inconclusive';
  return [
    {
      claim: 'the autoscaler does not flap',
      requirement: 'autoscaling',
      object: objectOf(spec),
      verdict,
      observed: `${amount(loaded.length, 'move')} under load, ${after.length} after it, ${flaps.length} of them back${flaps.map(({ from, to }) => `, ${from} → ${to}`).join('')}`,
      source: 'scale subresource',
      ...(verdict === 'pass' ? {} : { remedy: 'Give behavior a stabilization window, or widen the tolerance.' }),
    },
  ];
};
