import type { Topology } from './topology.js';

/** A node that takes part, and the machine it runs on. */
export interface Member {
  readonly name: string;
  readonly machine: string | undefined;
}

/** One shard by names of nodes. */
export interface ShardPlan {
  readonly primary: string;
  readonly replicas: readonly string[];
}

/** Roles that exist already and stay as they are. */
export interface Standing {
  readonly primaries: readonly string[];
  /** Replica → primary. */
  readonly replicas: Readonly<Record<string, string>>;
}

/** What a replica costs at a shard: sharing its primary's machine outweighs every number of shared replicas. */
const BESIDE_PRIMARY = 10_000;

/**
 * Roles for all members: primaries spread over the machines, replicas away from their primary while there is room,
 * and a shard's replicas away from each other. First come, then pairs swapped while that makes it better.
 */
export function planPlacement(
  members: readonly Member[],
  topology: Topology,
  standing: Standing,
): readonly ShardPlan[] {
  const primaries = choosePrimaries(members, topology.shards, standing);
  const free = members.filter(({ name }) => !primaries.includes(name) && standing.replicas[name] === undefined);
  const kept = primaries.map((primary) =>
    Object.keys(standing.replicas).filter((name) => standing.replicas[name] === primary),
  );
  const machineOf = machinesOf(members);
  const places = primaries.map((primary, index) => ({ primary, kept: kept[index] ?? [], taken: [] as string[] }));
  for (const { name } of free) {
    const open = places.filter(({ kept: old, taken }) => old.length + taken.length < topology.replicasPerShard);
    const best = open.toSorted((a, b) => cost(a, name, machineOf) - cost(b, name, machineOf))[0];
    best?.taken.push(name);
  }
  while (swapOnce(places, machineOf));
  return places.map(({ primary, kept: old, taken }) => ({ primary, replicas: [...old, ...taken] }));
}

interface Place {
  readonly primary: string;
  readonly kept: readonly string[];
  readonly taken: string[];
}

type MachineOf = (name: string) => string | undefined;

function machinesOf(members: readonly Member[]): MachineOf {
  const machines = new Map(members.map(({ name, machine }) => [name, machine]));
  return (name) => machines.get(name);
}

/** One by one from the machine that has the fewest primaries so far; a machine with more members gives first. */
function choosePrimaries(members: readonly Member[], shards: number, standing: Standing): readonly string[] {
  const chosen = [...standing.primaries];
  const machineOf = machinesOf(members);
  const load = (machine: string | undefined): number => chosen.filter((name) => machineOf(name) === machine).length;
  const size = (machine: string | undefined): number => members.filter((member) => member.machine === machine).length;
  while (chosen.length < shards) {
    const free = members.filter(({ name }) => !chosen.includes(name) && standing.replicas[name] === undefined);
    const next = free.toSorted((a, b) => load(a.machine) - load(b.machine) || size(b.machine) - size(a.machine))[0];
    if (next === undefined) break;
    chosen.push(next.name);
  }
  return chosen;
}

function cost({ primary, kept, taken }: Place, name: string, machineOf: MachineOf): number {
  const machine = machineOf(name);
  const beside = machine !== undefined && machine === machineOf(primary) ? BESIDE_PRIMARY : 0;
  const together = [...kept, ...taken].filter((other) => other !== name && machineOf(other) === machine).length;
  return beside + together;
}

function total(place: Place, machineOf: MachineOf): number {
  return place.taken.reduce((sum, name) => sum + cost(place, name, machineOf), 0);
}

/** Swaps the first pair of replicas whose swap makes both shards together better off. */
function swapOnce(places: readonly Place[], machineOf: MachineOf): boolean {
  for (const a of places) {
    for (const b of places) {
      for (let i = 0; i < a.taken.length; i++) {
        for (let j = 0; j < b.taken.length; j++) {
          const before = total(a, machineOf) + total(b, machineOf);
          exchange(a, i, b, j);
          if (total(a, machineOf) + total(b, machineOf) < before) return true;
          exchange(a, i, b, j);
        }
      }
    }
  }
  return false;
}

function exchange(a: Place, i: number, b: Place, j: number): void {
  const [left, right] = [a.taken[i], b.taken[j]];
  if (left === undefined || right === undefined) return;
  a.taken[i] = right;
  b.taken[j] = left;
}

/** Replicas that share their primary's machine. */
export function besidePrimary(
  plan: readonly ShardPlan[],
  members: readonly Member[],
): readonly { readonly primary: string; readonly replica: string; readonly machine: string }[] {
  const machineOf = machinesOf(members);
  return plan.flatMap(({ primary, replicas }) =>
    replicas.flatMap((replica) => {
      const machine = machineOf(primary);
      return machine !== undefined && machine === machineOf(replica) ? [{ primary, replica, machine }] : [];
    }),
  );
}
