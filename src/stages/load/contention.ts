import { type HostMoment, markOf, type Recording } from './recording.js';

/** Shares of a stretch of time, 0 to 1; null where the machine does not tell. */
export interface Contention {
  /** Processor time that the hypervisor gave to others. */
  readonly stolen: number | null;
  readonly used: number | null;
  /** Time in which at least one task waited for a processor. */
  readonly waited: number | null;
}

export interface Contentions {
  /** Before any load was sent: what is in use then, others use. */
  readonly idle: Contention | null;
  readonly load: Contention | null;
}

/**
 * What is so contended is not the service's to answer for. High, because a cluster at rest and its gate have some of both,
 * and a doubt takes the word from claims that failed. Waiting while the load runs is no sign: the load itself may be why.
 */
const limits = { stolen: 0.2, waitedAtRest: 0.6 } as const;

function between(moments: readonly HostMoment[], from: number, to: number): Contention | null {
  const within = moments.filter(({ at }) => at >= from && at <= to);
  const [first, last] = [within[0], within.at(-1)];
  if (first === undefined || last === undefined || last.at <= first.at) return null;
  const cpu = first.cpu && last.cpu && last.cpu.total > first.cpu.total ? ([first.cpu, last.cpu] as const) : null;
  const share = (of: 'used' | 'stolen'): number | null =>
    cpu && (cpu[1][of] - cpu[0][of]) / (cpu[1].total - cpu[0].total);
  const waited =
    first.waitedMs === null || last.waitedMs === null ? null : (last.waitedMs - first.waitedMs) / (last.at - first.at);
  return { stolen: share('stolen'), used: share('used'), waited: waited === null ? null : Math.min(1, waited) };
}

export function contentionsOf(recording: Recording): Contentions {
  const { host = [], marks } = recording;
  const idle = markOf(recording, 'idle');
  const loaded = marks.filter(({ phase }) => phase !== 'ready' && phase !== 'idle' && phase !== 'cool-down');
  const [first, last] = [loaded[0], loaded.at(-1)];
  return {
    idle: idle === undefined ? null : between(host, idle.from, idle.to),
    load: first === undefined || last === undefined ? null : between(host, first.from, last.to + 1000),
  };
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

/** Why what was slow may have been slow because of others on the machine. */
export function contentionDoubts({ idle, load }: Contentions): readonly string[] {
  const stolen = Math.max(idle?.stolen ?? 0, load?.stolen ?? 0);
  const waited = idle?.waited ?? 0;
  return [
    ...(stolen > limits.stolen
      ? [`the hypervisor gave ${percent(stolen)} of its processors to others, over ${percent(limits.stolen)}`]
      : []),
    ...(waited > limits.waitedAtRest
      ? [
          `tasks waited for a processor ${percent(waited)} of the time before any load, over ${percent(limits.waitedAtRest)}`,
        ]
      : []),
  ];
}

function words(name: string, contention: Contention | null): readonly string[] {
  if (contention === null) return [];
  const { used, stolen, waited } = contention;
  const parts = [
    used === null ? '' : `${percent(used)} in use`,
    stolen === null ? '' : `${percent(stolen)} stolen`,
    waited === null ? '' : `tasks waiting ${percent(waited)} of the time`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? [] : [`${name} ${parts.join(', ')}`];
}

/** `the machine's CPU: at rest 12 % in use, 0 % stolen, tasks waiting 3 % of the time; under load …`; empty where it is not told. */
export function contentionWords({ idle, load }: Contentions): string {
  const all = [...words('at rest', idle), ...words('under load', load)];
  return all.length === 0 ? '' : `the machine's CPU: ${all.join('; ')}`;
}
