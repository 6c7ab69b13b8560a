import { amount } from '../../domain/amount.js';
import type { LoadSample } from '../../ports/redis-load.js';
import { awaitNodes } from './arrival.js';
import { describeFindings, type Judgement } from './finding.js';
import { form } from './formation.js';
import { losses } from './ledger.js';
import type { Conclusion } from './planned-failover.js';
import { restoreRoles, rolesOf } from './roles.js';
import type { Settling } from './settling.js';
import { selfOf } from './snapshot.js';
import { ANSWER_MS, settleBench, type Workbench } from './workbench.js';

const WRITE_FOR_MS = 1500;
const SESSION_SECONDS = 900;
/** So long it is given to find together by itself, before every pair is introduced again. */
const ALONE_MS = 5000;
/** And so long after each round of introductions, before replicas are told again whom to follow. */
const ROUND_MS = 3000;

/**
 * All nodes stop and come back with their data and other addresses. Nodes know each other by address, so they stay
 * strangers until someone introduces them; the heal is one MEET for each pair that has no link.
 */
export async function restartAll(bench: Workbench): Promise<Conclusion> {
  const { ground, clock, context, spec } = bench;
  const samples = await writeSessions(bench);
  const old = new Map(
    bench.hosted.map(({ name, incarnation, address, volume }) => [name, { incarnation, host: address?.host, volume }]),
  );
  const before = await rolesOf(bench);
  const begun = clock.monotonic();
  await ground.faults.restartAll(context.signal);
  const returned = await awaitNodes(bench, new Set([...old.values()].map(({ incarnation }) => incarnation)));
  if (returned.verdict !== 'pass') return { judgements: [{ ...returned, check: 'restart-all-returned' }], events: [] };
  const upMs = Math.round(clock.monotonic() - begun);
  const alone = await settleBench(bench, 0, ALONE_MS);
  const since = clock.monotonic();
  const healed = await heal(bench, alone, since);
  await restoreRoles(bench, before);
  const acked = samples.filter(({ outcome }) => outcome === 'acked').map(({ key }) => key);
  const lost = losses(samples, await ground.probe.load.readBack(acked), SESSION_SECONDS);
  return {
    events: [],
    judgements: [
      formedAgain(bench, old, upMs, healed, alone),
      kept(lost, spec.budgets.maxLostAcks, spec.budgets.maxTtlDriftMs),
      ownVolumes(bench, old),
    ],
  };
}

/** Sessions that are written for a while before anything is done to the nodes. */
async function writeSessions({ ground, clock, context, spec }: Workbench): Promise<readonly LoadSample[]> {
  const prefix = `sg:restart:${clock.now().toString(36)}:`;
  await ground.probe.load.start({
    client: 'raw',
    rate: spec.rate,
    ttlSeconds: SESSION_SECONDS,
    waitReplicas: 0,
    waitMs: 0,
    timeoutMs: ANSWER_MS,
    prefix,
    appOptions: {},
  });
  await clock.sleep(WRITE_FOR_MS, context.signal);
  return ground.probe.load.stop(prefix);
}

/** What was known of the nodes before they were restarted, by name. */
type Before = ReadonlyMap<string, { readonly host: string | undefined; readonly volume: string | undefined }>;

function formedAgain({ hosted }: Workbench, old: Before, upMs: number, healed: Healing, alone: Settling): Judgement {
  const moved = hosted.filter(({ name, address }) => old.get(name)?.host !== address?.host).length;
  return row(
    'restart-all-healed',
    'all nodes restarted with new addresses form the same cluster again',
    healed.settled.soundAfterMs !== undefined,
    `${hosted.length} nodes back after ${upMs} ms, ${moved} with another address; ${outcome(healed.settled, healing(alone, healed))}`,
    'Introduce the nodes again (CLUSTER MEET for each pair), or rewrite nodes.conf before the start.',
  );
}

function ownVolumes({ hosted }: Workbench, old: Before): Judgement {
  const strangers = hosted.filter(({ name, volume }) => volume !== old.get(name)?.volume);
  return row(
    'volumes-kept',
    'every node came back to its own volume',
    strangers.length === 0,
    strangers.length === 0
      ? `${hosted.length} volumes`
      : `${strangers.map(({ name }) => name).join(', ')} came back with another volume`,
    'Use a StatefulSet with volumeClaimTemplates, and keep the claims.',
  );
}

function healing(alone: Settling, { introductions, reattached }: Healing): string {
  if (alone.soundAfterMs !== undefined) return 'by themselves';
  return `after ${amount(introductions, 'introduction')} and ${amount(reattached, 'replica')} told again whom to follow`;
}

function outcome({ soundAfterMs, judgements }: Settling, how: string): string {
  if (soundAfterMs !== undefined) return `sound ${how} within ${soundAfterMs} ms`;
  return `not sound: ${describeFindings(judgements.flatMap(({ findings }) => findings))}`;
}

interface Healing {
  readonly settled: Settling;
  readonly introductions: number;
  readonly reattached: number;
}

/** Introduces those who have no link, and has replicas ask for their primary again, until the cluster is sound. */
async function heal(bench: Workbench, alone: Settling, since: number): Promise<Healing> {
  const { ground, clock, context, spec, addresses, hosted, topology } = bench;
  const members = hosted.map(({ name, machine }) => ({ name, machine }));
  let introductions = 0;
  let reattached = 0;
  let settled = alone;
  while (settled.soundAfterMs === undefined && clock.monotonic() - since < spec.timeoutSeconds * 1000) {
    const options = { topology, members, addresses, answerMs: ANSWER_MS, withinMs: ROUND_MS };
    const formation = await form(ground.probe.nodes, clock, options, context.signal);
    introductions += formation.commands['CLUSTER MEET'] ?? 0;
    settled = await settleBench(bench, 500, ROUND_MS, since);
    if (settled.soundAfterMs === undefined) reattached += await reattach(bench, settled);
  }
  return { settled, introductions, reattached };
}

/** A replica goes on dialling the address that its primary had; told again whom to follow, it looks it up anew. */
async function reattach({ ground }: Workbench, { snapshot }: Settling): Promise<number> {
  const lost = snapshot.views.filter(({ replication }) => replication['master_link_status'] === 'down');
  const calls = lost.flatMap((view) => {
    const primary = selfOf(view)?.primary;
    return primary === undefined ? [] : [{ node: view.name, args: ['CLUSTER', 'REPLICATE', primary] }];
  });
  await ground.probe.nodes.call(calls, ANSWER_MS);
  return calls.length;
}

function kept(
  { acked, lost, unread, ttlDriftMs }: ReturnType<typeof losses>,
  maxLost: number,
  maxDrift: number,
): Judgement {
  const observed = `${lost} of ${acked} acknowledged sessions gone, ${unread} unread, expiry off by ${ttlDriftMs} ms at most`;
  const judged = row(
    'restart-all-kept',
    'sessions and their expiry survive a restart of all nodes',
    lost + unread <= maxLost && ttlDriftMs <= maxDrift,
    observed,
    'Set appendonly yes with appendfsync everysec, on a claimed volume.',
  );
  return acked > 0
    ? judged
    : {
        ...judged,
        verdict: 'inconclusive',
        findings: [],
        observed: 'no session was acknowledged before the restart',
        remedy: 'Look at the probe.',
      };
}

function row(check: string, claim: string, holds: boolean, observed: string, remedy: string): Judgement {
  return {
    check,
    claim,
    requirement: 'horizontal-scaling',
    verdict: holds ? 'pass' : 'fail',
    observed,
    findings: holds ? [] : [{ message: observed, remedy }],
  };
}
