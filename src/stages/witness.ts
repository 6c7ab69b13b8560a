import type { Evidence } from '../domain/evidence.js';
import type { Clock } from '../ports/clock.js';

/** Stamps what was observed with the instant at which it was written down. */
export type Witness = (observation: Omit<Evidence, 'at'>) => Evidence;

export function witness(clock: Clock): Witness {
  return (observation) => ({ ...observation, at: new Date(clock.now()).toISOString() });
}
