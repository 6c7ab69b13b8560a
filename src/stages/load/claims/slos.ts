import { amount } from '../../../domain/amount.js';
import type { LoadResult, PhaseResult, Tally } from '../../../ports/load-generator.js';
import { judgeThreshold, type SloResult } from '../slo.js';
import { parseThreshold } from '../threshold.js';
import type { Claim } from './claim.js';
import { isAnswered } from './generator.js';

function addCounts(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Record<string, number> {
  const sum = { ...a };
  for (const [key, count] of Object.entries(b)) sum[key] = (sum[key] ?? 0) + count;
  return sum;
}

function addTally(a: Tally, b: Tally): Tally {
  return {
    scheduled: a.scheduled + b.scheduled,
    sent: a.sent + b.sent,
    good: a.good + b.good,
    bad: a.bad + b.bad,
    shed: a.shed + b.shed,
    late: a.late + b.late,
    retried: a.retried + b.retried,
    bytes: a.bytes + b.bytes,
    outcomes: addCounts(a.outcomes, b.outcomes),
    byPod: addCounts(a.byPod, b.byPod),
  };
}

function addDistribution(a: PhaseResult['latency'], b: PhaseResult['latency']): PhaseResult['latency'] {
  if (a.count === 0 || b.count === 0) return a.count === 0 ? b : a;
  const count = a.count + b.count;
  const buckets = new Map(a.buckets);
  for (const [value, times] of b.buckets) buckets.set(value, (buckets.get(value) ?? 0) + times);
  return {
    count,
    min: Math.min(a.min, b.min),
    max: Math.max(a.max, b.max),
    mean: (a.mean * a.count + b.mean * b.count) / count,
    precision: Math.max(a.precision, b.precision),
    buckets: [...buckets].toSorted(([x], [y]) => x - y),
  };
}

function joinedPair(a: PhaseResult, b: PhaseResult): PhaseResult {
  const durationMs = a.durationMs + b.durationMs;
  return {
    name: a.name,
    profile: b.profile,
    startedAt: a.startedAt,
    durationMs,
    tally: addTally(a.tally, b.tally),
    latency: addDistribution(a.latency, b.latency),
    service: addDistribution(a.service, b.service),
    meanInFlight: (a.meanInFlight * a.durationMs + b.meanInFlight * b.durationMs) / durationMs,
    unanswered: { atStart: a.unanswered.atStart, atEnd: b.unanswered.atEnd },
  };
}

/** Phases of one name as one: the rate may have been mended on the way up. */
function joined(phases: readonly PhaseResult[]): PhaseResult | null {
  let whole: PhaseResult | null = null;
  for (const phase of phases) whole = whole === null ? phase : joinedPair(whole, phase);
  return whole;
}

/** Each threshold over each stretch of the load that it is about. */
export function slosOf(load: LoadResult | null, thresholds: readonly string[]): readonly SloResult[] {
  const spans = (['scaling', 'steady'] as const).flatMap((span) => {
    const phase = joined((load?.phases ?? []).filter(({ name }) => name === span));
    return phase === null ? [] : [{ span, phase }];
  });
  return thresholds
    .map(parseThreshold)
    .flatMap((threshold) =>
      spans
        .filter(({ span }) => threshold.span === 'each' || threshold.span === span)
        .map(({ phase }) => judgeThreshold(threshold, phase)),
    );
}

function shown(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(4))) : 'unknown';
}

/** A generator that lagged has made latencies longer and requests time out: it can show that a limit is kept, not that it is missed. */
function doubted(result: SloResult, load: LoadResult | null): SloResult {
  const phases = (load?.phases ?? []).filter(({ name }) => name === result.phase);
  const own = result.threshold.includes('error_rate') && isAnswered(phases.map(({ tally }) => tally));
  return result.verdict === 'fail' && !own ? { ...result, verdict: 'inconclusive' } : result;
}

export const slosHeld: Claim = ({ load, marks }, { thresholds }, { doubts }) => {
  if (thresholds.length === 0 || !marks.some(({ phase }) => phase === 'warm-up')) return [];
  const measured = slosOf(load, thresholds);
  const results = doubts.length === 0 ? measured : measured.map((result) => doubted(result, load));
  const missing = thresholds.filter((text) => !results.some(({ threshold }) => threshold === text.trim()));
  return [
    ...results.map(({ threshold, phase, verdict, value, interval, samples }, index) => ({
      claim: `${threshold} while ${phase}`,
      requirement: 'horizontal-scaling' as const,
      verdict,
      observed: `${shown(value)}, between ${shown(interval.low)} and ${shown(interval.high)} with 95 % confidence; ${amount(samples, 'request')}${measured[index]?.verdict === verdict ? '' : `; but the machine could not keep up: ${doubts.join('; ')}`}`,
      source: 'latency from the intended time, milliseconds',
      ...(verdict === 'pass' ? {} : { remedy: remedyOf(verdict) }),
    })),
    ...missing.map((text) => ({
      claim: `${text.trim()} under load`,
      requirement: 'horizontal-scaling' as const,
      verdict: 'inconclusive' as const,
      observed: 'there was no such phase',
      source: 'the load generator',
      remedy: 'Run again once the load can be sent.',
    })),
  ];
};

function remedyOf(verdict: 'fail' | 'inconclusive'): string {
  return verdict === 'fail'
    ? 'Look at the slowest answers and the CPU limit; or write the threshold for the steady phase alone.'
    : 'Give the load more time or a higher rate: the measured interval spans the limit.';
}
