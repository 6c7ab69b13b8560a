import { amount } from '../../domain/amount.js';
import type { ObservedRow, ObservedSample } from '../../ports/autoscaler-observer.js';
import { bearableRate, loadFor } from './aim.js';
import { type Answered, answeredAt } from './calibration.js';
import { cpuTargetOf, usedCpuMilli } from './cpu.js';
import type { Drive } from './drive.js';
import { type Halt, readyPods } from './recording.js';
import type { Scene } from './scene.js';
import { samplesNeeded } from './slo.js';
import type { Aim, Mark } from './spec.js';
import { parseThreshold } from './threshold.js';

/** How often a rate that the measured CPU shows to be wrong is mended, and by how much at once. */
const mostCorrections = 5;
const largestCorrection = 2;
/** A rate this near to the right one is left as it is. */
const nearEnough = 0.08;
/** Windows that had less than this share of the present rate are not judged by. */
const leastShare = 0.4;
/** A mended rate is not stepped to, but reached in these seconds. */
const mendSeconds = 3;

const early = (why: string): Halt => ({ kind: 'ended-early', why });

/** Raises the load and keeps it until the wanted size is there, then for as long as the claims need samples. */
export async function climb(scene: Scene, run: Drive, aim: Aim): Promise<Halt | null> {
  const { spec, ports } = scene;
  let wanted = aim.rate;
  let rate = Math.min(wanted, bearable(scene, aim, scene.watch.rows.at(-1)));
  let [seconds, corrections] = [spec.rampSeconds, 0];
  await run.phase('scaling', ramp(run.rate(), rate, seconds));
  for (;;) {
    const mend = spec.rate === null && corrections < mostCorrections;
    const { mark, ended, next } = await rise(scene, run, aim, { rate, wanted, seconds, mend });
    if (ended !== null) return early(ended);
    if (mark.cut === true) return early(mark.lastSeen);
    if (next === null) return mark.met ? hold(scene, run, rate, steadySeconds(scene, rate), 0) : null;
    ports.log.info(`${rate.toFixed(1)} → ${next.rate.toFixed(1)} requests a second, ${next.why}`);
    await run.phase('scaling', ramp(rate, next.rate, mendSeconds));
    if (next.wanted > wanted) corrections++;
    ({ rate, wanted } = next);
    seconds = mendSeconds;
  }
}

/** What the pods that serve bear; a rate that the user gave is sent as it is. */
function bearable({ spec }: Scene, { calibration }: Aim, row: ObservedRow | undefined): number {
  const cpu = row === undefined ? null : cpuTargetOf(row, spec.setup);
  if (row === undefined || cpu === null || calibration === null) return Number.POSITIVE_INFINITY;
  return bearableRate(cpu, Math.max(1, readyPods(row).length), calibration);
}

function ramp(from: number, to: number, seconds: number): Parameters<Drive['phase']>[1] {
  return seconds > 0
    ? { shape: 'ramp', from, to, seconds, hold: true }
    : { shape: 'constant', rate: to, seconds: null };
}

interface Rise {
  readonly mark: Mark;
  readonly ended: string | null;
  /** The rate to go on with, where it is another one. */
  readonly next: Next | null;
}

/** What the measured CPU asks for, and as much of it as the pods that serve bear. */
interface Next {
  readonly rate: number;
  readonly wanted: number;
  readonly why: string;
}

/** Until the wanted size is ready, or until metrics of the full rate show that it is the wrong one. */
async function rise(
  scene: Scene,
  run: Drive,
  aim: Aim,
  load: { readonly rate: number; readonly wanted: number; readonly seconds: number; readonly mend: boolean },
): Promise<Rise> {
  const { watch, spec } = scene;
  const { syncPeriodSeconds, metricResolutionSeconds } = spec.clocks;
  let [ended, next]: [string | null, Next | null] = [null, null];
  const mark = await watch.until({
    phase: 'scaling',
    what: `${amount(aim.to, 'replica is', 'replicas are')} ready`,
    seconds: load.seconds + 60 + 6 * (syncPeriodSeconds + metricResolutionSeconds),
    async see(row) {
      ended = (await run.look()).ended;
      const size = row.scale?.specReplicas ?? 0;
      const seen = `${amount(size, 'replica')} wanted, ${readyPods(row).length} ready`;
      if (ended !== null) return { done: false, seen: `${ended}; ${seen}`, hopeless: true };
      next = nextRate(scene, run, aim, row, load);
      if (next !== null) return { done: true, state: true };
      return size >= aim.to && readyPods(row).length === size ? { done: true, state: true } : { done: false, seen };
    },
  });
  return { mark, ended, next };
}

/** More of the wanted rate as soon as more pods bear it; another wanted rate where the CPU shows that this one is wrong. */
function nextRate(
  scene: Scene,
  run: Drive,
  aim: Aim,
  row: ObservedRow,
  { rate, wanted, mend }: { readonly rate: number; readonly wanted: number; readonly mend: boolean },
): Next | null {
  const limit = bearable(scene, aim, row);
  const arrived = (row.scale?.specReplicas ?? 0) >= aim.to && readyPods(row).length >= aim.to;
  const better = mend && !arrived ? betterRate(scene, run, aim, row, rate) : null;
  if (better !== null && better > wanted * (1 + nearEnough) && Math.min(better, limit) > rate) {
    return { rate: Math.min(better, limit), wanted: better, why: 'by the CPU that the load really takes' };
  }
  const more = Math.min(wanted, limit);
  const enough = more >= wanted ? more > rate : more > rate * (1 + nearEnough);
  return enough ? { rate: more, wanted, why: 'which the pods that serve now bear' } : null;
}

/** A pod at its limit uses less than it is asked for: then the demand is not known. */
function throttled(row: ObservedRow, limitMilli: number | null): boolean {
  return row.metrics.samples.some(
    ({ containers }) =>
      limitMilli !== null && containers.reduce((sum, { cpuMilli }) => sum + cpuMilli, 0) > 0.9 * limitMilli,
  );
}

/** Requests a second that were answered while these samples were taken. */
function rateDuring(samples: readonly ObservedSample[], answered: readonly Answered[]): number {
  const from = Math.min(...samples.map(({ timestamp, windowSeconds }) => timestamp - windowSeconds * 1000));
  const to = Math.max(...samples.map(({ timestamp }) => timestamp));
  return (1000 * (answeredAt(answered, to) - answeredAt(answered, from))) / Math.max(1, to - from);
}

/**
 * The rate at which the wanted size is right, by what the pods used and were asked in the same windows; null where that
 * is not known, or not above the present one. Windows at much lower rates are left out: there a request costs more.
 */
function betterRate({ spec }: Scene, run: Drive, aim: Aim, row: ObservedRow, rate: number): number | null {
  const pods = readyPods(row);
  const cpu = cpuTargetOf(row, spec.setup);
  const used = usedCpuMilli(row);
  if (cpu === null || used === null || throttled(row, cpu.limitMilli)) return null;
  const asked = rateDuring(
    row.metrics.samples.filter(({ pod }) => pods.includes(pod)),
    run.answered,
  );
  const idle = aim.calibration?.idleMilli ?? 0;
  const wanted = loadFor(cpu, aim.to, idle);
  const loaded = used - idle * pods.length;
  if (wanted === null || loaded <= 0 || asked < rate * leastShare) return null;
  const ideal = Math.min((wanted * asked) / loaded, rate * largestCorrection, spec.maxRate);
  return ideal > rate * (1 + nearEnough) ? ideal : null;
}

/** Long enough for two decisions, and for what the thresholds need at least, with a fifth on top. */
function steadySeconds({ spec }: Scene, rate: number): number {
  const samples = Math.max(0, ...spec.thresholds.map((text) => samplesNeeded(parseThreshold(text))));
  return Math.max(
    2 * spec.clocks.syncPeriodSeconds + 2,
    spec.clocks.metricResolutionSeconds + 2,
    (1.2 * samples) / Math.max(0.1, rate),
  );
}

/** A pod is new to the metrics API for up to two of its periods. */
function blind(row: ObservedRow): readonly string[] {
  return readyPods(row).filter((pod) => !row.metrics.samples.some((sample) => sample.pod === pod));
}

/** Keeps a rate for some seconds, and until each pod that serves has been measured. */
export async function hold(
  { spec, watch, meter }: Scene,
  run: Drive,
  rate: number,
  seconds: number,
  rampSeconds: number,
): Promise<Halt | null> {
  await run.phase('steady', ramp(run.rate(), rate, rampSeconds));
  let ended: string | null = null;
  const mark = await watch.until({
    phase: 'steady',
    what: `${(seconds + rampSeconds).toFixed(0)} s at ${rate.toFixed(1)} requests a second are over`,
    seconds: seconds + rampSeconds + 3 * spec.clocks.metricResolutionSeconds + 10,
    async see(row, elapsedMs) {
      await meter.see(row);
      ended = (await run.look()).ended;
      const seen = `${amount(row.scale?.specReplicas ?? 0, 'replica')}, ${blind(row).length} not measured yet`;
      if (ended !== null) return { done: false, seen: `${ended}; ${seen}`, hopeless: true };
      const over = elapsedMs >= (seconds + rampSeconds) * 1000 && blind(row).length === 0;
      return over ? { done: true, state: true } : { done: false, seen };
    },
  });
  if (ended !== null) return early(ended);
  const short = mark.cut === true && mark.to - mark.from < (seconds + rampSeconds) * 1000;
  return short ? early(mark.lastSeen) : null;
}
