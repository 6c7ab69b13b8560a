import { type Acceptance, acceptanceBetween } from '../../autoscaler/acceptance.js';
import { cpuTargetOf, usedCpuMilli } from './cpu.js';
import { markOf, type Recording, readyPods, rowsWithin } from './recording.js';
import type { LoadSpec } from './spec.js';

/** What the pods used together for the load in the steady phase, without what they use at rest. */
export interface MeasuredLoad {
  readonly lowMilli: number;
  readonly highMilli: number;
  /** Requests a second that caused it. */
  readonly rate: number;
  /** Sizes at which the algorithm may rest under it. */
  readonly sizes: Acceptance;
}

/** Null where no row of the steady phase has a sample of every pod that serves, or where CPU does not decide. */
export function measuredLoad(recording: Recording, spec: LoadSpec): MeasuredLoad | null {
  const steady = markOf(recording, 'steady');
  if (steady === undefined) return null;
  const rows = rowsWithin(recording, steady.from, steady.to + 1000);
  const cpu = rows[0] === undefined ? null : cpuTargetOf(rows[0], spec.setup);
  const idle = recording.aim?.calibration?.idleMilli ?? 0;
  const filled = rows.filter(({ at }) => at >= steady.from + 1000 * spec.clocks.metricResolutionSeconds);
  const loads = (filled.length > 0 ? filled : rows).flatMap((row) => {
    const used = usedCpuMilli(row);
    return used === null ? [] : [Math.max(0, used - idle * readyPods(row).length)];
  });
  const phase = recording.load?.phases.findLast(({ name }) => name === 'steady');
  if (cpu === null || loads.length === 0 || phase === undefined || phase.durationMs === 0) return null;
  const [lowMilli, highMilli] = [Math.min(...loads), Math.max(...loads)];
  const sizes = acceptanceBetween(
    cpu,
    { loadMilli: lowMilli, idleMilliPerPod: idle },
    { loadMilli: highMilli, idleMilliPerPod: idle },
  );
  return { lowMilli, highMilli, rate: (1000 * phase.tally.sent) / phase.durationMs, sizes };
}
