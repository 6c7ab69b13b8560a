import type { Pulse, Standstill } from '../../ports/pulse.js';
import type { Workbench } from './workbench.js';

/** Who of those that measured stood still longest, and in how long a time. */
export interface Blackout extends Standstill {
  readonly who: string;
  /** Milliseconds that were measured in all. */
  readonly ofMs: number;
}

/**
 * Part of a measured time for which an observer may have stood still while a missed limit is still the cluster's
 * fault. From a fifth on, or where the standing still alone makes up for the excess, nobody can say whose it was.
 */
export const STOOD_STILL_SHARE = 0.2;

/** The longest standstill of all observers since a monotonic time. */
export async function blackoutSince({ ground, clock }: Workbench, since: number): Promise<Blackout | undefined> {
  const ofMs = Math.round(clock.monotonic() - since);
  const all = await Promise.all(ground.probe.pulses.map((pulse) => one(pulse, ofMs)));
  return all.toSorted((a, b) => b.totalMs - a.totalMs)[0];
}

async function one(pulse: Pulse, ofMs: number): Promise<Blackout> {
  return { who: pulse.who, ...(await pulse.stoodStill(ofMs)), ofMs };
}

/** `the probe itself stood still for 5.8 s of 12.2 s`. */
export function describeBlackout({ who, totalMs, ofMs }: Blackout): string {
  return `${who} itself stood still for ${(totalMs / 1000).toFixed(1)} s of ${(ofMs / 1000).toFixed(1)} s`;
}

export const blackoutRemedy =
  'Run it where a processor is free: neither the cluster nor its fault can be told from the machine here.';

/** Whether a time that was too long, or an end that was not seen at all, may be the observer's own doing. */
export function mayExplain(blackout: Blackout | undefined, value: number | undefined, limit: number): boolean {
  if (blackout === undefined || blackout.totalMs === 0) return false;
  const measured = value ?? blackout.ofMs;
  return blackout.totalMs >= measured * STOOD_STILL_SHARE || (value !== undefined && blackout.totalMs >= value - limit);
}

/** Whether so much may have been missed during one standstill that a time within its limit was not. */
export function mayHide(blackout: Blackout | undefined, value: number, limit: number): boolean {
  return blackout !== undefined && blackout.longestMs > 0 && value + blackout.longestMs > limit;
}
