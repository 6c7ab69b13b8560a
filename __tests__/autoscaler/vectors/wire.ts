import type { Container, Pod, PodPhase, ReadyCondition } from '../../../src/autoscaler/pod.js';
import { type WideInteger, wideInteger, wideJson } from '../../../src/autoscaler/quantity.js';

/** What a replayed line gives: one entry per field that differs, with what was expected and what came. */
export interface Replayed {
  readonly kind: 'replicas' | 'behavior' | 'loop' | 'samples';
  readonly id: string;
  readonly differences: readonly string[];
  /** Syncs of a loop, and how many of them agree. */
  readonly syncs?: { readonly all: number; readonly agree: number };
}

export interface WireContainer {
  readonly name: string;
  readonly restartPolicy?: 'Always' | null;
  readonly requestMilli?: WideInteger | null;
  readonly memoryRequestMilli?: WideInteger | null;
}

export interface WirePod {
  readonly name: string;
  readonly phase: PodPhase;
  readonly deleting: boolean;
  readonly startTime: number | null;
  readonly ready: ReadyCondition | null;
  readonly containers?: readonly WireContainer[];
  readonly initContainers?: readonly WireContainer[];
}

export function container(wire: WireContainer, resource: string): Container {
  const requests: Record<string, bigint> = {};
  if (wire.requestMilli !== null && wire.requestMilli !== undefined)
    requests[resource] = wideInteger(wire.requestMilli);
  if (wire.memoryRequestMilli !== null && wire.memoryRequestMilli !== undefined) {
    requests['memory'] = wideInteger(wire.memoryRequestMilli);
  }
  return { name: wire.name, restartPolicy: wire.restartPolicy ?? null, requests };
}

export function pod(wire: WirePod, resource: string): Pod {
  const { name, phase, deleting, startTime, ready } = wire;
  const all = (list: readonly WireContainer[] | undefined): Container[] =>
    (list ?? []).map((each) => container(each, resource));
  return {
    name,
    phase,
    deleting,
    startTime,
    ready,
    containers: all(wire.containers),
    initContainers: all(wire.initContainers),
  };
}

export const json = (value: bigint | null | undefined): WideInteger | null =>
  value === null || value === undefined ? null : wideJson(value);

/** Numbers and decimal strings of the same 64-bit value are the same. */
function canonical(value: unknown): unknown {
  if (typeof value === 'string' && /^-?\d{16,}$/.test(value)) return wideJson(BigInt(value));
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, field]) => [key, canonical(field)]),
  );
}

/** One line per field of `expected` or `actual` in which they differ; absent and null are different. */
export function differences(expected: object, actual: object, where = ''): string[] {
  const [left, right] = [expected as Record<string, unknown>, actual as Record<string, unknown>];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((key) => {
    const [want, got] = [JSON.stringify(canonical(left[key])), JSON.stringify(canonical(right[key]))];
    return want === got ? [] : [`${where}${key}: expected ${want}, actual ${got}`];
  });
}
