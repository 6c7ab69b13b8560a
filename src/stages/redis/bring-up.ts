import { amount } from '../../domain/amount.js';
import type { Judgement } from './finding.js';
import { type Formation, form } from './formation.js';
import { quicken } from './quick-timeout.js';
import type { Settling } from './settling.js';
import { type Blackout, blackoutRemedy, blackoutSince, describeBlackout, mayExplain } from './standstill.js';
import { ANSWER_MS, settleBench, type Workbench } from './workbench.js';

/** How the cluster came to be, and what it is. */
export interface BringUp {
  readonly judgements: readonly Judgement[];
  /** Absent in `verify`: nothing was formed. */
  readonly formation?: Formation;
  /** Check → milliseconds from the first command at which it held for good. */
  readonly heldFrom: Readonly<Record<string, number>>;
  /** Milliseconds from the first command to agreement of all nodes on everything. */
  readonly soundAfterMs?: number;
  readonly summary: string;
}

/** Forms the cluster (`create`) or just looks (`verify`), then waits for agreement and for it to hold. */
export async function bringUp(bench: Workbench): Promise<BringUp> {
  const { spec, clock } = bench;
  const since = clock.monotonic();
  const made = spec.mode === 'create' ? await formQuickly(bench, since) : undefined;
  if (made !== undefined && made.formation.phase !== 'done') return stopped(made.formation);
  // What did not come to agree in its time has had its time.
  const failed = made !== undefined && made.first.soundAfterMs === undefined ? made.first : undefined;
  const held = failed ?? (await settleBench(bench, spec.holdSeconds * 1000, spec.timeoutSeconds * 1000, since));
  const blackout = await blackoutSince(bench, since);
  const soundAfterMs = made?.first.soundAfterMs ?? held.soundAfterMs;
  const heldFrom =
    held.breaks === 0 && made !== undefined ? { ...held.heldFrom, ...made.first.heldFrom } : held.heldFrom;
  return {
    judgements: [
      ...held.judgements,
      holding(bench, held, blackout),
      ...agreedInTime(bench, made === undefined ? undefined : soundAfterMs, made?.blackout),
      ...(made?.judgements ?? []),
    ],
    ...(made === undefined ? {} : { formation: made.formation }),
    heldFrom,
    ...(soundAfterMs === undefined ? {} : { soundAfterMs }),
    summary: summaryOf(bench, soundAfterMs, held, made !== undefined),
  };
}

interface Made {
  readonly formation: Formation;
  readonly first: Settling;
  readonly judgements: readonly Judgement[];
  readonly blackout: Blackout | undefined;
}

async function formQuickly(bench: Workbench, since: number): Promise<Made> {
  const { spec, ground, clock, context, hosted, addresses, topology, log } = bench;
  const names = addresses.map(({ name }) => name);
  const quick = await quicken(ground.probe.nodes, names, ANSWER_MS);
  try {
    const members = hosted.map(({ name, machine }) => ({ name, machine }));
    const formation = await form(
      ground.probe.nodes,
      clock,
      { topology, members, addresses, answerMs: ANSWER_MS, withinMs: spec.timeoutSeconds * 1000 },
      context.signal,
    );
    log.info(`formed as far as "${formation.phase}" with ${JSON.stringify(formation.commands)}`);
    const first = await settleBench(bench, 0, formation.phase === 'done' ? spec.timeoutSeconds * 1000 : 0, since);
    const blackout = await blackoutSince(bench, since);
    return { formation, first, blackout, judgements: restored(await quick.restore()) };
  } catch (error) {
    await quick.restore();
    throw error;
  }
}

function restored(left: readonly string[]): readonly Judgement[] {
  if (left.length === 0) return [];
  const message = `${left.join(', ')} kept the short cluster-node-timeout of the bring-up`;
  return [
    {
      check: 'node-timeout-restored',
      claim: 'the node timeout is what it was before the bring-up',
      requirement: 'configuration',
      verdict: 'fail',
      observed: message,
      findings: [{ message, remedy: 'Set cluster-node-timeout back on these nodes.' }],
    },
  ];
}

function stopped({ phase, stopped: why = 'no reason was given' }: Formation): BringUp {
  const message = `the bring-up stopped in phase "${phase}": ${why}`;
  const judgement: Judgement = {
    check: 'formed',
    claim: 'the nodes form one cluster',
    requirement: 'horizontal-scaling',
    verdict: 'fail',
    observed: message,
    findings: [
      { message, remedy: 'Use empty nodes (delete their volumes), or mode: verify for a cluster that exists.' },
    ],
  };
  return { judgements: [judgement], heldFrom: {}, summary: message };
}

function holding(
  { spec }: Workbench,
  { held, breaks, looks, soundAfterMs }: Settling,
  blackout: Blackout | undefined,
): Judgement {
  const base = {
    check: 'held',
    claim: `the cluster stays sound for ${spec.holdSeconds} s`,
    requirement: 'horizontal-scaling' as const,
  };
  if (held && breaks === 0)
    return {
      ...base,
      verdict: 'pass',
      observed: `sound at each of the looks (${looks} in all) for ${spec.holdSeconds} s`,
      findings: [],
    };
  const observed =
    soundAfterMs === undefined
      ? `not sound within ${spec.timeoutSeconds} s`
      : `sound, then not, ${amount(breaks, 'time')} in ${amount(looks, 'look')}`;
  const blind = blackout !== undefined && mayExplain(blackout, undefined, 0);
  return {
    ...base,
    verdict: held && !blind ? 'fail' : 'inconclusive',
    observed: blind ? `${observed}, but ${describeBlackout(blackout)}` : observed,
    findings: [],
    remedy: 'Look at the links and the load of the machines: a cluster that flaps loses writes.',
  };
}

function agreedInTime(
  { spec }: Workbench,
  soundAfterMs: number | undefined,
  blackout: Blackout | undefined,
): readonly Judgement[] {
  if (soundAfterMs === undefined) return [];
  const { maxAgreeMs } = spec.budgets;
  const observed = `${soundAfterMs} ms from the first command, ${maxAgreeMs} allowed`;
  const base = {
    check: 'agreed-in-time',
    claim: 'all nodes agree on everything soon after the first command',
    requirement: 'horizontal-scaling' as const,
  };
  if (soundAfterMs <= maxAgreeMs) return [{ ...base, verdict: 'pass', observed, findings: [] }];
  if (blackout !== undefined && mayExplain(blackout, soundAfterMs, maxAgreeMs)) {
    const seen = `${observed}, but ${describeBlackout(blackout)}`;
    return [{ ...base, verdict: 'inconclusive', observed: seen, findings: [], remedy: blackoutRemedy }];
  }
  const remedy = 'Give the machines more processor, or raise the budget.';
  return [{ ...base, verdict: 'fail', observed, findings: [{ message: observed, remedy }] }];
}

function summaryOf(
  { addresses }: Workbench,
  soundAfterMs: number | undefined,
  { held }: Settling,
  formed: boolean,
): string {
  if (soundAfterMs === undefined) return `${addresses.length} nodes did not come to agree`;
  return `${addresses.length} nodes ${formed ? 'formed and ' : ''}agreed on everything ${soundAfterMs} ms after the first command${held ? ' and held' : ''}`;
}
