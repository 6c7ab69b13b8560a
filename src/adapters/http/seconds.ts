import type { LoadPlan, LoadSecond } from '../../ports/load-generator.js';
import { histogram } from './histogram.js';

/** Seconds that are kept, ten hours; older ones are dropped so that memory stays bounded. */
const kept = 36_000;

/** Counts a run second by second, and watches the share of bad answers in the sliding window. */
export interface Seconds {
  scheduled(): void;
  shed(): void;
  answered(good: boolean, latencyMs: number): void;
  /** Closes the current second. Gives the reason to end the run, or null. */
  close(at: number, phase: string, inFlight: number): string | null;
  list(): readonly LoadSecond[];
}

function abortReason(seconds: readonly LoadSecond[], abort: LoadPlan['abort']): string | null {
  if (abort === null) return null;
  const window = seconds.slice(-abort.windowSeconds);
  const sum = (key: 'good' | 'bad' | 'shed'): number => window.reduce((total, second) => total + second[key], 0);
  const failed = sum('bad') + sum('shed');
  const all = failed + sum('good');
  if (all < abort.minRequests || failed / all <= abort.errorRate) return null;
  return `abort: ${Math.round((100 * failed) / all)} % of ${all} requests failed within ${window.length} s`;
}

export function secondsOf(abort: LoadPlan['abort']): Seconds {
  const done: LoadSecond[] = [];
  const latency = histogram();
  const count = { scheduled: 0, good: 0, bad: 0, shed: 0 };
  return {
    scheduled: () => void count.scheduled++,
    shed: () => void count.shed++,
    answered(good, latencyMs) {
      if (good) count.good++;
      else count.bad++;
      latency.record(latencyMs);
    },
    close(at, phase, inFlight) {
      done.push({
        at,
        phase,
        inFlight,
        ...count,
        p50: latency.percentile(50),
        p95: latency.percentile(95),
        p99: latency.percentile(99),
      });
      if (done.length > kept) done.shift();
      Object.assign(count, { scheduled: 0, good: 0, bad: 0, shed: 0 });
      latency.reset();
      return abortReason(done, abort);
    },
    list: () => done,
  };
}
