import type { Note } from '../../domain/evidence.js';
import type { EventRecord } from './event.js';
import type { Judgement } from './finding.js';
import type { RedisSpec } from './spec.js';

/** What is said of the application's client: judged where it has options of its own, advised about where it has none. */
export interface ClientReport {
  readonly judgements: readonly Judgement[];
  readonly notes: readonly Note[];
}

const base = {
  check: 'client-keeps-acks',
  claim: "the application's client, with its own options, loses no acknowledged write that raw connections keep",
  requirement: 'horizontal-scaling' as const,
};

/**
 * Writes that the application's client was told were kept, and that are gone, in events in which raw connections lost
 * none. A command without a time limit waits in the socket of a node that hangs; when the node comes back it answers
 * before it learns that a replica has taken its place, and then throws the write away.
 */
export function clientLosses(spec: RedisSpec, events: readonly EventRecord[]): ClientReport {
  const comparable = events.filter(({ load }) => load.lost.acked > 0 && load.lost.lost + load.lost.unread === 0);
  const acked = comparable.reduce((sum, { load }) => sum + load.lostApp.acked, 0);
  const hurt = comparable.filter(({ load }) => load.lostApp.lost > 0);
  const told = hurt.map(lossOf).join('; ');
  const own = Object.keys(spec.appOptions).length > 0;
  if (!own)
    return {
      judgements: [],
      notes: hurt.length === 0 ? [] : [{ kind: 'advice', text: `with ioredis' defaults ${told}. ${changeOf(spec)}` }],
    };
  if (comparable.length === 0) return { judgements: [], notes: [] };
  return { judgements: [judge(acked, told, changeOf(spec))], notes: [] };
}

function judge(acked: number, told: string, remedy: string): Judgement {
  if (told !== '')
    return { ...base, verdict: 'fail', observed: told, findings: [{ message: `client fault: ${told}`, remedy }] };
  if (acked === 0)
    return { ...base, verdict: 'inconclusive', observed: 'nothing was acknowledged to it', findings: [] };
  return { ...base, verdict: 'pass', observed: `0 of ${acked} acknowledged writes lost`, findings: [] };
}

function lossOf({ behaviour, target, load: { lost, lostApp } }: EventRecord): string {
  const over = (lostApp.windowMs / 1000).toFixed(2);
  return `a ${behaviour} of ${target} lost ${lostApp.lost} of ${lostApp.acked} writes acknowledged to the application's client, over ${over} s, and 0 of ${lost.acked} acknowledged to raw connections, which give a command up`;
}

function changeOf({ appOptions, nodeTimeoutMs }: RedisSpec): string {
  return appOptions['commandTimeout'] === undefined
    ? `Set commandTimeout below cluster-node-timeout (${nodeTimeoutMs} ms), or write with WAIT 1 what must not be lost.`
    : 'Write with WAIT 1 what must not be lost.';
}
