import { type BandOptions, type Bands, bandsOf } from '../../autoscaler/bands.js';
import type { CpuTarget } from '../../autoscaler/cpu-target.js';
import { autoscalerOf } from '../../autoscaler/hpa.js';
import { type DemandStep, ramp, type Scenario } from '../../autoscaler/scenario.js';
import type { PhaseResult } from '../../ports/load-generator.js';
import { cpuTargetOf, podRequests } from './cpu.js';
import type { MeasuredLoad } from './measured-load.js';
import type { Recording } from './recording.js';
import type { LoadSpec } from './spec.js';
import { hpaSpecOf } from './timeline.js';

/** Seconds of rest that the simulation has before the load, so that its clocks are at no particular phase. */
const restSeconds = 60;
const runs = 60;
export const bandQuantiles = [0.5, 0.95, 1] as const;

/** What the generator's phases asked for over time, as millicores; seconds since the load began. */
function stepsOf(phase: PhaseResult, begin: number, milliPerRate: number): readonly DemandStep[] {
  const at = restSeconds + (phase.startedAt - begin) / 1000;
  const { profile } = phase;
  if (profile.shape === 'constant') return [{ at, milli: profile.rate * milliPerRate }];
  if (profile.shape !== 'ramp') return [];
  const [from, to] = [profile.from * milliPerRate, profile.to * milliPerRate];
  return ramp({ at, milli: from }, { at: at + profile.seconds, milli: to }, 1);
}

/** Seconds from start to Ready of the pods that came up during the run; a guess where none did. */
function readySeconds({ rows }: Recording): readonly [number, number] {
  const times = new Map<string, number>();
  for (const { pods } of rows) {
    for (const { name, startTime, ready } of pods) {
      if (startTime !== null && ready?.status === 'True' && ready.lastTransition !== null) {
        times.set(name, (ready.lastTransition - startTime) / 1000);
      }
    }
  }
  const all = [...times.values()];
  return all.length === 0 ? [2, 10] : [Math.min(...all), Math.max(...all) + 1];
}

/** The load that was really sent, as the simulator takes it, and what it says of it. */
export interface Foretold {
  readonly scenario: Scenario;
  readonly options: BandOptions;
  readonly cpu: CpuTarget;
  readonly bands: Bands;
}

/** Times and sizes that the simulated autoscaler has for the load that was really sent, over seeded runs. */
export function foretell(recording: Recording, spec: LoadSpec, measured: MeasuredLoad): Foretold | null {
  const phases = (recording.load?.phases ?? []).filter(({ name }) => name === 'scaling' || name === 'steady');
  const [first, last] = [phases[0], phases.at(-1)];
  const row = recording.rows.find((each) => cpuTargetOf(each, spec.setup) !== null);
  const rate = recording.aim?.rate ?? 0;
  if (first === undefined || last === undefined || !row?.autoscaler || rate <= 0) return null;
  const cpu = cpuTargetOf(row, spec.setup);
  if (cpu === null) return null;
  const milliPerRate = (measured.lowMilli + measured.highMilli) / 2 / measured.rate;
  const loadEnd = restSeconds + (last.startedAt + last.durationMs - first.startedAt) / 1000;
  const scenario: Scenario = {
    autoscaler: autoscalerOf(hpaSpecOf(row.autoscaler), spec.setup),
    clocks: spec.clocks,
    pod: {
      requestMilli: podRequests(row).cpuMilli,
      limitMilli: cpu.limitMilli,
      idleMilli: recording.aim?.calibration?.idleMilli ?? 0,
      readySeconds: readySeconds(recording),
    },
    startReplicas: recording.aim?.from ?? cpu.min,
    demand: [...phases.flatMap((phase) => stepsOf(phase, first.startedAt, milliPerRate)), { at: loadEnd, milli: 0 }],
    endAt: loadEnd + 2 * spec.clocks.downscaleStabilizationSeconds + 600,
  };
  const options = { runs, seed: spec.traffic.seed, quantiles: bandQuantiles, loadStart: restSeconds, loadEnd };
  return { scenario, options, cpu, bands: bandsOf(scenario, options) };
}
