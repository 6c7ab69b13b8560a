import { connections } from '../../../src/adapters/http/connections.js';
import { Engine } from '../../../src/adapters/http/engine.js';
import { laneOpener } from '../../../src/adapters/http/lanes.js';
import { randomFrom } from '../../../src/adapters/http/random.js';
import type { LoadPlan, LoadResult, RequestTemplate, Scenario } from '../../../src/ports/load-generator.js';

export function request(changes: Partial<RequestTemplate> = {}): RequestTemplate {
  return { method: 'GET', path: '/', headers: {}, body: null, extract: [], expectStatus: null, ...changes };
}

export function scenario(changes: Partial<Scenario> = {}): Scenario {
  return { name: 'one', weight: 1, requests: [request()], cookies: false, data: [], ...changes };
}

export function planFor(origin: string, changes: Partial<LoadPlan> = {}): LoadPlan {
  return {
    origin,
    protocol: 'http/1.1',
    host: null,
    ca: null,
    insecure: false,
    scenarios: [scenario()],
    arrivals: 'even',
    seed: 1,
    maxInFlight: 1000,
    connections: 100,
    connectionMaxAgeMs: 60_000,
    timeoutMs: 2000,
    podHeader: null,
    abort: null,
    ...changes,
  };
}

/** Sends a constant rate for some seconds, in this thread, to the last answer. */
export async function load(origin: string, changes: Partial<LoadPlan>, rate = 100, seconds = 0.5): Promise<LoadResult> {
  const plan = planFor(origin, changes);
  const pool = connections(plan, randomFrom(plan.seed), await laneOpener(plan));
  const engine = new Engine(plan, pool, null);
  engine.phase('load', { shape: 'constant', rate, seconds });
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000 + 50));
  // A machine that is busy is late with the last arrivals: they are waited for, within reason.
  const patience = performance.now() + 5000;
  const unfinished = (): boolean => {
    const { tally, ended } = engine.snapshot();
    return ended === null && tally.scheduled < Math.floor(rate * seconds);
  };
  while (unfinished() && performance.now() < patience) await new Promise((resolve) => setTimeout(resolve, 10));
  const result = await engine.stop();
  pool.close();
  return result;
}

export const tallyOf = ({ phases }: LoadResult): LoadResult['phases'][number]['tally'] => phases[0]!.tally;
