import type { Note } from '../../domain/evidence.js';
import { type ClientReport, clientLosses } from './client-losses.js';
import type { EventRecord } from './event.js';
import type { Judgement } from './finding.js';
import type { RedisSpec } from './spec.js';

/** What ioredis does when nothing is said (lib/cluster/ClusterOptions.ts). */
const defaults = { maxRedirections: 16, retryDelayOnFailover: 100, retryDelayOnClusterDown: 100 } as const;

interface Patience {
  readonly redirections: number;
  readonly delayMs: number;
  /** Milliseconds for which the client goes on trying one command. */
  readonly ms: number;
}

function patienceOf({ appOptions }: RedisSpec): Patience {
  const number = (key: keyof typeof defaults): number =>
    typeof appOptions[key] === 'number' ? (appOptions[key] as number) : defaults[key];
  const redirections = number('maxRedirections');
  const delayMs = Math.min(number('retryDelayOnFailover'), number('retryDelayOnClusterDown'));
  return { redirections, delayMs, ms: redirections * delayMs };
}

/** What the events did to the application's client: whether it rode them out, and whether it kept what it acknowledged. */
export function clientReport(spec: RedisSpec, events: readonly EventRecord[]): ClientReport {
  const [ridden, kept] = [ridingOut(spec, events), clientLosses(spec, events)];
  return { judgements: [...ridden.judgements, ...kept.judgements], notes: [...ridden.notes, ...kept.notes] };
}

const base = {
  check: 'client-rides-it-out',
  claim: "the application's client, with its own options, rides out what the servers recover from",
  requirement: 'horizontal-scaling' as const,
};

/**
 * Commands that failed for users although the servers came back: raw connections say how long the slots were not
 * served, the application's client says what users saw of it. A client that gives up sooner is the one to change.
 */
function ridingOut(spec: RedisSpec, events: readonly EventRecord[]): ClientReport {
  if (events.length === 0) return { judgements: [], notes: [] };
  const own = Object.keys(spec.appOptions).length > 0;
  const sent = events.reduce((sum, { load }) => sum + load.app.sent, 0);
  const hurt = events.filter(({ load }) => load.app.failed > 0);
  const gap = Math.max(...events.map(({ load }) => load.hitGapMs));
  const patience = patienceOf(spec);
  const told = impatience(patience, hurt, sent, gap);
  // Without a delay no number of tries would do.
  const delayMs = patience.delayMs > 0 ? patience.delayMs : defaults.retryDelayOnFailover;
  const change = `Set maxRedirections ${Math.ceil((gap * 1.5) / delayMs)} at retryDelayOnFailover and retryDelayOnClusterDown ${delayMs}, or more.`;
  if (hurt.length > 0 && !own)
    return { judgements: [], notes: [{ kind: 'advice', text: `with ioredis' defaults ${told}. ${change}` }] };
  if (hurt.length > 0) {
    const findings = [{ message: `client fault: ${told}`, remedy: change }];
    return { judgements: [{ ...base, verdict: 'fail', observed: told, findings }], notes: [] };
  }
  return { judgements: [unhurt(sent, gap)], notes: [] };
}

function impatience(patience: Patience, hurt: readonly EventRecord[], sent: number, gap: number): string {
  const failed = hurt.reduce((sum, { load }) => sum + load.app.failed, 0);
  const where = hurt.map(({ behaviour, load }) => `${load.app.failed} in ${behaviour}`).join(', ');
  return `${failed} of ${sent} commands of the application's client failed (${where}): it tries for ${patience.ms} ms (${patience.redirections} × ${patience.delayMs} ms), slots were not served for up to ${gap} ms`;
}

function unhurt(sent: number, gap: number): Judgement {
  if (sent > 0) {
    const observed = `0 of ${sent} commands failed while slots were not served for up to ${gap} ms`;
    return { ...base, verdict: 'pass', observed, findings: [] };
  }
  const remedy = 'Look at its options: it may not be able to connect.';
  return { ...base, verdict: 'inconclusive', observed: 'it sent nothing', findings: [], remedy };
}

/** Advice out of the run's own numbers. */
export function adviceFrom(events: readonly EventRecord[]): readonly Note[] {
  const of = (behaviour: string): EventRecord | undefined => events.find((event) => event.behaviour === behaviour);
  const [planned, terminate] = [of('planned-failover'), of('terminate')];
  const advice: string[] = [];
  if (planned !== undefined && terminate !== undefined && terminate.load.hitGapMs > planned.load.hitGapMs * 5 + 500) {
    advice.push(
      `deleting ${terminate.target} stopped its shard's writes for ${seconds(terminate.load.hitGapMs)}, a planned failover for ${seconds(planned.load.hitGapMs)}: run CLUSTER FAILOVER on a replica before a primary stops (preStop)`,
    );
  }
  for (const { behaviour, target, load } of [of('partition'), of('hang')].flatMap((event) => event ?? [])) {
    const { lost, lostWaited } = load;
    if (lost.lost === 0) continue;
    advice.push(
      `a ${behaviour} of ${target} lost ${lost.lost} of ${lost.acked} acknowledged plain writes over ${seconds(lost.windowMs)}, and ${lostWaited.lost} of ${lostWaited.acked} written with WAIT 1: write with WAIT 1 what must not be lost, or set min-replicas-to-write 1 to shorten the window`,
    );
  }
  const stalled = events
    .filter(({ load }) => load.collateralMs > 500)
    .toSorted((a, b) => b.load.collateralMs - a.load.collateralMs)[0];
  if (stalled !== undefined)
    advice.push(
      `${stalled.behaviour} of ${stalled.target} stopped the other shards for ${seconds(stalled.load.collateralMs)}: cluster-require-full-coverage no keeps them going, except while a majority changes`,
    );
  return advice.map((text) => ({ kind: 'advice', text }));
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
