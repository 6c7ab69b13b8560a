import { seeded } from './random.js';
import type { Scenario } from './scenario.js';
import { type Run, simulate, sizeAt } from './simulation.js';

/** A time by quantile, seconds; null where the event did not happen in so many of the runs. */
export interface Band {
  readonly quantiles: readonly { readonly q: number; readonly seconds: number | null }[];
  /** In how many of the runs it happened. */
  readonly happened: number;
}

export interface SizeCount {
  readonly size: number;
  readonly runs: number;
}

/** What is to be expected of a load that begins and ends, over many seeded runs. */
export interface Bands {
  readonly runs: number;
  readonly seed: number;
  /** From the load's start to the first change of size. */
  readonly firstMove: Band;
  /** From the load's start to the last change of size before its end; 0 where there was none. */
  readonly settled: Band;
  /** From the load's end to the first change of size. */
  readonly firstMoveDown: Band;
  /** From the load's end to the smallest size, min. */
  readonly backToMin: Band;
  /** Size at the load's end, ascending, with the number of runs that had it. */
  readonly sizes: readonly SizeCount[];
  /** Highest size under load, likewise. */
  readonly peaks: readonly SizeCount[];
  /** Most changes of direction in one run, from the load's start to its end. */
  readonly mostFlaps: number;
}

export interface BandOptions {
  readonly runs: number;
  readonly seed: number;
  readonly quantiles: readonly number[];
  readonly loadStart: number;
  readonly loadEnd: number;
}

function bandOf(times: readonly (number | null)[], quantiles: readonly number[]): Band {
  const sorted = times.map((time) => time ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b);
  const happened = times.filter((time) => time !== null).length;
  const at = (q: number): number | null => {
    const value = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))];
    return value === undefined || value === Number.POSITIVE_INFINITY ? null : Math.round(value * 10) / 10;
  };
  return { quantiles: quantiles.map((q) => ({ q, seconds: at(q) })), happened };
}

function counts(values: readonly number[]): readonly SizeCount[] {
  const sizes = [...new Set(values)].sort((a, b) => a - b);
  return sizes.map((size) => ({ size, runs: values.filter((value) => value === size).length }));
}

/** How often the size changed direction between two moments. */
export function flapsOf({ moves }: Run, from: number, to: number): number {
  const signs = moves.filter(({ at }) => at >= from && at < to).map((move) => Math.sign(move.to - move.from));
  return signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length;
}

/** Repeats a scenario with seeds `seed`, `seed + 1` … and says when things happen. */
export function bandsOf(scenario: Scenario, { runs, seed, quantiles, loadStart, loadEnd }: BandOptions): Bands {
  const { min } = scenario.autoscaler;
  const over = (now: number, size: number): boolean => now > loadEnd && size === min;
  const all = Array.from({ length: runs }, (_, index) => simulate(scenario, seeded(seed + index), over));
  const loaded = ({ at }: { at: number }): boolean => at >= loadStart && at < loadEnd;
  const since = (from: number, at: number | undefined): number | null => (at === undefined ? null : at - from);
  const peak = (run: Run): number => Math.max(sizeAt(run, loadStart), ...run.moves.filter(loaded).map(({ to }) => to));
  return {
    runs,
    seed,
    firstMove: bandOf(
      all.map(({ moves }) => since(loadStart, moves.find(loaded)?.at)),
      quantiles,
    ),
    settled: bandOf(
      all.map(({ moves }) => since(loadStart, moves.findLast(loaded)?.at) ?? 0),
      quantiles,
    ),
    firstMoveDown: bandOf(
      all.map(({ moves }) => since(loadEnd, moves.find(({ at }) => at >= loadEnd)?.at)),
      quantiles,
    ),
    backToMin: bandOf(
      all.map(({ moves }) => since(loadEnd, moves.find(({ at, to }) => at >= loadEnd && to === min)?.at)),
      quantiles,
    ),
    sizes: counts(all.map((run) => sizeAt(run, loadEnd))),
    peaks: counts(all.map(peak)),
    mostFlaps: Math.max(0, ...all.map((run) => flapsOf(run, loadStart, loadEnd))),
  };
}
