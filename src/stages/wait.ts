import { cancelled, GateError } from '../domain/error.js';
import type { Clock } from '../ports/clock.js';
import type { Log } from '../ports/log.js';

/** What one look at the world showed. `hopeless` ends the wait at once: no later look can be better. */
export type Sighting<State> =
  | { readonly done: true; readonly state: State }
  | { readonly done: false; readonly seen: string; readonly hopeless?: boolean };

/** A look that failed. */
interface Blind {
  readonly done: false;
  readonly seen: string;
  readonly hopeless?: never;
  readonly inability: GateError;
}

export interface Condition<State> {
  /** What has to become true, as it is printed after "waiting until": `every node is Ready`. */
  readonly what: string;
  /** Milliseconds from the call on. The last look happens no later. */
  readonly deadlineMs: number;
  /** Milliseconds between the end of one look and the start of the next. */
  readonly intervalMs: number;
  /** One look. The signal is aborted when the run is cancelled or the deadline is over. */
  observe(signal: AbortSignal): Promise<Sighting<State>>;
}

export interface WaitPorts {
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

export type Waited<State> =
  | { readonly met: true; readonly state: State; readonly waitedMs: number }
  | {
      readonly met: false;
      readonly lastSeen: string;
      readonly hopeless: boolean;
      readonly waitedMs: number;
      /** Why the last look showed nothing, where it did: then the wait says nothing of what was looked at. */
      readonly inability?: GateError;
    };

const heartbeatMs = 15_000;
/** A look that was under way for less when the deadline came is no silence: what was seen before it still holds. */
const silenceMs = 3_000;
const overdue = 'overdue' as const;

/**
 * The only polling loop of the project.
 *
 * A deadline that passes is an answer (`met: false`), not an error: what it means is for the caller to judge. A
 * `GateError` out of a look is "not yet", remembered as what was last seen; any other error is our bug and escapes.
 * A look that hangs is left behind at the deadline. Throws `CANCELLED` when the signal is aborted.
 */
export async function waitFor<State>(condition: Condition<State>, ports: WaitPorts): Promise<Waited<State>> {
  const { clock, signal } = ports;
  const start = clock.monotonic();
  const remaining = (): number => start + condition.deadlineMs - clock.monotonic();
  const beat = heartbeat(condition, ports, start);
  let lastSeen = 'nothing yet';
  let answered = false;
  for (;;) {
    throwIfCancelled(condition, signal, lastSeen);
    const begun = clock.monotonic();
    const sighting = await lookWithin(remaining(), condition, ports);
    throwIfCancelled(condition, signal, lastSeen);
    const waitedMs = clock.monotonic() - start;
    if (sighting === overdue) {
      const hungMs = clock.monotonic() - begun;
      if (answered && hungMs < silenceMs && hungMs < condition.deadlineMs / 2)
        return { met: false, lastSeen, hopeless: false, waitedMs };
      const inability = noAnswer(condition, lastSeen);
      return { met: false, lastSeen: `${lastSeen}, then no answer`, hopeless: false, waitedMs, inability };
    }
    if (sighting.done) return { met: true, state: sighting.state, waitedMs };
    lastSeen = sighting.seen;
    answered = !('inability' in sighting);
    beat(lastSeen);
    const hopeless = sighting.hopeless === true;
    if (hopeless || remaining() <= condition.intervalMs) {
      const blind = 'inability' in sighting ? { inability: sighting.inability } : {};
      return { met: false, lastSeen, hopeless, waitedMs, ...blind };
    }
    await pause(condition, ports, lastSeen);
  }
}

/** One look, given up when `ms` are over. */
async function lookWithin<State>(
  ms: number,
  condition: Condition<State>,
  { clock, signal }: WaitPorts,
): Promise<Sighting<State> | Blind | typeof overdue> {
  const look = new AbortController();
  const timer = new AbortController();
  const either = AbortSignal.any([signal, look.signal]);
  const stop = AbortSignal.any([signal, timer.signal]);
  const giveUp = (): typeof overdue => overdue;
  const late = clock.sleep(Math.max(0, ms), stop).then(giveUp, giveUp);
  try {
    return await Promise.race([observe(condition, either), late]);
  } finally {
    timer.abort();
    look.abort();
  }
}

async function observe<State>(condition: Condition<State>, signal: AbortSignal): Promise<Sighting<State> | Blind> {
  try {
    return await condition.observe(signal);
  } catch (error) {
    if (error instanceof GateError) return { done: false, seen: error.message, inability: error };
    if (signal.aborted) return { done: false, seen: 'a look that was broken off', inability: cancelled('looking') };
    throw error;
  }
}

function noAnswer<State>({ what, deadlineMs }: Condition<State>, seen: string): GateError {
  return new GateError(
    'TIMED_OUT',
    `no answer within ${deadlineMs} ms while waiting until ${what}; last seen: ${seen}`,
    {
      hint: 'Look whether what is asked still runs; nothing was found out about the service.',
    },
  );
}

async function pause<State>({ what, intervalMs }: Condition<State>, ports: WaitPorts, seen: string): Promise<void> {
  try {
    await ports.clock.sleep(intervalMs, ports.signal);
  } catch (error) {
    throwIfCancelled({ what }, ports.signal, seen);
    throw error;
  }
}

function throwIfCancelled({ what }: { readonly what: string }, signal: AbortSignal, seen: string): void {
  if (!signal.aborted) return;
  const doing = `waiting until ${what}; last seen: ${seen}`;
  const reason: unknown = signal.reason;
  // Out of time is not cancelled: who set the limit wants to know what took it.
  if (!(reason instanceof GateError) || reason.code !== 'TIMED_OUT') throw cancelled(doing);
  throw new GateError('TIMED_OUT', `${reason.message}: it was ${doing}`, { hint: reason.hint, cause: reason });
}

/** Speaks when something changed, and now and then when nothing does. */
function heartbeat<State>(
  { what }: Condition<State>,
  { clock, log }: WaitPorts,
  start: number,
): (seen: string) => void {
  let said = '';
  let at = Number.NEGATIVE_INFINITY;
  return (seen) => {
    const now = clock.monotonic();
    if (seen === said && now - at < heartbeatMs) return;
    said = seen;
    at = now;
    log.progress(`waiting until ${what}, ${Math.round((now - start) / 1000)} s: ${seen}`);
  };
}
