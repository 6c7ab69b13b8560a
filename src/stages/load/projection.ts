import { type ClockSettings, productionClocks } from '../../autoscaler/clocks.js';
import { type Forecast, farthest, forecastOf, type LoadPoint } from '../../autoscaler/forecast.js';
import { outlookOf } from '../../autoscaler/outlook.js';
import type { Scenario } from '../../autoscaler/scenario.js';
import type { Note } from '../../domain/evidence.js';
import { usedCpuMilli } from './cpu.js';
import type { MeasuredLoad } from './measured-load.js';
import type { Foretold } from './prediction.js';
import { markOf, type Recording, readyPods, rowsWithin } from './recording.js';
import type { LoadSpec, Projection } from './spec.js';

/** A run on production's clocks lasts ten minutes of simulated time: fewer of them tell as much. */
const productionRuns = 30;

function isProduction(clocks: ClockSettings): boolean {
  return Object.entries(productionClocks).every(([name, value]) => clocks[name as keyof ClockSettings] === value);
}

/** Probes, and each window of the steady phase that had the whole load in it. */
function pointsOf(recording: Recording, { clocks }: LoadSpec, { rate }: MeasuredLoad): readonly LoadPoint[] {
  const { aim } = recording;
  const probed = (aim?.calibration?.points ?? []).map((point) => ({
    rps: point.rate,
    replicas: aim?.from ?? 1,
    cpuMilli: point.cpuMilli,
  }));
  const steady = markOf(recording, 'steady');
  if (steady === undefined) return probed;
  const windows = new Map<string, LoadPoint>();
  for (const row of rowsWithin(recording, steady.from + 1000 * clocks.metricResolutionSeconds, steady.to + 1000)) {
    const used = usedCpuMilli(row);
    const key = row.metrics.samples.map(({ timestamp }) => timestamp).join(' ');
    if (used !== null) windows.set(key, { rps: rate, replicas: readyPods(row).length, cpuMilli: used });
  }
  return [...probed, ...windows.values()];
}

/** The manifest's own window in place of the shortened one that ran. */
function asWritten(scenario: Scenario, windowSeconds: number | null | undefined): Scenario {
  const { behavior } = scenario.autoscaler;
  if (windowSeconds == null || behavior === null) return scenario;
  const scaleDown = { ...behavior.scaleDown, stabilizationWindowSeconds: windowSeconds };
  return { ...scenario, autoscaler: { ...scenario.autoscaler, behavior: { ...behavior, scaleDown } } };
}

function changed(clocks: ClockSettings): string {
  const { syncPeriodSeconds: sync, metricResolutionSeconds: metrics, downscaleStabilizationSeconds: down } = clocks;
  return `sync period ${sync} s, metrics each ${metrics} s, down window ${down} s`;
}

/** What the measured load means on production's clocks, and at twice the rate. */
export function project(
  recording: Recording,
  spec: LoadSpec,
  measured: MeasuredLoad,
  { scenario, options, cpu }: Foretold,
): Projection {
  const points = pointsOf(recording, spec, measured);
  const beyond = (forecast: Forecast): Note =>
    forecast.refused
      ? { kind: 'cannot-prove', text: forecast.text }
      : { kind: 'measured', text: `forecast, not tried: ${forecast.text}` };
  if (isProduction(spec.clocks)) {
    const forecast = forecastOf(points, farthest, cpu);
    return { production: null, forecast, notes: [beyond(forecast)] };
  }
  const written = asWritten(scenario, spec.writtenDownWindowSeconds);
  const { production, forecast, lines } = outlookOf(written, { ...options, runs: productionRuns }, cpu, points);
  const text = `the times up and down are those of shortened clocks (${changed(spec.clocks)}); ${lines[0] ?? ''}`;
  return { production, forecast, notes: [{ kind: 'modified-for-ci', text }, beyond(forecast)] };
}
