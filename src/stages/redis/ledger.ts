import { type LoadSample, type ReadBack, sessionValue } from '../../ports/redis-load.js';

/** What became of the writes of one load. */
export interface Account {
  readonly sent: number;
  readonly acked: number;
  /** Written, but on fewer replicas than asked in time: nobody was told that it is safe. */
  readonly short: number;
  readonly failed: number;
  /** First words of each error → how often. */
  readonly errors: Readonly<Record<string, number>>;
  readonly moved: number;
  /** Milliseconds from the first failed write to the last; 0 without one. */
  readonly errorWindowMs: number;
  /** Longest that one write took, whatever came of it. */
  readonly longestMs: number;
  /** Milliseconds, 50th and 99th percentile of acknowledged writes. */
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export function account(samples: readonly LoadSample[]): Account {
  const failed = samples.filter(({ outcome }) => outcome === 'failed');
  const acked = samples.filter(({ outcome }) => outcome === 'acked');
  const errors: Record<string, number> = {};
  for (const { error = '' } of failed) errors[errorKind(error)] = (errors[errorKind(error)] ?? 0) + 1;
  const times = acked.map(({ ms }) => ms).sort((a, b) => a - b);
  const failedAt = failed.map(({ at }) => at);
  return {
    sent: samples.length,
    acked: acked.length,
    short: samples.filter(({ outcome }) => outcome === 'short').length,
    failed: failed.length,
    errors,
    moved: samples.reduce((sum, { moved }) => sum + moved, 0),
    errorWindowMs: failedAt.length === 0 ? 0 : Math.round(Math.max(...failedAt) - Math.min(...failedAt)),
    longestMs: Math.round(samples.reduce((max, { ms }) => Math.max(max, ms), 0)),
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
  };
}

/** The part of an error that is the same for all of its kind: `MOVED`, `CLUSTERDOWN`, `timeout`, `connect ECONNREFUSED`. */
export function errorKind(error: string): string {
  const [code = ''] = /^[A-Z]{4,}\b/.exec(error) ?? [];
  if (code !== '') return code;
  return (
    error
      .replace(/\d+(\.\d+)*(:\d+)?/g, '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 60) || 'no words'
  );
}

/** Nearest rank over sorted values; 0 for none. */
function percentile(sorted: readonly number[], share: number): number {
  return Math.round((sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0) * 10) / 10;
}

/** What became of acknowledged writes. */
export interface Losses {
  readonly acked: number;
  /** Acknowledged, and gone or another value now. */
  readonly lost: number;
  /** Acknowledged, and no owner answered for it. */
  readonly unread: number;
  /** Milliseconds from the first acknowledged write that is gone to the last. */
  readonly windowMs: number;
  /** The first few, with the node that acknowledged them. */
  readonly examples: readonly { readonly key: string; readonly slot: number; readonly node?: string }[];
  /** Largest difference between the expiry asked for and the one found, in milliseconds. */
  readonly ttlDriftMs: number;
}

/**
 * Compares what was acknowledged with what is there. Keys of one load are written once each, so that a missing value
 * is a lost write and nothing else; the expiry of each has to be after the end of the run.
 */
export function losses(samples: readonly LoadSample[], found: readonly ReadBack[], ttlSeconds: number): Losses {
  const now = new Map(found.map((entry) => [entry.key, entry]));
  const acked = samples.filter(({ outcome }) => outcome === 'acked');
  const unread = acked.filter(({ key }) => now.get(key)?.value === undefined);
  const lost = acked.filter(({ key }) => {
    const value = now.get(key)?.value;
    return value !== undefined && value !== sessionValue(key);
  });
  const drifts = acked.flatMap(({ key, at, ms }) => {
    const expiresAt = now.get(key)?.expiresAt;
    if (expiresAt === undefined || expiresAt < 0) return [];
    // Redis set it at some time between sending and answer.
    const [earliest, latest] = [at + ttlSeconds * 1000, at + ms + ttlSeconds * 1000];
    return [Math.max(0, earliest - expiresAt, expiresAt - latest)];
  });
  const times = lost.map(({ at }) => at);
  return {
    acked: acked.length,
    lost: lost.length,
    unread: unread.length,
    windowMs: times.length === 0 ? 0 : Math.round(Math.max(...times) - Math.min(...times)),
    examples: lost.slice(0, 5).map(({ key, slot, node }) => ({ key, slot, ...(node === undefined ? {} : { node }) })),
    ttlDriftMs: Math.round(drifts.reduce((max, drift) => Math.max(max, drift), 0)),
  };
}

/** Longest time without an acknowledged write among writes for which `belongs` holds, in milliseconds. */
export function longestGap(samples: readonly LoadSample[], belongs: (sample: LoadSample) => boolean): number {
  const done = samples.filter((sample) => belongs(sample) && sample.outcome === 'acked').map(({ at, ms }) => at + ms);
  done.sort((a, b) => a - b);
  const sent = samples.filter(belongs).map(({ at }) => at);
  if (sent.length === 0) return 0;
  const ends = [Math.min(...sent), ...done, Math.max(...sent)];
  return Math.round(ends.reduce((max, end, index) => Math.max(max, end - (ends[index - 1] ?? end)), 0));
}
