import { amount } from '../../../domain/amount.js';
import { GateError } from '../../../domain/error.js';
import type { Evidence, Note } from '../../../domain/evidence.js';
import type { StageContext } from '../../../domain/stage.js';
import { markOf, type Recording, readyPods, rowsWithin } from '../recording.js';
import type { LoadPorts, LoadSpec } from '../spec.js';
import { duel } from './duel.js';
import { compareFailures, compareLatency, mostLooks, percents } from './judgement.js';
import type { ComparisonRecord, ComparisonSpec } from './spec.js';
import { rest, stand } from './stand.js';

/** What of the load of a pod that was proven a copy's pod gets: away from where queues begin to tell. */
const shareOfProven = 0.8;

type Judged = Omit<Evidence, 'at'>;

export interface Compared {
  readonly record: ComparisonRecord | null;
  readonly evidence: readonly Judged[];
  readonly notes: readonly Note[];
}

const source = 'two copies of the service without autoscaler, loaded in turn at the same rate, A B B A';

/** Requests a second that one pod served when the proof had come to rest. */
function provenRate(recording: Recording): number | null {
  const steady = markOf(recording, 'steady');
  const phase = recording.load?.phases.findLast(({ name }) => name === 'steady');
  if (steady === undefined || phase === undefined || phase.durationMs === 0) return null;
  const pods = rowsWithin(recording, steady.from, steady.to).at(-1);
  const ready = pods === undefined ? 0 : readyPods(pods).length;
  return ready === 0 || phase.tally.good === 0 ? null : (1000 * phase.tally.good) / phase.durationMs / ready;
}

/** Holds the service against its baseline, after the proof; nothing where none was given. */
export async function compare(
  recording: Recording,
  spec: LoadSpec,
  ports: LoadPorts,
  context: StageContext,
): Promise<Compared> {
  const { comparison } = spec;
  if (comparison == null || ports.copies === undefined) return { record: null, evidence: [], notes: [] };
  const perPod = recording.halt === null ? provenRate(recording) : null;
  if (perPod === null) return untold(recording.halt?.why ?? 'the load did not come to rest, so no rate is known');
  const rate = perPod * comparison.replicas * shareOfProven;
  const { deployment } = ports.copies;
  try {
    const why = await stand(comparison, spec, comparison.probe, { ...ports, ...ports.copies }, context);
    if (why !== null) return untold(why);
    ports.log.info(`baseline: ${rate.toFixed(1)} requests a second to each copy in turn`);
    return judgeRecord(await duel(comparison, spec, rate, ports, context), comparison);
  } finally {
    if (!context.signal.aborted)
      await rest(comparison, spec.target.namespace, deployment, context.signal).catch(isTold);
  }
}

/** Copies that cannot be put to rest change nothing about what was measured. */
function isTold(error: unknown): void {
  if (!(error instanceof GateError)) throw error;
}

function untold(why: string): Compared {
  const evidence: Judged = {
    claim: 'baseline and candidate were measured beside each other',
    requirement: 'horizontal-scaling',
    verdict: 'inconclusive',
    observed: why,
    source,
    remedy: 'See to it that both versions start beside the service, then run again.',
  };
  return { record: null, evidence: [evidence], notes: [] };
}

/** Judges what was measured. The same record gives the same verdicts, whenever it is judged. */
export function judgeRecord(record: ComparisonRecord, comparison: ComparisonSpec): Compared {
  const { baseline, candidate } = comparison.copies;
  const { blocks, rate, blockSeconds, looks, halt } = record;
  const text = `baseline ${baseline.images.join(', ')} and candidate ${candidate.images.join(', ')}: ${amount(blocks.length, 'block')} of ${blockSeconds} s in turn at ${rate.toFixed(1)} requests a second, ${looks} of ${amount(mostLooks, 'look')}`;
  if (halt !== null || blocks.length === 0) return { ...untold(halt ?? 'no block was measured'), record };
  const evidence = [
    ...percents.map((percent) => latencyClaim(record, comparison, percent)),
    failureClaim(record, comparison),
  ];
  return { record, evidence: evidence.map((one) => doubted(one, record)), notes: [{ kind: 'measured', text }] };
}

/** Both suffer of a machine that is too slow, but not always in the same blocks. */
function doubted(judged: Judged, { faults }: ComparisonRecord): Judged {
  if (judged.verdict !== 'fail' || faults.length === 0) return judged;
  return { ...judged, verdict: 'inconclusive', observed: `${judged.observed}; but ${[...new Set(faults)].join('; ')}` };
}

const percentOf = (ratio: number): string =>
  Number.isFinite(ratio) ? `${(100 * (ratio - 1)).toFixed(1)} %` : 'unknown';

function latencyClaim({ blocks }: ComparisonRecord, { maxSlowdown }: ComparisonSpec, percent: number): Judged {
  const { baselineMs, candidateMs, ratio, tolerated, verdict } = compareLatency(blocks, percent, maxSlowdown);
  const name = percent === 50 ? 'the median latency' : `p(${percent})`;
  return {
    claim: `${name} is not more than ${(100 * maxSlowdown).toFixed(0)} % above the baseline's`,
    requirement: 'horizontal-scaling',
    verdict,
    observed: `${candidateMs.toFixed(2)} ms, baseline ${baselineMs.toFixed(2)} ms: ${percentOf(ratio.estimate)} slower, between ${percentOf(ratio.low)} and ${percentOf(ratio.high)} (${amount(ratio.pairs, 'pair')}; up to ${percentOf(tolerated)} is tolerated)`,
    source: `${source}; Hodges–Lehmann shift of the logarithms, interval of Wilcoxon's signed ranks`,
    ...(verdict === 'pass' ? {} : { remedy: remedyOf(verdict) }),
  };
}

function failureClaim({ blocks }: ComparisonRecord, _: ComparisonSpec): Judged {
  const { baseline, candidate, difference, tolerated, verdict } = compareFailures(blocks);
  const share = (part: number): string => `${(100 * part).toFixed(2)} %`;
  return {
    claim: 'it does not fail more often than the baseline',
    requirement: 'horizontal-scaling',
    verdict,
    observed: `${candidate.failed} of ${amount(candidate.all, 'request')} failed, of the baseline's ${baseline.failed} of ${baseline.all}: the difference is between ${share(difference.low)} and ${share(difference.high)} (up to ${share(tolerated)} is tolerated)`,
    source: `${source}; Newcombe's interval of two shares`,
    ...(verdict === 'pass' ? {} : { remedy: remedyOf(verdict) }),
  };
}

function remedyOf(verdict: 'fail' | 'inconclusive'): string {
  return verdict === 'fail'
    ? 'Look at what the change does per request; raise load.max-slowdown if that is its price.'
    : 'Run again on a quieter machine, or raise load.max-slowdown: the interval spans what is tolerated.';
}
