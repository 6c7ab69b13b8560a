import type { Verdict } from '../../../domain/verdict.js';
import type { LoadResult, PhaseResult } from '../../../ports/load-generator.js';
import { parseThreshold } from '../threshold.js';
import type { Claim } from './claim.js';

/** Above any of these the generator has measured itself. The send lag counts into the latencies: see `lagLimit`. */
const limits = { cpu: 0.9, sendLagMs: 50, eventLoopMs: 50, unsent: 0.005 } as const;

/** Phases with fewer requests say nothing about Little's law. */
const littleRequests = 200;

/** In-flight requests as counted, over throughput × mean service time: 1 in a sound measurement. */
function little({ tally, durationMs, service, meanInFlight }: PhaseResult): { off: number; allowed: number } | null {
  const answered = tally.good + tally.bad;
  const expected = (answered / durationMs) * service.mean;
  if (answered < littleRequests || meanInFlight < 1) return null;
  // What is in flight at either end is counted once in time, and not in requests.
  return { off: Math.abs(meanInFlight - expected) / meanInFlight, allowed: 0.05 + (2 * meanInFlight) / answered };
}

/**
 * A quarter of the tightest latency threshold, at least 50 ms. Latencies are counted from the intended time, so a lag makes
 * them longer and never shorter: what passes in spite of it passes. A larger one says that the generator cannot keep up.
 */
function lagLimit(thresholds: readonly string[]): number {
  const latencies = thresholds
    .map(parseThreshold)
    .filter(({ measure }) => measure.of !== 'error_rate' && measure.of !== 'rps')
    .map(({ limit }) => limit);
  return latencies.length === 0 ? limits.sendLagMs : Math.max(limits.sendLagMs, Math.min(...latencies) / 4);
}

function faults({ health, phases }: LoadResult, thresholds: readonly string[]): readonly string[] {
  const found: string[] = [];
  const { cpu, sendLagP99Ms, eventLoopDelayP99Ms } = health;
  if (cpu > limits.cpu) found.push(`the generator used ${(100 * cpu).toFixed(0)} % of its core`);
  const lag = lagLimit(thresholds);
  if (sendLagP99Ms > lag)
    found.push(`requests left ${sendLagP99Ms.toFixed(0)} ms late (p99), over ${lag.toFixed(0)} ms`);
  if (eventLoopDelayP99Ms > limits.eventLoopMs)
    found.push(`its event loop was ${eventLoopDelayP99Ms.toFixed(0)} ms late (p99)`);
  for (const phase of phases) {
    const { scheduled, sent, shed } = phase.tally;
    const unsent = scheduled - shed - sent;
    if (unsent > limits.unsent * scheduled)
      found.push(`${unsent} of ${scheduled} requests of ${phase.name} were never sent`);
    const law = little(phase);
    if (law !== null && law.off > law.allowed) {
      found.push(`${phase.name}: in-flight requests are ${(100 * law.off).toFixed(0)} % off throughput × service time`);
    }
  }
  return found;
}

export const generatorSound: Claim = ({ load, marks }, { thresholds }) => {
  if (!marks.some(({ phase }) => phase === 'warm-up')) return [];
  const found = load === null ? ['the generator gave no result'] : faults(load, thresholds);
  const health = load?.health;
  return [
    {
      claim: 'the generator sent what its schedule said, when it said so',
      requirement: 'horizontal-scaling',
      verdict: found.length === 0 ? 'pass' : 'inconclusive',
      observed:
        found.length > 0
          ? found.join('; ')
          : `send lag p99 ${health?.sendLagP99Ms.toFixed(1)} ms, event loop p99 ${health?.eventLoopDelayP99Ms.toFixed(1)} ms, ${(100 * (health?.cpu ?? 0)).toFixed(0)} % of a core`,
      source: "the generator's own measurements",
      ...(found.length === 0 ? {} : { remedy: 'Give the machine more CPU, or lower the rate.' }),
    },
  ];
};

/** Broken off by answers that failed is the service's fault; by anything else it is nobody's proof. */
function verdictOfEnd({ ended, phases }: LoadResult, went: boolean): Verdict {
  const good = phases.reduce((sum, { tally }) => sum + tally.good, 0);
  const bad = phases.reduce((sum, { tally }) => sum + tally.bad + tally.shed, 0);
  if (ended.startsWith('abort:')) return 'fail';
  if (good === 0) return bad > 0 ? 'fail' : 'inconclusive';
  return ended === 'stopped' && went ? 'pass' : 'inconclusive';
}

export const loadArrived: Claim = ({ load, halt, marks }) => {
  if (!marks.some(({ phase }) => phase === 'warm-up')) return [];
  const went = halt === null;
  const verdict: Verdict = load === null ? 'inconclusive' : verdictOfEnd(load, went);
  const outcomes = new Map<string, number>();
  for (const { tally } of load?.phases ?? []) {
    for (const [outcome, count] of Object.entries(tally.outcomes))
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + count);
  }
  const answers = [...outcomes].map(([outcome, count]) => `${count} × ${outcome}`).join(', ') || 'no answer at all';
  return [
    {
      claim: 'the load was sent to its end, and the service answered it',
      requirement: 'routing',
      verdict,
      observed: `${answers}; ended: ${halt?.why ?? load?.ended ?? 'without a result'}`,
      source: 'answers to the generator',
      ...(verdict === 'pass' ? {} : { remedy: "Ask the path by hand through the ingress, and read the pods' logs." }),
    },
  ];
};
