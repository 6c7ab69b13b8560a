import type { ObservedRow } from '../../ports/autoscaler-observer.js';
import { loadFor } from './aim.js';
import { cpuTargetOf, usedCpuMilli } from './cpu.js';
import type { Drive } from './drive.js';
import { stillness } from './readiness.js';
import { type Halt, readyPods } from './recording.js';
import type { Scene } from './scene.js';
import { samplesNeeded } from './slo.js';
import type { Aim, Mark } from './spec.js';
import { parseThreshold } from './threshold.js';

/** How often a rate that came out too low or too high is mended, and by how much at most. */
const mostCorrections = 2;
const largestCorrection = 2;

const early = (why: string): Halt => ({ kind: 'ended-early', why });

/** Raises the load and keeps it until the wanted size is there, then for as long as the claims need samples. */
export async function climb(scene: Scene, run: Drive, aim: Aim): Promise<Halt | null> {
  const { spec } = scene;
  let rate = aim.rate;
  await run.phase('scaling', ramp(run.rate(), rate, spec.rampSeconds));
  for (let corrections = 0; ; corrections++) {
    const mayCorrect = spec.rate === null && corrections < mostCorrections;
    const { mark, ended, stuck } = await rise(scene, run, aim, mayCorrect);
    if (ended !== null) return early(ended);
    if (stuck === null) return mark.met ? hold(scene, run, rate, steadySeconds(scene, rate), 0) : null;
    const mended = correction(scene, aim, rate);
    scene.ports.log.info(
      `rests at ${stuck} replicas, not ${aim.to}: ${rate.toFixed(1)} → ${mended.toFixed(1)} requests a second`,
    );
    rate = Math.min(mended, spec.maxRate);
    await run.phase('scaling', ramp(run.rate(), rate, 0));
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
  /** The size at which the autoscaler came to rest, where it is not the wanted one. */
  readonly stuck: number | null;
}

/** Until the wanted size is ready; or, where the rate may be mended, until another size has stood long enough. */
async function rise({ spec, watch }: Scene, run: Drive, aim: Aim, mayCorrect: boolean): Promise<Rise> {
  const { syncPeriodSeconds: syncSeconds, metricResolutionSeconds: metricsSeconds } = spec.clocks;
  const restMs = 1000 * (2 * metricsSeconds + 2 * syncSeconds + spec.rampSeconds);
  const still = stillness();
  let [ended, stuck]: [string | null, number | null] = [null, null];
  const mark = await watch.until({
    phase: 'scaling',
    what: `${aim.to} replicas are ready`,
    seconds: spec.rampSeconds + 60 + 6 * (syncSeconds + metricsSeconds),
    async see(row, elapsedMs) {
      ended = (await run.look()).ended;
      const { size, forMs } = still.see(row);
      const seen = `${size} replicas wanted, ${readyPods(row).length} ready`;
      if (ended !== null) return { done: false, seen: `${ended}; ${seen}`, hopeless: true };
      if (size === aim.to && readyPods(row).length === size) return { done: true, state: true };
      if (!mayCorrect || forMs < restMs || elapsedMs < restMs) return { done: false, seen };
      stuck = size;
      return { done: true, state: true };
    },
  });
  return { mark, ended, stuck };
}

/** The rate at which the last metrics say that the wanted size is right. */
function correction({ spec, watch }: Scene, aim: Aim, rate: number): number {
  const row = watch.rows.at(-1);
  const cpu = row === undefined ? null : cpuTargetOf(row, spec.setup);
  const used = row === undefined ? null : usedCpuMilli(row);
  const idle = aim.calibration?.idleMilli ?? 0;
  const wanted = cpu === null ? null : loadFor(cpu, aim.to, idle);
  if (row === undefined || used === null || wanted === null) return rate;
  const loaded = Math.max(1, used - idle * readyPods(row).length);
  return rate * Math.min(largestCorrection, Math.max(1 / largestCorrection, wanted / loaded));
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
