import { loadsFor } from '../../autoscaler/acceptance.js';
import type { CpuTarget } from '../../autoscaler/cpu-target.js';
import { GateError } from '../../domain/error.js';
import type { StageContext } from '../../domain/stage.js';
import type { CpuCounter, ObservedRow } from '../../ports/autoscaler-observer.js';
import { type Answered, type CpuPoint, calibrate, cpuPoints } from './calibration.js';
import { usedCpuMilli } from './cpu.js';
import type { Drive } from './drive.js';
import type { Calibration, LoadPorts, LoadSpec } from './spec.js';
import type { Watch } from './watch.js';

/** Gathers CPU over time: from the kubelet's counters where they can be read, else from the metrics API's windows. */
export interface CpuMeter {
  readonly looks: readonly (readonly CpuCounter[])[];
  see(row: ObservedRow): Promise<void>;
  points(answered: readonly Answered[]): readonly CpuPoint[];
}

/** One interval for each new window that the metrics API shows. */
function windowPoints(rows: readonly ObservedRow[], answered: readonly Answered[]): readonly CpuPoint[] {
  const at = (time: number): number => answered.findLast((point) => point.at <= time)?.count ?? 0;
  const seen = new Set<number>();
  return rows.flatMap((row) => {
    const [sample] = row.metrics.samples;
    const cpuMilli = usedCpuMilli(row);
    if (sample === undefined || cpuMilli === null || seen.has(sample.timestamp)) return [];
    seen.add(sample.timestamp);
    const { timestamp: until, windowSeconds: seconds } = sample;
    return [{ rate: (at(until) - at(until - seconds * 1000)) / seconds, cpuMilli, seconds, until }];
  });
}

export function cpuMeter({ target }: LoadSpec, { observer, log }: LoadPorts, { signal }: StageContext): CpuMeter {
  const looks: (readonly CpuCounter[])[] = [];
  const rows: ObservedRow[] = [];
  let counters = observer.cpuCounters?.bind(observer);
  return {
    looks,
    async see(row) {
      rows.push(row);
      if (counters === undefined) return;
      try {
        looks.push(await counters(target, signal));
      } catch (error) {
        if (!(error instanceof GateError) || signal.aborted) throw error;
        log.debug(`the kubelet's CPU counters cannot be read, the metrics API is used: ${error.message}`);
        counters = undefined;
      }
    },
    points: (answered) =>
      counters === undefined || looks.every((look) => look.length === 0)
        ? windowPoints(rows, answered)
        : cpuPoints(looks, answered),
  };
}

const firstRate = 10;
const mostProbes = 6;
/** An interval counts for a probe when this much of the probe is in it. */
const settledMs = 2500;
/** Slowest refresh of CPU samples that is waited for. */
const probeSeconds = 45;

/** The next rate to try: towards a share of what makes the autoscaler move, in steps that a wrong guess survives. */
function nextRate(rate: number, point: CpuPoint, idleMilli: number, wantedMilli: number): number {
  const cost = Math.max(0, point.cpuMilli - idleMilli) / Math.max(1, point.rate);
  const guess = cost > 0 ? wantedMilli / cost : rate * 8;
  return Math.min(rate * 8, Math.max(rate * 1.5, guess));
}

/** Short probes at rising rates that stay below what would make the autoscaler scale. Null when nothing came of it. */
export async function probe(
  spec: LoadSpec,
  cpu: CpuTarget,
  pods: number,
  { watch, meter, drive }: { readonly watch: Watch; readonly meter: CpuMeter; readonly drive: Drive },
): Promise<Calibration | null> {
  const quiet = (loadsFor(cpu, pods, 0)?.highMilli ?? 0) * 0.85;
  let rate = Math.min(firstRate, spec.maxRate);
  for (let count = 1; count <= mostProbes; count++) {
    const point = await oneProbe(`probe-${count}`, rate, { watch, meter, drive });
    if (point === null) return null;
    const idle = meter.points(drive.answered).find(({ rate: at }) => at < 0.5)?.cpuMilli ?? 0;
    const enough = point.cpuMilli >= quiet * 0.45;
    if ((enough && count >= 3) || rate >= spec.maxRate) break;
    rate = Math.min(spec.maxRate, nextRate(rate, point, idle, quiet * (enough ? 0.95 : 0.6)));
  }
  return calibrate(meter.points(drive.answered), pods);
}

async function oneProbe(
  name: string,
  rate: number,
  { watch, meter, drive }: { readonly watch: Watch; readonly meter: CpuMeter; readonly drive: Drive },
): Promise<CpuPoint | null> {
  await drive.phase(name, { shape: 'constant', rate, seconds: null });
  let begun: number | null = null;
  const mark = await watch.until({
    phase: 'calibration',
    what: `${name} at ${rate.toFixed(1)} requests a second has shown its CPU`,
    seconds: probeSeconds,
    see: async (row) => {
      begun ??= row.at;
      const since = begun;
      await meter.see(row);
      const { ended } = await drive.look();
      if (ended !== null) return { done: false, seen: ended, hopeless: true };
      const shown = meter.points(drive.answered).some(({ until }) => until >= since + settledMs);
      return shown ? { done: true, state: true } : { done: false, seen: 'no new CPU sample yet' };
    },
  });
  return mark.met ? (meter.points(drive.answered).at(-1) ?? null) : null;
}
