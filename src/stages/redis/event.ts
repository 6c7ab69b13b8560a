import { amount } from '../../domain/amount.js';
import type { Judgement } from './finding.js';
import type { RedisBudgets } from './spec.js';
import { type Blackout, blackoutRemedy, describeBlackout, mayExplain, mayHide } from './standstill.js';
import type { LoadResult } from './under-load.js';

/** One thing that was done to the cluster under load, and what it cost. */
export interface EventRecord {
  readonly behaviour: string;
  /** Node it was done to. */
  readonly target: string;
  readonly promoted?: string;
  /** Milliseconds until another node owned the target's slots; undefined where none did, or none had to. */
  readonly promoteMs?: number;
  /** Milliseconds until the cluster was sound again with all its nodes; undefined: not within the time. */
  readonly soundAfterMs?: number;
  readonly load: LoadResult;
}

/** What an event may cost; `undefined` is not judged, only reported. */
export interface EventLimits {
  readonly promoteMs: number | undefined;
  readonly lostAcks: number | undefined;
  readonly lostWaitedAcks: number | undefined;
  readonly errorWindowMs: number | undefined;
  readonly collateralMs: number | undefined;
  readonly ttlDriftMs: number | undefined;
}

export function limitsOf(budgets: RedisBudgets, planned: boolean): EventLimits {
  return {
    promoteMs: planned ? budgets.maxPlannedFailoverMs : budgets.maxFailoverMs,
    lostAcks: budgets.maxLostAcks,
    lostWaitedAcks: budgets.maxLostWaitedAcks,
    errorWindowMs: planned ? budgets.maxPlannedFailoverMs : budgets.maxErrorWindowMs,
    collateralMs: budgets.maxCollateralMs,
    ttlDriftMs: budgets.maxTtlDriftMs,
  };
}

/** One number of an event, its budget, and the samples that it is out of. */
interface Cost {
  readonly name: string;
  readonly claim: string;
  readonly value: number | undefined;
  readonly limit: number | undefined;
  readonly unit: 'ms' | 'writes';
  readonly samples: number;
}

/** Compares what an event cost with what it may cost. */
export function judgeEvent(event: EventRecord, limits: EventLimits): readonly Judgement[] {
  const rows = costsOf(event, limits).map((cost) => row(event, cost));
  return [...rows, recovery(event)].flatMap((judgement) => judgement ?? []);
}

function costsOf({ promoteMs, load }: EventRecord, limits: EventLimits): readonly Cost[] {
  const { lost, lostWaited, plain, collateralMs } = load;
  return [
    {
      name: 'promoted',
      claim: 'its slots are served again in time, by a replica or by itself started again',
      ...{ value: promoteMs, limit: limits.promoteMs, unit: 'ms', samples: 1 },
    },
    {
      name: 'lost-acks',
      claim: 'no acknowledged session is lost',
      ...{ value: lost.lost + lost.unread, limit: limits.lostAcks, unit: 'writes', samples: lost.acked },
    },
    {
      name: 'lost-waited-acks',
      claim: 'no session acknowledged with WAIT 1 is lost',
      value: lostWaited.lost + lostWaited.unread,
      ...{ limit: limits.lostWaitedAcks, unit: 'writes', samples: lostWaited.acked },
    },
    {
      name: 'error-window',
      claim: 'writes fail for no longer than allowed',
      ...{ value: plain.errorWindowMs, limit: limits.errorWindowMs, unit: 'ms', samples: plain.sent },
    },
    {
      name: 'collateral',
      claim: 'the other shards go on',
      ...{ value: collateralMs, limit: limits.collateralMs, unit: 'ms', samples: plain.acked },
    },
    {
      name: 'ttl-drift',
      claim: 'sessions keep their expiry',
      ...{ value: lost.ttlDriftMs, limit: limits.ttlDriftMs, unit: 'ms', samples: lost.acked },
    },
  ];
}

const remedies: Readonly<Record<string, string>> = {
  promoted: 'Shorten cluster-node-timeout, or raise the budget; look at the log of the replicas.',
  'lost-acks': 'Write what must not be lost with WAIT 1, or set min-replicas-to-write 1.',
  'lost-waited-acks': 'Look at the replicas: an acknowledged copy was not on the one that was promoted.',
  'error-window': 'Fail over before a node stops (preStop), or shorten cluster-node-timeout.',
  collateral: 'Set cluster-require-full-coverage no, so that one lost shard does not stop the others.',
  'ttl-drift': 'Look at the clocks of the machines.',
};

/** One measured number beside its budget. A number out of no samples says nothing. */
function row(event: EventRecord, { name, claim, value, limit, unit, samples }: Cost): Judgement | undefined {
  if (limit === undefined) return undefined;
  const base = {
    check: `${event.behaviour}-${name}`,
    claim: `${event.behaviour} of ${event.target}: ${claim}`,
    requirement: 'horizontal-scaling' as const,
  };
  if (samples === 0) {
    return {
      ...base,
      verdict: 'inconclusive',
      observed: 'no write was answered, so nothing can be said',
      findings: [],
      remedy: 'Look at the probe: it could not write before the event.',
    };
  }
  const of = unit === 'writes' ? ` of ${samples} acknowledged` : '';
  const seen =
    value === undefined
      ? `not seen within ${limit} ${unit}`
      : `${unit === 'writes' ? amount(value, 'write') : `${value} ${unit}`}${of}, ${limit} allowed`;
  const kept = value !== undefined && value <= limit;
  const blackout = unit === 'ms' ? blinding(event, name, value, limit) : undefined;
  if (blackout !== undefined) return unclear(base, `${seen}, but ${describeBlackout(blackout)}`);
  if (kept) return { ...base, verdict: 'pass', observed: seen, findings: [] };
  return {
    ...base,
    verdict: 'fail',
    observed: seen,
    findings: [
      { node: event.target, message: `${event.behaviour} of ${event.target}: ${seen}`, remedy: remedies[name] ?? '' },
    ],
  };
}

/** The observer's standing still, where it may be the reason for a miss or may have hidden one. */
function blinding(
  { load: { blackout } }: EventRecord,
  name: string,
  value: number | undefined,
  limit: number,
): Blackout | undefined {
  if (value === undefined || value > limit) return mayExplain(blackout, value, limit) ? blackout : undefined;
  // Writes that nobody sent could not fail; the other times are seen late, so never too short.
  return name === 'error-window' && mayHide(blackout, value, limit) ? blackout : undefined;
}

function unclear(base: Pick<Judgement, 'check' | 'claim' | 'requirement'>, observed: string): Judgement {
  return { ...base, verdict: 'inconclusive', observed, findings: [], remedy: blackoutRemedy };
}

function recovery({ behaviour, target, soundAfterMs, load: { blackout } }: EventRecord): Judgement {
  const base = {
    check: `${behaviour}-recovered`,
    claim: `after ${behaviour} of ${target} the cluster is sound again`,
    requirement: 'horizontal-scaling' as const,
  };
  if (soundAfterMs !== undefined)
    return { ...base, verdict: 'pass', observed: `sound after ${soundAfterMs} ms`, findings: [] };
  if (blackout !== undefined && mayExplain(blackout, undefined, 0))
    return unclear(base, `not sound within the time, but ${describeBlackout(blackout)}`);
  return {
    ...base,
    verdict: 'fail',
    observed: 'not sound within the time',
    findings: [
      {
        node: target,
        message: `after ${behaviour} of ${target} the cluster did not become sound`,
        remedy: 'Look at CLUSTER NODES of each node.',
      },
    ],
  };
}
