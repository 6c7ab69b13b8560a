import { type CpuTarget, type Demand, proposedAt, usedMilli } from './cpu-target.js';

/** The sizes at which an HPA can come to rest under one demand. Because of the tolerance there may be several. */
export interface Acceptance {
  /** Ascending. Empty: no size is stable, the HPA will flap. */
  readonly members: readonly number[];
  /** No size is stable. */
  readonly flaps: boolean;
  /** The demand asks for more than max, or less than min: the member is a clamp and says nothing finer. */
  readonly clamp: 'min' | 'max' | null;
}

/** Sizes further than this above min are not looked at. */
const mostSizes = 10_000;

function sizesOf({ min, max }: CpuTarget): readonly number[] {
  const first = Math.max(1, min);
  return Array.from({ length: Math.max(0, Math.min(max, first + mostSizes) - first + 1) }, (_, index) => first + index);
}

function acceptance(cpu: CpuTarget, members: readonly number[], low: Demand, high: Demand): Acceptance {
  const first = Math.max(1, cpu.min);
  const unbound = { ...cpu, min: 0, max: Number.MAX_SAFE_INTEGER };
  const below = proposedAt(unbound, usedMilli(cpu, high, first), first) < first;
  const above = proposedAt(unbound, usedMilli(cpu, low, cpu.max), cpu.max) > cpu.max;
  return { members, flaps: members.length === 0, clamp: below ? 'min' : above ? 'max' : null };
}

/** Every size of [min, max] from which the HPA does not move while the demand stays. */
export function acceptanceOf(cpu: CpuTarget, demand: Demand): Acceptance {
  const members = sizesOf(cpu).filter((size) => proposedAt(cpu, usedMilli(cpu, demand, size), size) === size);
  return acceptance(cpu, members, demand, demand);
}

/** The smallest whole `used` from `from` to `to` for which the size does not shrink; undefined where there is none. */
function firstKept(cpu: CpuTarget, size: number, from: number, to: number): number | undefined {
  if (proposedAt(cpu, to, size) < size) return undefined;
  let [low, high] = [from, to];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (proposedAt(cpu, middle, size) >= size) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The sizes that are stable for some demand between two: what may be expected of a demand that is known by an interval.
 */
export function acceptanceBetween(cpu: CpuTarget, low: Demand, high: Demand): Acceptance {
  const members = sizesOf(cpu).filter((size) => {
    const used = firstKept(cpu, size, usedMilli(cpu, low, size), usedMilli(cpu, high, size));
    return used !== undefined && proposedAt(cpu, used, size) === size;
  });
  return acceptance(cpu, members, low, high);
}

/** Loads in millicores; a load of exactly `low` is outside, of exactly `high` inside. */
export interface LoadRange {
  readonly lowMilli: number;
  /** Infinity at max, and where the limit keeps usage from showing more. */
  readonly highMilli: number;
}

const farMilli = 2 ** 40;

/** The loads under which a size is stable; undefined where no load makes it so. */
export function loadsFor(cpu: CpuTarget, size: number, idleMilliPerPod: number): LoadRange | undefined {
  const most = cpu.limitMilli ?? farMilli;
  const low = firstKept(cpu, size, 0, most);
  if (low === undefined || proposedAt(cpu, low, size) !== size) return undefined;
  const above = proposedAt(cpu, most, size) <= size ? undefined : firstMore(cpu, size, most);
  const lowMilli = low === 0 ? 0 : size * (low - 1 - idleMilliPerPod);
  const highMilli = above === undefined ? Number.POSITIVE_INFINITY : size * (above - 1 - idleMilliPerPod);
  if (highMilli < 0) return undefined;
  return { lowMilli: Math.max(0, lowMilli), highMilli };
}

function firstMore(cpu: CpuTarget, size: number, most: number): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (proposedAt(cpu, middle, size) > size) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The loads under which `size` is the only one stable; undefined where a neighbour always shares them. */
export function loadsOnlyFor(cpu: CpuTarget, size: number, idleMilliPerPod: number): LoadRange | undefined {
  const own = loadsFor(cpu, size, idleMilliPerPod);
  if (own === undefined) return undefined;
  let { lowMilli, highMilli } = own;
  for (const other of sizesOf(cpu)) {
    const range = other === size ? undefined : loadsFor(cpu, other, idleMilliPerPod);
    if (range === undefined) continue;
    if (other < size) lowMilli = Math.max(lowMilli, range.highMilli);
    else highMilli = Math.min(highMilli, range.lowMilli);
  }
  return lowMilli < highMilli ? { lowMilli, highMilli } : undefined;
}
