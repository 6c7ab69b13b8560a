import { amount } from '../../domain/amount.js';
import type { Distribution, LoadResult, PhaseResult } from '../../ports/load-generator.js';
import { parseThreshold } from './threshold.js';

/** Above any of these the generator has measured itself. The send lag counts into the latencies: see `lagLimit`. */
const limits = { cpu: 0.9, lagMs: 50, unsent: 0.005 } as const;

/** Phases with fewer requests say nothing about Little's law; nor do those with less than one in flight. */
const littleRequests = 200;

/** What the clocks and the histogram's buckets may add to what the ends of a phase explain. */
const littleShare = 0.05;

/** Milliseconds that the `most` longest of these took together: more than any other so many of them. */
function longest(distributions: readonly Distribution[], most: number): number {
  const slowestFirst = distributions.flatMap(({ buckets }) => buckets).toSorted(([a], [b]) => b - a);
  let [sum, left] = [0, most];
  for (const [value, count] of slowestFirst) {
    if (left <= 0) break;
    sum += value * Math.min(left, count);
    left -= count;
  }
  return sum;
}

/**
 * Little's law over a stretch of time, which needs no stationary rate: requests in flight, summed over the phase, are the
 * service times of its requests, but for what those without an answer at its end still took after it, and what those from
 * before it took within it. Both are bounded by the longest services. Gives how far off throughput × service time the
 * count is where neither explains it.
 */
function little(
  { tally, durationMs, service, meanInFlight, unanswered }: PhaseResult,
  before: readonly PhaseResult[],
): number | null {
  const answered = tally.good + tally.bad;
  if (answered < littleRequests || meanInFlight < 1) return null;
  const [counted, expected] = [meanInFlight * durationMs, answered * service.mean];
  const least = expected - longest([service], unanswered.atEnd);
  const earlier = before.map((phase) => phase.service);
  const most = expected + longest(earlier, unanswered.atStart);
  if (counted >= least * (1 - littleShare) && counted <= most * (1 + littleShare)) return null;
  return Math.abs(counted - expected) / counted;
}

/**
 * A quarter of the tightest latency threshold, at least 50 ms. Latencies are counted from the intended time to when the
 * answer is read, so a late sending and a late reading make them longer and never shorter: what passes in spite of it
 * passes. A larger lag says that the generator cannot keep up.
 */
function lagLimit(thresholds: readonly string[]): number {
  const latencies = thresholds
    .map(parseThreshold)
    .filter(({ measure }) => measure.of !== 'error_rate' && measure.of !== 'rps')
    .map(({ limit }) => limit);
  return latencies.length === 0 ? limits.lagMs : Math.max(limits.lagMs, Math.min(...latencies) / 4);
}

/** What is wrong with the generator's own measurement; empty where it is sound. */
export function generatorFaults(load: LoadResult | null, thresholds: readonly string[]): readonly string[] {
  return load === null ? ['the generator gave no result'] : faultsOf(load, thresholds);
}

function faultsOf({ health, phases }: LoadResult, thresholds: readonly string[]): readonly string[] {
  const found: string[] = [];
  const { cpu, sendLagP99Ms, eventLoopDelayP99Ms } = health;
  if (cpu > limits.cpu) found.push(`the generator used ${(100 * cpu).toFixed(0)} % of its core`);
  const lag = lagLimit(thresholds);
  if (sendLagP99Ms > lag)
    found.push(`requests left ${sendLagP99Ms.toFixed(0)} ms late (p99), over ${lag.toFixed(0)} ms`);
  if (eventLoopDelayP99Ms > lag)
    found.push(`its event loop was ${eventLoopDelayP99Ms.toFixed(0)} ms late (p99), over ${lag.toFixed(0)} ms`);
  for (const [index, phase] of phases.entries()) {
    const { scheduled, sent, shed } = phase.tally;
    const unsent = scheduled - shed - sent;
    if (unsent > limits.unsent * scheduled)
      found.push(`${unsent} of ${amount(scheduled, 'request')} of ${phase.name} were never sent`);
    const off = little(phase, phases.slice(0, index));
    if (off !== null)
      found.push(`${phase.name}: in-flight requests are ${(100 * off).toFixed(0)} % off throughput × service time`);
  }
  return found;
}
