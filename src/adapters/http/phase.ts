import type { PhaseResult, Profile, Tally } from '../../ports/load-generator.js';
import { histogram } from './histogram.js';

/** Sent this much after the intended time is late. */
const lateMs = 10;

export const emptyTally: Tally = {
  scheduled: 0,
  sent: 0,
  good: 0,
  bad: 0,
  shed: 0,
  late: 0,
  outcomes: {},
  byPod: {},
  retried: 0,
  bytes: 0,
};

export interface Answer {
  readonly intended: number;
  readonly sent: number;
  readonly end: number;
  /** Status, or the name of the fault. */
  readonly outcome: number | string;
  readonly good: boolean;
  readonly pod: string | null;
  readonly bytes: number;
}

/** What one phase counts. Times are milliseconds of the worker's monotonic clock. */
export interface PhaseRecord {
  readonly name: string;
  readonly startedAt: number;
  scheduled(): void;
  sent(intended: number, at: number): void;
  shed(atLeastMs: number): void;
  retried(): void;
  answered(answer: Answer, atLeastMs: number): void;
  /** Requests in flight, whichever phase they belong to, changed while this phase was the current one. */
  inFlight(count: number, at: number): void;
  /** `unanswered` are sent or still waiting. */
  end(at: number, unanswered: number): void;
  tally(): Tally;
  durationMs(now: number): number;
  result(now: number): PhaseResult;
}

/** Requests of earlier phases that a phase begins with. */
export interface Begun {
  readonly inFlight: number;
  /** Sent or still waiting. */
  readonly unanswered: number;
}

export function phaseRecord(name: string, profile: Profile, startedAt: number, begun: Begun): PhaseRecord {
  const [latency, service] = [histogram(), histogram()];
  const outcomes: Record<string, number> = {};
  const byPod: Record<string, number> = {};
  const count = { scheduled: 0, sent: 0, good: 0, bad: 0, shed: 0, late: 0, retried: 0, bytes: 0 };
  let [area, flying, since] = [0, begun.inFlight, startedAt];
  let endedAt: number | null = null;
  let unansweredAtEnd = 0;
  const tally = (): Tally => ({ ...count, outcomes: { ...outcomes }, byPod: { ...byPod } });
  const durationMs = (now: number): number => (endedAt ?? now) - startedAt;
  const inFlight = (next: number, at: number): void => {
    if (endedAt !== null) return;
    area += flying * (at - since);
    flying = next;
    since = at;
  };
  return {
    name,
    startedAt,
    scheduled: () => void count.scheduled++,
    sent(intended, at) {
      count.sent++;
      if (at - intended > lateMs) count.late++;
    },
    shed(atLeastMs) {
      count.shed++;
      latency.record(atLeastMs);
    },
    retried: () => void count.retried++,
    answered({ intended, sent, end, outcome, good, pod, bytes }, atLeastMs) {
      const unanswered = typeof outcome === 'string';
      latency.record(unanswered ? Math.max(end - intended, atLeastMs) : end - intended);
      service.record(end - sent);
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      if (pod !== null) byPod[pod] = (byPod[pod] ?? 0) + 1;
      if (good) count.good++;
      else count.bad++;
      count.bytes += bytes;
    },
    inFlight,
    end(at, unanswered) {
      if (endedAt !== null) return;
      inFlight(flying, at);
      endedAt = at;
      unansweredAtEnd = unanswered;
    },
    tally,
    durationMs,
    result(now) {
      inFlight(flying, now);
      const lasted = durationMs(now);
      return {
        name,
        profile,
        startedAt: performance.timeOrigin + startedAt,
        durationMs: lasted,
        tally: tally(),
        latency: latency.distribution(),
        service: service.distribution(),
        meanInFlight: lasted > 0 ? area / lasted : 0,
        unanswered: { atStart: begun.unanswered, atEnd: unansweredAtEnd },
      };
    },
  };
}
