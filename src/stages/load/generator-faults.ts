import type { LoadResult, PhaseResult } from '../../ports/load-generator.js';
import { parseThreshold } from './threshold.js';

/** Above any of these the generator has measured itself. The send lag counts into the latencies: see `lagLimit`. */
const limits = { cpu: 0.9, lagMs: 50, unsent: 0.005 } as const;

/** Phases with fewer requests say nothing about Little's law. */
const littleRequests = 200;

/** Nor do phases that are not much longer than an answer takes: a stall at their end is in the answers, and not in the phase. */
const littleTimes = 20;

/** In-flight requests as counted, over throughput × mean service time: 1 in a sound measurement. */
function little({ tally, durationMs, service, meanInFlight }: PhaseResult): { off: number; allowed: number } | null {
  const answered = tally.good + tally.bad;
  const expected = (answered / durationMs) * service.mean;
  if (answered < littleRequests || meanInFlight < 1 || durationMs < littleTimes * service.mean) return null;
  // What is in flight at either end is counted once in time, and not in requests.
  return { off: Math.abs(meanInFlight - expected) / meanInFlight, allowed: 0.05 + (2 * meanInFlight) / answered };
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
  for (const phase of phases) {
    const { scheduled, sent, shed } = phase.tally;
    const unsent = scheduled - shed - sent;
    if (unsent > limits.unsent * scheduled)
      found.push(`${unsent} of ${scheduled} requests of ${phase.name} were never sent`);
    // The law holds for what is stationary: while the rate rises, requests queue at the end that nobody has counted as answered.
    const law = phase.name === 'scaling' ? null : little(phase);
    if (law !== null && law.off > law.allowed) {
      found.push(`${phase.name}: in-flight requests are ${(100 * law.off).toFixed(0)} % off throughput × service time`);
    }
  }
  return found;
}
