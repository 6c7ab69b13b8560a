import type { Evidence } from '../../../src/domain/evidence.js';
import type { RedisSpec } from '../../../src/stages/redis/spec.js';

/**
 * Time limits so wide that a busy machine keeps them. These tests ask what is right and wrong; how long it takes on a
 * free machine is what `npm run bench:redis` asks.
 */
export function patientSpec(spec: RedisSpec): RedisSpec {
  const budgets = {
    ...spec.budgets,
    maxPlannedFailoverMs: 60_000,
    maxFailoverMs: 90_000,
    maxErrorWindowMs: 120_000,
    maxCollateralMs: 60_000,
    maxAgreeMs: 120_000,
    maxTtlDriftMs: 5000,
  };
  return { ...spec, budgets };
}

/** No write may fail while slots move, so none may be given up too soon either. */
export const unhurried = { writeTimeoutMs: 20_000 } as const;

/** Whether something could not be told because the machine stood still: then, and only then, a run may be repeated. */
export function stalled(evidence: readonly Evidence[]): boolean {
  const blind = evidence.filter(({ observed }) => observed.includes('itself stood still for'));
  for (const { claim, observed } of blind) process.stdout.write(`repeated once: ${claim}: ${observed}\n`);
  return blind.length > 0;
}
