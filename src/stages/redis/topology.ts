import { amount } from '../../domain/amount.js';
import { invalidInput } from '../../domain/error.js';

/** How many shards, and how many replicas each has besides its primary. */
export interface Topology {
  readonly shards: number;
  readonly replicasPerShard: number;
}

export function nodesTotal({ shards, replicasPerShard }: Topology): number {
  return shards * (1 + replicasPerShard);
}

/** `3 shards × (1 primary + 3 replicas) = 12 nodes`: printed, so that nobody has to guess what was meant. */
export function describeTopology(topology: Topology): string {
  const { shards, replicasPerShard } = topology;
  const replicas = amount(replicasPerShard, 'replica');
  return `${amount(shards, 'shard')} × (1 primary + ${replicas}) = ${amount(nodesTotal(topology), 'node')}`;
}

const exact = /^\s*(\d+)\s*[x×*]\s*\(\s*1\s*\+\s*(\d+)\s*\)\s*$/i;
const bare = /^\s*(\d+)\s*[x×*]\s*(\d+)\s*$/i;

/**
 * Topology from words: `3x(1+3)`. A bare `3x3` is refused with its readings spelt out, because three tools read it
 * in three ways. Throws `INPUT_INVALID`.
 */
export function parseTopology(text: string): Topology {
  const [, shards, replicasPerShard] = exact.exec(text) ?? [];
  if (shards !== undefined && replicasPerShard !== undefined) {
    return checkedTopology({ shards: Number(shards), replicasPerShard: Number(replicasPerShard) });
  }
  const [, left, right] = bare.exec(text) ?? [];
  if (left === undefined || right === undefined) {
    throw invalidInput([`redis topology "${text}" is not of the form 3x(1+3)`], howToSay);
  }
  throw invalidInput(
    [`redis topology "${text}" can be read in ${readings(Number(left), Number(right)).join('; ')}`],
    howToSay,
  );
}

const howToSay = 'Write redis-shards and redis-replicas-per-shard (not counting the primary), or 3x(1+3).';

function readings(left: number, right: number): readonly string[] {
  const perShard = describeTopology({ shards: left, replicasPerShard: right });
  const members = describeTopology({ shards: left, replicasPerShard: right - 1 });
  const total = right % left === 0 ? `, ${describeTopology({ shards: left, replicasPerShard: right / left })}` : '';
  return [
    `three ways: replicas besides the primary, ${perShard}`,
    `members of a shard, ${members}`,
    `replicas in all, ${amount(left, 'primary', 'primaries')} + ${amount(right, 'replica')} = ${amount(left + right, 'node')}${total}`,
  ];
}

/** Throws `INPUT_INVALID` for a topology in which no majority can promote a replica, or that nobody can mean. */
export function checkedTopology(topology: Topology): Topology {
  const { shards, replicasPerShard } = topology;
  const problems: string[] = [];
  if (!Number.isInteger(shards) || shards < 3) {
    problems.push(`redis-shards is ${shards}: with fewer than 3 primaries no majority is left to promote a replica`);
  }
  if (!Number.isInteger(replicasPerShard) || replicasPerShard < 0 || replicasPerShard > 5) {
    problems.push(`redis-replicas-per-shard is ${replicasPerShard}: it has to be a whole number from 0 to 5`);
  }
  if (nodesTotal(topology) > 100) problems.push(`${describeTopology(topology)}: more than 100 nodes`);
  if (problems.length > 0) throw invalidInput(problems, howToSay);
  return topology;
}
