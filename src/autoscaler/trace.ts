import { GateError } from '../domain/error.js';
import { wideInteger } from './quantity.js';
import type { DemandStep } from './scenario.js';
import type { ObservedSample, TimelineRow } from './timeline.js';

/** A demand over time that was recorded somewhere. */
export interface Trace {
  /** Seconds from the trace's start, ascending; millicores in total. */
  readonly demand: readonly DemandStep[];
  readonly endAt: number;
  /** Time of the first step on the clock of the recording, seconds; absent where it has none. */
  readonly origin?: number;
}

function refuse(line: number, why: string): GateError {
  return new GateError('INPUT_INVALID', `trace line ${line}: ${why}`, {
    hint: 'Give a CSV with the head `seconds,demandMilli` or `seconds,rps`, ascending in time.',
  });
}

function numberOf(text: string | undefined, line: number, column: string): number {
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(value) || value < 0) throw refuse(line, `${column} "${text ?? ''}" is no number from 0 up`);
  return value;
}

function traceFrom(steps: readonly DemandStep[]): Trace {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) throw refuse(2, 'there are no rows');
  const spacing = steps.length > 1 ? (last.at - first.at) / (steps.length - 1) : 60;
  const demand = steps.map(({ at, milli }) => ({ at: at - first.at, milli }));
  return { demand, endAt: last.at - first.at + spacing, origin: first.at };
}

/**
 * A trace from CSV: `seconds,demandMilli`, or `seconds,rps` with what a request costs.
 *
 * @param costMs CPU milliseconds a request; needed for `rps`.
 */
export function traceFromCsv(text: string, costMs?: number): Trace {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const head = (lines[0] ?? '').split(',').map((name) => name.trim());
  const seconds = head.indexOf('seconds');
  const [demand, rps] = [head.indexOf('demandMilli'), head.indexOf('rps')];
  const column = demand >= 0 ? demand : rps;
  if (seconds < 0 || column < 0)
    throw refuse(1, `the head "${lines[0] ?? ''}" has not both seconds and demandMilli or rps`);
  if (demand < 0 && costMs === undefined) throw refuse(1, 'rps needs the CPU cost of a request');
  const factor = demand >= 0 ? 1 : (costMs ?? 0);
  let before = Number.NEGATIVE_INFINITY;
  const steps = lines.slice(1).flatMap((line, index) => {
    if (line === '') return [];
    const cells = line.split(',');
    const at = numberOf(cells[seconds], index + 2, 'seconds');
    if (at <= before) throw refuse(index + 2, `${at} s is not after ${before} s`);
    before = at;
    return [{ at, milli: numberOf(cells[column], index + 2, head[column] ?? '') * factor }];
  });
  return traceFrom(steps);
}

const cpuOf = ({ containers }: ObservedSample): number =>
  containers.reduce((sum, { usageMilli }) => sum + Number(wideInteger(usageMilli['cpu'] ?? 0)), 0);

/**
 * A trace from a recorded timeline: the CPU that all pods used, less what they cost at rest, at the middle of the
 * windows in which it was measured. Pods at their limit hide demand, so it is then too low.
 */
export function traceFromTimeline(rows: readonly TimelineRow[], idleMilliPerPod: number): Trace {
  const steps = new Map<number, number>();
  for (const { samples } of rows) {
    if (samples === null || samples.length === 0) continue;
    const middle = samples.reduce((sum, each) => sum + each.timestamp - each.windowSeconds / 2, 0) / samples.length;
    const used = samples.reduce((sum, each) => sum + cpuOf(each), 0);
    steps.set(Math.round(middle), Math.max(0, used - samples.length * idleMilliPerPod));
  }
  return traceFrom([...steps].map(([at, milli]) => ({ at, milli })).sort((a, b) => a.at - b.at));
}

/** The sizes that a recording shows, as changes on the trace's own time. */
export function recordedSizes(
  rows: readonly TimelineRow[],
  { origin = 0 }: Trace,
): readonly { at: number; value: number }[] {
  const sized = rows.flatMap(({ at, scale }) => (scale === null ? [] : [{ at: at - origin, value: scale.spec }]));
  return sized.filter(({ value }, index) => value !== sized[index - 1]?.value);
}
