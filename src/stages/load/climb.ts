import type { ObservedRow, ObservedSample } from '../../ports/autoscaler-observer.js';
import { loadFor } from './aim.js';
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
  let rate = aim.rate;
  await run.phase('scaling', ramp(run.rate(), rate, spec.rampSeconds));
  for (let corrections = 0; ; corrections++) {
    const seconds = corrections === 0 ? spec.rampSeconds : mendSeconds;
    const mend = spec.rate === null && corrections < mostCorrections;
    const { mark, ended, better } = await rise(scene, run, aim, { rate, seconds, mend });
    if (ended !== null) return early(ended);
    if (better === null) return mark.met ? hold(scene, run, rate, steadySeconds(scene, rate), 0) : null;
    ports.log.info(
      `${rate.toFixed(1)} → ${better.toFixed(1)} requests a second, by the CPU that the load really takes`,
    );
    await run.phase('scaling', ramp(rate, better, mendSeconds));
    rate = better;
  }
}

function ramp(from: number, to: number, seconds: number): Parameters<Drive['phase']>[1] {
  return seconds > 0
    ? { shape: 'ramp', from, to, seconds, hold: true }
    : { shape: 'constant', rate: to, seconds: null };
}

interface Rise {
  readonly mark: Mark;
  readonly ended: string | null;
  /** The rate that the measured CPU asks for, where it is another one. */
  readonly better: number | null;
}

/** Until the wanted size is ready, or until metrics of the full rate show that it is the wrong one. */
async function rise(
  scene: Scene,
  run: Drive,
  aim: Aim,
  load: { readonly rate: number; readonly seconds: number; readonly mend: boolean },
): Promise<Rise> {
  const { watch, spec } = scene;
  const { syncPeriodSeconds, metricResolutionSeconds } = spec.clocks;
  let [ended, better]: [string | null, number | null] = [null, null];
  const mark = await watch.until({
    phase: 'scaling',
    what: `${aim.to} replicas are ready`,
    seconds: load.seconds + 60 + 6 * (syncPeriodSeconds + metricResolutionSeconds),
    async see(row) {
      ended = (await run.look()).ended;
      const size = row.scale?.specReplicas ?? 0;
      const seen = `${size} replicas wanted, ${readyPods(row).length} ready`;
      if (ended !== null) return { done: false, seen: `${ended}; ${seen}`, hopeless: true };
      if (size >= aim.to && readyPods(row).length === size) return { done: true, state: true };
      better = load.mend ? betterRate(scene, run, aim, row, load.rate) : null;
      return better === null ? { done: false, seen } : { done: true, state: true };
    },
  });
  return { mark, ended, better };
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
  await watch.until({
    phase: 'steady',
    what: `${(seconds + rampSeconds).toFixed(0)} s at ${rate.toFixed(1)} requests a second are over`,
    seconds: seconds + rampSeconds + 3 * spec.clocks.metricResolutionSeconds + 10,
    async see(row, elapsedMs) {
      await meter.see(row);
      ended = (await run.look()).ended;
      const seen = `${row.scale?.specReplicas ?? 0} replicas, ${blind(row).length} not measured yet`;
      if (ended !== null) return { done: false, seen: `${ended}; ${seen}`, hopeless: true };
      const over = elapsedMs >= (seconds + rampSeconds) * 1000 && blind(row).length === 0;
      return over ? { done: true, state: true } : { done: false, seen };
    },
  });
  return ended === null ? null : early(ended);
}
