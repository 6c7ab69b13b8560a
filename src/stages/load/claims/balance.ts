import type { CpuCounter } from '../../../ports/autoscaler-observer.js';
import { markOf, type Recording, readyPods } from '../recording.js';
import type { LoadSpec } from '../spec.js';
import type { Claim } from './claim.js';

/** A pod that has less than this share of the mean does not take part. */
const leastShare = 0.25;

interface Shares {
  /** Pod → its part of the load, in any unit. */
  readonly of: ReadonlyMap<string, number>;
  readonly source: string;
}

/** What the answers said themselves. */
function byHeader({ load }: Recording): Shares | null {
  const steady = load?.phases.findLast(({ name }) => name === 'steady');
  const entries = Object.entries(steady?.tally.byPod ?? {});
  return entries.length === 0 ? null : { of: new Map(entries), source: 'the response header that names the pod' };
}

function rateOf(samples: readonly CpuCounter[]): number | null {
  const [first, last] = [samples[0], samples.at(-1)];
  if (first === undefined || last === undefined || last.timestamp - first.timestamp < 1900) return null;
  return ((last.cpuSeconds - first.cpuSeconds) * 1e6) / (last.timestamp - first.timestamp);
}

/** Millicores of each pod between its first and its last counter of the steady phase. */
function byCounter({ counters }: Recording, pods: readonly string[], from: number, to: number): Shares | null {
  const all = counters.flat().filter(({ timestamp }) => timestamp >= from && timestamp <= to);
  const rates = pods.map((pod) => [pod, rateOf(all.filter((counter) => counter.pod === pod))] as const);
  if (rates.some(([, rate]) => rate === null)) return null;
  return { of: new Map(rates.map(([pod, rate]) => [pod, rate ?? 0])), source: "the kubelet's CPU counters" };
}

/** Millicores of each pod in the last window that lay wholly in the time in which it was ready and load was sent. */
function byWindow({ rows }: Recording, pods: readonly string[], to: number): Shares | null {
  const usage = pods.map((pod) => {
    for (const row of rows.toReversed()) {
      const since = row.pods.find(({ name }) => name === pod)?.ready?.lastTransition ?? Number.POSITIVE_INFINITY;
      const sample = row.metrics.samples.find((candidate) => candidate.pod === pod);
      if (sample === undefined || sample.timestamp > to) continue;
      if (sample.timestamp - sample.windowSeconds * 1000 < since) return [pod, null] as const;
      return [pod, sample.containers.reduce((sum, { cpuMilli }) => sum + cpuMilli, 0)] as const;
    }
    return [pod, null] as const;
  });
  if (usage.some(([, used]) => used === null)) return null;
  return { of: new Map(usage.map(([pod, used]) => [pod, used ?? 0])), source: 'metrics.k8s.io' };
}

function sharesOf(recording: Recording, pods: readonly string[], from: number, to: number): Shares | null {
  return byHeader(recording) ?? byCounter(recording, pods, from, to) ?? byWindow(recording, pods, to);
}

/** CPU that a pod uses anyhow is no sign of traffic; answers need no such correction. */
function withoutIdle(shares: Shares, { aim }: Recording): ReadonlyMap<string, number> {
  if (shares.source.startsWith('the response')) return shares.of;
  const idle = aim?.calibration?.idleMilli ?? 0;
  return new Map([...shares.of].map(([pod, used]) => [pod, Math.max(0, used - idle)]));
}

/** Kept-alive connections can leave new pods without traffic: then the size grew, but nothing else did. */
export const newPodsWork: Claim = (recording, spec: LoadSpec) => {
  const steady = markOf(recording, 'steady');
  const last = recording.rows.findLast(({ at }) => steady !== undefined && at <= steady.to);
  if (steady === undefined || last === undefined || spec.mode !== 'prove') return [];
  const pods = readyPods(last);
  const shares = sharesOf(recording, pods, steady.from, steady.to);
  const load = shares === null ? new Map<string, number>() : withoutIdle(shares, recording);
  const mean = pods.reduce((sum, pod) => sum + (load.get(pod) ?? 0), 0) / Math.max(1, pods.length);
  const parts = pods.map((pod) => ({ pod, share: mean > 0 ? (load.get(pod) ?? 0) / mean : 0 }));
  const lazy = parts.filter(({ share }) => share < leastShare);
  const known = shares !== null && mean > 0;
  const verdict = !known ? 'inconclusive' : lazy.length > 0 ? 'fail' : 'pass';
  return [
    {
      claim: 'each of the new pods takes its part of the traffic',
      requirement: 'routing',
      verdict,
      observed: known
        ? `share of the mean by pod: ${parts.map(({ pod, share }) => `${pod} ${share.toFixed(2)}`).join(', ')}`
        : 'no source told the pods apart while the load was steady',
      source: shares?.source ?? 'none',
      ...(verdict === 'pass'
        ? {}
        : { remedy: 'Route through an ingress that balances requests, or end kept connections now and then.' }),
    },
  ];
};
