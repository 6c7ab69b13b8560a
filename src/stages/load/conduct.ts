import { amount } from '../../domain/amount.js';
import { invalidInput } from '../../domain/error.js';
import type { StageContext } from '../../domain/stage.js';
import type { ClusterRoom, ObservedRow } from '../../ports/autoscaler-observer.js';
import type { LoadResult } from '../../ports/load-generator.js';
import type { ScriptResult } from '../../ports/scripted-load.js';
import { loadFor, obstacle } from './aim.js';
import { climb, hold } from './climb.js';
import { cpuRoleOf, podRequests } from './cpu.js';
import { type Drive, drive } from './drive.js';
import { cpuMeter, probe } from './probes.js';
import { unready } from './readiness.js';
import { type Halt, type Recording, readyPods } from './recording.js';
import type { Scene } from './scene.js';
import { runScript } from './script.js';
import type { Aim, LoadPorts, LoadSpec } from './spec.js';
import { watch } from './watch.js';

/** What the acts found out, as far as they came. */
interface Findings {
  halt: Halt | null;
  aim: Aim | null;
  room: ClusterRoom | null;
  load: LoadResult | null;
  script: ScriptResult | null;
}

const readySeconds = 120;
const warmUp = { rate: 5, seconds: 2 };

/** Plays a run from the idle control to the cool-down. What goes wrong with the service ends it early and is noted. */
export async function conduct(spec: LoadSpec, ports: LoadPorts, context: StageContext): Promise<Recording> {
  const over = new AbortController();
  const scene = {
    spec,
    ports,
    watch: watch(spec, ports, context),
    meter: cpuMeter(spec, ports, context),
  };
  const found: Findings = { halt: null, aim: null, room: null, load: null, script: null };
  try {
    found.halt = await play(scene, found, AbortSignal.any([context.signal, over.signal]));
  } finally {
    over.abort();
  }
  const { rows, misses, marks, host } = scene.watch;
  return { rows, misses, marks, host, counters: scene.meter.looks, ...found };
}

async function play(scene: Scene, found: Findings, signal: AbortSignal): Promise<Halt | null> {
  const first = await begin(scene);
  if ('kind' in first) return first;
  const sizes = sizesOf(scene.spec, first);
  found.room = await scene.ports.observer.room(scene.spec.target, signal);
  const blocked = scene.spec.mode === 'prove' ? barred(scene.spec, first, sizes, found.room) : null;
  if (blocked !== null) return blocked;
  await idle(scene);
  if (scene.spec.mode === 'script') return playScript(scene, found, sizes, signal);
  const run = drive(await scene.ports.generator.start(scene.spec.traffic, signal), scene.ports.clock);
  const halt = await load(scene, run, first, sizes, found);
  found.load = await run.stop();
  if (found.load === null) return { kind: 'ended-early', why: 'the generator did not give its result' };
  if (halt === null && scene.spec.mode === 'prove' && scene.spec.scaleDown) await coolDown(scene, sizes.from);
  return halt;
}

/** The user's own script in place of our load; what the autoscaler did is judged where a size is asked for. */
async function playScript(
  scene: Scene,
  found: Findings,
  sizes: { from: number; to: number },
  signal: AbortSignal,
): Promise<Halt | null> {
  const { to, scaleDown } = scene.spec;
  if (to !== null) found.aim = { ...sizes, rate: 0, calibration: null };
  found.script = await runScript(scene, signal);
  if (to !== null && scaleDown) await coolDown(scene, sizes.from);
  return null;
}

async function begin({ spec, watch }: Scene): Promise<ObservedRow | Halt> {
  const wanted = (row: ObservedRow): number | null =>
    spec.mode !== 'prove' ? null : (spec.from ?? row.autoscaler?.minReplicas ?? null);
  const mark = await watch.until({
    phase: 'ready',
    what: 'the autoscaler rests at its minimum and sees its pods',
    seconds: readySeconds,
    see(row) {
      const why = unready(row, wanted(row));
      return why === null ? { done: true, state: true } : { done: false, seen: why };
    },
  });
  const row = watch.rows.at(-1);
  return mark.met && row !== undefined ? row : { kind: 'not-ready', why: mark.lastSeen };
}

function sizesOf({ from, to }: LoadSpec, { autoscaler, scale }: ObservedRow): { from: number; to: number } {
  const [min, max] = [autoscaler?.minReplicas ?? 1, autoscaler?.maxReplicas ?? 1];
  if (from !== null && from !== min) {
    throw invalidInput(
      [`load.from ${from} is not minReplicas ${min}`],
      'Leave load.from out, or make it minReplicas: an idle autoscaler rests there.',
    );
  }
  return { from: scale?.specReplicas ?? min, to: to ?? max };
}

/** What is known to stand in the way before any load is sent, and before any time is spent. */
function barred(spec: LoadSpec, row: ObservedRow, sizes: { from: number; to: number }, room: ClusterRoom): Halt | null {
  const bounds = { min: row.autoscaler?.minReplicas ?? 1, max: row.autoscaler?.maxReplicas ?? 1 };
  const role = cpuRoleOf(row, spec.setup);
  const blocked = obstacle(role.cpu, bounds, sizes, podRequests(row), room);
  return blocked ?? (spec.rate === null && role.cpu === null ? uncalibrated(role.why) : null);
}

/** Without load nothing may move. */
async function idle({ spec, watch, meter }: Scene): Promise<void> {
  await watch.until({
    phase: 'idle',
    what: `${spec.idleSeconds} s without load are over`,
    seconds: spec.idleSeconds + 10,
    async see(row, elapsedMs) {
      await meter.see(row);
      const over = elapsedMs >= spec.idleSeconds * 1000;
      return over
        ? { done: true, state: true }
        : { done: false, seen: amount(row.scale?.specReplicas ?? 0, 'replica') };
    },
  });
}

async function load(
  scene: Scene,
  run: Drive,
  first: ObservedRow,
  sizes: { from: number; to: number },
  found: Findings,
): Promise<Halt | null> {
  const silent = await greet(scene, run);
  if (silent !== null) return silent;
  const aim = await aimAt(scene, run, first, sizes);
  if ('kind' in aim) return aim;
  found.aim = aim;
  scene.ports.log.info(
    `load: ${aim.rate.toFixed(1)} requests a second, to take ${amount(sizes.from, 'replica')} to ${sizes.to}`,
  );
  if (scene.spec.mode === 'fixed')
    return hold(scene, run, aim.rate, scene.spec.durationSeconds, scene.spec.rampSeconds);
  return climb(scene, run, aim);
}

/** A few requests first: a service that does not answer at all is not worth a ramp. */
async function greet({ spec, watch }: Scene, run: Drive): Promise<Halt | null> {
  await run.phase('warm-up', { shape: 'constant', rate: Math.min(warmUp.rate, spec.maxRate), seconds: null });
  let seen = '';
  const mark = await watch.until({
    phase: 'warm-up',
    what: 'the service answers',
    seconds: warmUp.seconds + spec.traffic.timeoutMs / 1000,
    async see(_, elapsedMs) {
      const { tally, ended } = await run.look();
      seen = `${tally.good} good answers of ${tally.scheduled}: ${JSON.stringify(tally.outcomes)}`;
      if (ended !== null) return { done: false, seen: `${ended}; ${seen}`, hopeless: true };
      const enough = elapsedMs >= warmUp.seconds * 1000 && tally.good > 0;
      return enough ? { done: true, state: true } : { done: false, seen };
    },
  });
  return mark.met ? null : { kind: 'silent', why: mark.lastSeen };
}

function uncalibrated(why: string): Halt {
  return {
    kind: 'uncalibrated',
    why: `no rate can be found for the autoscaler: ${why}; give load.rate to send one and watch`,
  };
}

async function aimAt(
  scene: Scene,
  run: Drive,
  row: ObservedRow,
  sizes: { from: number; to: number },
): Promise<Aim | Halt> {
  const { spec, watch, meter } = scene;
  if (spec.rate !== null) return { ...sizes, rate: spec.rate, calibration: null };
  const role = cpuRoleOf(row, spec.setup);
  if (role.cpu === null) return uncalibrated(role.why);
  const { cpu } = role;
  const calibration = await probe(spec, cpu, readyPods(row).length, { watch, meter, drive: run });
  if (calibration === null) return uncalibrated('the CPU samples show no cost per request');
  const wanted = loadFor(cpu, sizes.to, calibration.idleMilli);
  if (wanted === null) return uncalibrated(`no load makes it rest at ${amount(sizes.to, 'replica')}`);
  const rate = wanted / calibration.costMilli;
  if (rate > spec.maxRate) {
    const why = `${amount(sizes.to, 'replica needs', 'replicas need')} ${rate.toFixed(0)} requests a second, more than load.max-rate ${spec.maxRate}`;
    return { kind: 'unreachable', why, fault: 'cluster' };
  }
  return { ...sizes, rate, calibration };
}

/** Longest way down: the stabilisation window, then the pipeline's delays, twice, and the pods' end. */
async function coolDown({ spec, watch }: Scene, size: number): Promise<void> {
  const { clocks, setup } = spec;
  const last = watch.rows.at(-1)?.autoscaler?.behavior as {
    scaleDown?: { stabilizationWindowSeconds?: number };
  } | null;
  const window = last?.scaleDown?.stabilizationWindowSeconds ?? setup.flags.downscaleStabilizationSeconds;
  await watch.until({
    phase: 'cool-down',
    what: `the autoscaler is back at ${amount(size, 'replica')}`,
    seconds: window + 3 * (clocks.syncPeriodSeconds + clocks.metricResolutionSeconds) + 60,
    see(row) {
      const [wanted, ready] = [row.scale?.specReplicas ?? 0, readyPods(row).length];
      if (wanted === size && ready === size) return { done: true, state: true };
      return { done: false, seen: `${amount(wanted, 'replica')} wanted, ${ready} ready` };
    },
  });
}
