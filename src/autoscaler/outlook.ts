import { type Band, type BandOptions, type Bands, bandsOf } from './bands.js';
import { type ClockSettings, productionClocks } from './clocks.js';
import type { CpuTarget } from './cpu-target.js';
import { type Forecast, farthest, forecastOf, type LoadPoint } from './forecast.js';
import type { Scenario } from './scenario.js';

/** Seconds of load after which an HPA with these clocks has come to rest, by a wide margin. */
function enough({ syncPeriodSeconds, metricResolutionSeconds, housekeepingSeconds }: ClockSettings): number {
  return 6 * (syncPeriodSeconds + metricResolutionSeconds + 2 * housekeepingSeconds);
}

/**
 * The same load under other clocks: what a run with quick clocks means for production. A load that ends too soon for
 * those clocks is held longer.
 */
export function bandsUnder(clocks: ClockSettings, scenario: Scenario, options: BandOptions): Bands {
  const { loadStart, loadEnd } = options;
  const longer = Math.max(0, enough(clocks) - (loadEnd - loadStart));
  const demand = scenario.demand.map((step) => (step.at >= loadEnd ? { ...step, at: step.at + longer } : step));
  const { behavior } = scenario.autoscaler;
  const window = behavior?.scaleDown.stabilizationWindowSeconds ?? clocks.downscaleStabilizationSeconds;
  const end = loadEnd + longer;
  return bandsOf({ ...scenario, clocks, demand, endAt: end + window + 900 }, { ...options, loadEnd: end });
}

/** What a run says about what it did not try: the production clocks, and twice the load. */
export interface Outlook {
  readonly production: Bands;
  readonly forecast: Forecast;
  /** One sentence each. */
  readonly lines: readonly string[];
}

const words = (band: Band): string => {
  const [typical, late] = [band.quantiles[0], band.quantiles.at(-1)].map((each) => each?.seconds ?? null);
  return typical == null
    ? 'never'
    : `after ${Math.round(typical)} s (${late == null ? 'not always' : `at most ${Math.round(late)} s`})`;
};

/**
 * @param scenario the load as it was sent, on the clocks on which it was measured.
 * @param options quantiles ascending: the first is called typical, the last the most.
 * @param points steady stretches of the run, for the forecast.
 */
export function outlookOf(
  scenario: Scenario,
  options: BandOptions,
  cpu: CpuTarget,
  points: readonly LoadPoint[],
): Outlook {
  const production = bandsUnder(productionClocks, scenario, options);
  const forecast = forecastOf(points, farthest, cpu);
  const { firstMove, settled, backToMin, runs } = production;
  const text = `on production clocks the first move comes ${words(firstMove)}, the last ${words(settled)}, and min is back ${words(backToMin)}, by ${runs} simulated runs`;
  return { production, forecast, lines: [text, forecast.text] };
}
