import type { Verdict } from '../../../domain/verdict.js';
import type { Distribution } from '../../../ports/load-generator.js';
import { type Interval, percentile, wilson } from '../statistics.js';
import { type Shift, shiftOf } from './shift.js';
import type { Block, Variant } from './spec.js';

/** How often the result is looked at; the run goes on while it is undecided. */
export const mostLooks = 3;
/** Chance to blame a candidate that is as slow as is tolerated, over all looks together: each has its part (Bonferroni). */
const error = 0.05;
/** Latencies of so few milliseconds differ by which node a pod is on, and by what else that node does. */
const floorMs = 1;
/** Share of requests by which failures may be more. */
const toleratedFailures = 0.01;

/** Percentiles that are compared; others would need longer blocks. */
export const percents = [50, 95] as const;

export interface LatencyComparison {
  readonly percent: number;
  /** Medians over the blocks, milliseconds. */
  readonly baselineMs: number;
  readonly candidateMs: number;
  /** Candidate's over baseline's, block by block: 1.2 is a fifth slower. */
  readonly ratio: Shift;
  /** Largest ratio that is tolerated. */
  readonly tolerated: number;
  readonly verdict: Verdict;
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? Number.NaN) + (sorted[sorted.length >> 1] ?? Number.NaN)) / 2;
}

/** Two blocks beside each other in time, one of each variant; what is left over has no pair. */
export function pairsOf(blocks: readonly Block[]): readonly Readonly<Record<Variant, Block>>[] {
  return Array.from({ length: blocks.length >> 1 }, (_, index) => {
    const [first, second] = [blocks[2 * index] as Block, blocks[2 * index + 1] as Block];
    return first.variant === 'baseline'
      ? { baseline: first, candidate: second }
      : { baseline: second, candidate: first };
  });
}

function verdictOf({ low, high }: Interval, tolerated: number): Verdict {
  if (low > tolerated) return 'fail';
  return high <= tolerated ? 'pass' : 'inconclusive';
}

/** One percentile, judged: fails only when the whole interval is beyond what is tolerated. */
export function compareLatency(
  blocks: readonly Block[],
  percent: number,
  maxSlowdown: number,
  confidence: number = 1 - error / mostLooks,
): LatencyComparison {
  const of = (latency: Distribution): number => percentile(latency, percent);
  const pairs = pairsOf(blocks).map(
    ({ baseline, candidate }) => [of(baseline.latency), of(candidate.latency)] as const,
  );
  const sound = pairs.filter(([a, b]) => a > 0 && b > 0);
  const log = shiftOf(
    sound.map(([a, b]) => Math.log(b / a)),
    confidence,
  );
  const ratio = {
    estimate: Math.exp(log.estimate),
    low: Math.exp(log.low),
    high: Math.exp(log.high),
    pairs: log.pairs,
  };
  const baselineMs = middle(sound.map(([a]) => a));
  const tolerated = 1 + Math.max(maxSlowdown, sound.length === 0 ? 0 : floorMs / baselineMs);
  return {
    percent,
    baselineMs,
    candidateMs: middle(sound.map(([, b]) => b)),
    ratio,
    tolerated,
    verdict: verdictOf(ratio, tolerated),
  };
}

export interface FailureComparison {
  readonly baseline: { readonly failed: number; readonly all: number };
  readonly candidate: { readonly failed: number; readonly all: number };
  /** Share of the candidate's requests that failed, less the baseline's. */
  readonly difference: Interval;
  readonly tolerated: number;
  readonly verdict: Verdict;
}

function counted(blocks: readonly Block[], variant: Variant): { readonly failed: number; readonly all: number } {
  const tallies = blocks.filter((block) => block.variant === variant).map(({ tally }) => tally);
  const failed = tallies.reduce((sum, { bad, shed }) => sum + bad + shed, 0);
  return { failed, all: failed + tallies.reduce((sum, { good }) => sum + good, 0) };
}

/**
 * The difference of two shares, by Newcombe's hybrid of Wilson's intervals, each bound with 95 %.
 * Source: Newcombe, Statist. Med. 17 (1998) 873, method 10.
 */
export function compareFailures(blocks: readonly Block[]): FailureComparison {
  const [a, b] = [counted(blocks, 'baseline'), counted(blocks, 'candidate')];
  const [p, q] = [a, b].map(({ failed, all }) => (all === 0 ? 0 : failed / all)) as [number, number];
  const [of, to] = [wilson(a.failed, a.all), wilson(b.failed, b.all)];
  const difference = {
    low: q - p - Math.hypot(q - to.low, of.high - p),
    high: q - p + Math.hypot(to.high - q, p - of.low),
  };
  const verdict = a.all === 0 || b.all === 0 ? 'inconclusive' : verdictOf(difference, toleratedFailures);
  return { baseline: a, candidate: b, difference, tolerated: toleratedFailures, verdict };
}

/** Whether another look could still say something: one failure is enough to end, and so is that all is settled. */
export function isDecided(blocks: readonly Block[], maxSlowdown: number): boolean {
  const verdicts = [
    ...percents.map((percent) => compareLatency(blocks, percent, maxSlowdown).verdict),
    compareFailures(blocks).verdict,
  ];
  return verdicts.includes('fail') || !verdicts.includes('inconclusive');
}
