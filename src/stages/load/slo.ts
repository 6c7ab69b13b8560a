import type { Verdict } from '../../domain/verdict.js';
import type { PhaseResult } from '../../ports/load-generator.js';
import { type Interval, meanInterval, percentile, percentileInterval, rateInterval, wilson } from './statistics.js';
import type { Threshold } from './threshold.js';

/** One threshold over one phase. */
export interface SloResult {
  readonly threshold: string;
  readonly phase: string;
  readonly verdict: Verdict;
  readonly value: number;
  readonly interval: Interval;
  readonly samples: number;
}

/** Shed arrivals and faults are failures, as they are for who asked. */
function failures({ tally }: PhaseResult): { failed: number; all: number } {
  const failed = tally.bad + tally.shed;
  return { failed, all: failed + tally.good };
}

/** The measured value, and between which bounds the true one lies. The extremes of a sample are themselves. */
function measured(phase: PhaseResult, { measure }: Threshold): { value: number; interval: Interval } {
  const { latency, tally, durationMs } = phase;
  switch (measure.of) {
    case 'percentile':
      return { value: percentile(latency, measure.percent), interval: percentileInterval(latency, measure.percent) };
    case 'avg':
      return { value: latency.mean, interval: meanInterval(latency) };
    case 'min':
    case 'max':
      return { value: latency[measure.of], interval: { low: latency[measure.of], high: latency[measure.of] } };
    case 'error_rate': {
      const { failed, all } = failures(phase);
      return { value: all === 0 ? Number.NaN : failed / all, interval: wilson(failed, all) };
    }
    case 'rps':
      return { value: (tally.good / durationMs) * 1000, interval: rateInterval(tally.good, durationMs / 1000) };
  }
}

function holds(value: number, { comparison, limit }: Threshold): boolean {
  switch (comparison) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
  }
}

/**
 * Passes when the whole interval keeps the limit, fails when none of it does, and is inconclusive in between.
 * The rate of an open model is what the schedule sends, not a sample: there the value itself is judged.
 */
export function judgeThreshold(threshold: Threshold, phase: PhaseResult): SloResult {
  const { value, interval } = measured(phase, threshold);
  const samples = failures(phase).all;
  const [low, high] = [holds(interval.low, threshold), holds(interval.high, threshold)];
  const exact = threshold.measure.of === 'rps' && samples > 0;
  const whole: Verdict = low && high ? 'pass' : !low && !high ? 'fail' : 'inconclusive';
  const verdict = samples === 0 ? 'inconclusive' : exact ? (holds(value, threshold) ? 'pass' : 'fail') : whole;
  return { threshold: threshold.text, phase: phase.name, verdict, value, interval, samples };
}

/** Samples without which a threshold can never pass: those of a run without a single failure or outlier. */
export function samplesNeeded({ measure, limit }: Threshold): number {
  switch (measure.of) {
    case 'percentile':
      return Math.ceil(Math.log(0.05) / Math.log(measure.percent / 100)) + 1;
    case 'error_rate':
      return limit > 0 && limit < 1 ? Math.ceil((2.7055 * (1 - limit)) / limit) + 1 : 1;
    case 'avg':
      return 30;
    default:
      return 1;
  }
}
