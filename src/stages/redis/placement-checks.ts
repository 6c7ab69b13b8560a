import { amount } from '../../domain/amount.js';
import type { Note } from '../../domain/evidence.js';
import type { HostingFacts } from '../../ports/redis-hosts.js';
import { describeFindings, type Finding, type Judgement } from './finding.js';
import { besidePrimary, type Member, planPlacement, type ShardPlan } from './placement.js';
import { nameOf, type Snapshot, selfOf } from './snapshot.js';
import type { Topology } from './topology.js';

/** The shards as they are, by names. */
export function shardsIn(snapshot: Snapshot): readonly ShardPlan[] {
  return snapshot.views.flatMap((view) => {
    const self = selfOf(view);
    if (self?.role !== 'primary' || self.slots.length === 0) return [];
    const replicas = snapshot.views.filter((other) => selfOf(other)?.primary === view.id).map(({ name }) => name);
    return [{ primary: nameOf(snapshot, view.id), replicas }];
  });
}

/** B1 and B2: what one lost machine takes along. Judged against what the machines would have allowed. */
export function judgePlacement(
  shards: readonly ShardPlan[],
  members: readonly Member[],
  topology: Topology,
): readonly Judgement[] {
  const machines = new Set(members.flatMap(({ machine }) => machine ?? []));
  const hidden = members.filter(({ machine }) => machine === undefined).length;
  const unseen = `nobody knows on which machine ${hidden} of ${amount(members.length, 'node')} run`;
  if (machines.size === 0) return [unknown('primary-apart', unseen), unknown('majority-apart', unseen)];
  // One machine allows one placement: there is nothing to judge, and `limitsOfProof` says so.
  if (machines.size === 1) return [];
  const judged = [apart(shards, members, topology), ...majority(shards, members, machines)];
  if (hidden === 0 && shards.length > 0) return judged;
  // What is seen to be wrong is wrong; nothing is in order that was not seen.
  const why = shards.length === 0 ? 'no node owns a slot' : unseen;
  return judged.map((one) => (one.verdict === 'pass' ? unknown(one.check, why) : one));
}

const claims = {
  'primary-apart': 'no replica shares the machine of its primary while there is room',
  'majority-apart': 'no machine holds a majority of the primaries, whose votes a failover needs',
} as const;

type Placed = Judgement & { readonly check: keyof typeof claims };

function unknown(check: keyof typeof claims, observed: string): Placed {
  return {
    check,
    claim: claims[check],
    requirement: 'horizontal-scaling',
    verdict: 'inconclusive',
    observed,
    findings: [],
    remedy: 'Let the gate see the pods of the nodes.',
  };
}

function apart(shards: readonly ShardPlan[], members: readonly Member[], topology: Topology): Placed {
  const base = {
    check: 'primary-apart' as const,
    claim: claims['primary-apart'],
    requirement: 'horizontal-scaling' as const,
  };
  const pairs = besidePrimary(shards, members);
  // The best that these members on these machines could be: what even that cannot avoid is no fault of the roles.
  const unavoidable = besidePrimary(planPlacement(members, topology, { primaries: [], replicas: {} }), members).length;
  if (pairs.length <= unavoidable) {
    const observed =
      pairs.length === 0
        ? `${amount(shards.length, 'primary', 'primaries')}, none beside a replica of its own`
        : `${amount(pairs.length, 'replica')} beside ${pairs.length === 1 ? 'its' : 'their'} primary, as many as ${members.length} nodes on these machines cannot avoid`;
    return { ...base, verdict: 'pass', observed, findings: [] };
  }
  const findings: readonly Finding[] = pairs.map(({ primary, replica, machine }) => ({
    node: replica,
    message: `${replica} runs beside its primary ${primary} on ${machine}`,
    remedy: `Let ${replica} follow a primary on another machine (CLUSTER REPLICATE), or spread the pods.`,
  }));
  return {
    ...base,
    verdict: 'fail',
    observed: `${describeFindings(findings)}; ${unavoidable} would be unavoidable`,
    findings,
  };
}

function majority(
  shards: readonly ShardPlan[],
  members: readonly Member[],
  machines: ReadonlySet<string>,
): readonly Placed[] {
  const base = {
    check: 'majority-apart' as const,
    claim: claims['majority-apart'],
    requirement: 'horizontal-scaling' as const,
  };
  const needed = Math.floor(shards.length / 2) + 1;
  const held = [...machines].map((machine) => {
    const own = shards.filter(({ primary }) => members.find(({ name }) => name === primary)?.machine === machine);
    return { machine, own: own.map(({ primary }) => primary) };
  });
  const heavy = held.filter(({ own }) => own.length >= needed);
  if (heavy.length === 0) {
    const most = Math.max(...held.map(({ own }) => own.length));
    return [
      {
        ...base,
        verdict: 'pass',
        observed: `at most ${most} of ${shards.length} primaries on one machine`,
        findings: [],
      },
    ];
  }
  // Two machines leave no other way with three primaries.
  if (machines.size < Math.ceil(shards.length / Math.max(1, needed - 1))) return [];
  const observed = heavy
    .map(({ machine, own }) => `${machine} holds ${own.join(' and ')}, ${own.length} of ${shards.length} primaries`)
    .join('; ');
  const findings = heavy.flatMap(({ machine, own }) =>
    own.slice(0, 1).map((node) => ({
      node,
      message: observed,
      remedy: `Move a primary away from ${machine}: CLUSTER FAILOVER on a replica elsewhere.`,
    })),
  );
  return [{ ...base, verdict: 'fail', observed, findings }];
}

interface Hosted {
  readonly check: string;
  readonly claim: string;
  /** Undefined where it can not be seen. */
  readonly holds: boolean | undefined;
  readonly lack: string;
  readonly remedy: string;
}

/** B15 and B16: how the nodes are kept. Only what can be seen is judged. */
export function judgeHosting(facts: HostingFacts): readonly Judgement[] {
  return hostedAs(facts).flatMap(({ check, claim, holds, lack, remedy }): readonly Judgement[] => {
    const requirement = check === 'kept-inside' ? ('exposure' as const) : ('containers' as const);
    const base = { check, claim, requirement };
    if (holds === undefined) return [];
    if (holds) return [{ ...base, verdict: 'pass', observed: 'seen', findings: [] }];
    return [{ ...base, verdict: 'fail', observed: lack, findings: [{ message: lack, remedy }] }];
  });
}

function hostedAs(facts: HostingFacts): readonly Hosted[] {
  return [
    {
      check: 'disruption-budget',
      claim: 'a disruption budget keeps voluntary evictions from taking several nodes',
      holds: facts.disruptionBudget,
      lack: 'no PodDisruptionBudget selects the nodes',
      remedy: 'Add a PodDisruptionBudget with maxUnavailable 1.',
    },
    {
      check: 'orderly-stop',
      claim: 'a primary hands over before it stops, and has the time for it',
      holds: orderly(facts),
      lack: 'there is no preStop hook, or less than 10 s of grace',
      remedy: 'Add a preStop hook that runs CLUSTER FAILOVER on a replica, and 15 s of grace or more.',
    },
    {
      check: 'readiness',
      claim: 'readiness is asked of Redis',
      holds: facts.readinessProbe,
      lack: 'there is no readiness probe',
      remedy: 'Add a readiness probe that reads cluster_state each time.',
    },
    {
      check: 'kept-inside',
      claim: 'a network policy lets only the service and the nodes themselves in',
      holds: facts.isolated,
      lack: 'no NetworkPolicy selects the nodes: every pod can reach them',
      remedy: 'Add a NetworkPolicy that allows the client port from the service and both ports between the nodes.',
    },
  ];
}

function orderly({ preStop, graceSeconds }: HostingFacts): boolean | undefined {
  if (preStop === undefined || graceSeconds === undefined) return undefined;
  return preStop && graceSeconds >= 10;
}

/** What no run in this environment can show. */
export function limitsOfProof(members: readonly Member[], facts: HostingFacts): readonly Note[] {
  const machines = new Set(members.flatMap(({ machine }) => machine ?? [])).size;
  const notes: Note[] = [];
  if (machines < 3)
    notes.push({
      kind: 'cannot-prove',
      text: `the nodes run on ${machines} of ${amount(facts.machines.length, 'machine')}: whether the loss of one is survived cannot be shown here`,
    });
  return notes;
}
