import type { LoadPlan, RequestTemplate, Scenario } from '../../ports/load-generator.js';
import type { Connections } from './connections.js';
import { Engine } from './engine.js';

/** Requests, and how many a second: as many connections are opened as a service of a sixth of a second needs. */
const [requests, rate] = [32, 200];
/** Milliseconds after which the measured load no longer waits for answers to these. */
const patienceMs = 2000;

/** A request that may be sent without being asked for: it reads, and means the same each time. */
function harmless({ method, path, headers, body }: RequestTemplate): boolean {
  const varies = [path, ...Object.values(headers)].some((text) => text.includes('{{'));
  return (method === 'GET' || method === 'HEAD') && body === null && !varies;
}

function harmlessPart(scenario: Scenario): Scenario[] {
  const reads = scenario.requests.filter(harmless).slice(0, 1);
  return reads.map((request) => ({ ...scenario, cookies: false, data: [], requests: [{ ...request, extract: [] }] }));
}

/**
 * Sends some of the plan's reads and forgets the answers: connections are open, and neither the target's nor our first
 * steps are taken for its latency. A plan without plain reads, or with `warmUp: false`, has none.
 */
export async function warmUp(plan: LoadPlan, pool: Connections): Promise<void> {
  const scenarios = plan.scenarios.flatMap(harmlessPart);
  if (plan.warmUp === false || scenarios.length === 0) return;
  const timeoutMs = Math.min(plan.timeoutMs, patienceMs);
  const engine = new Engine({ ...plan, scenarios, timeoutMs, abort: null }, pool, null);
  engine.phase('warm-up', { shape: 'constant', rate, seconds: requests / rate });
  await new Promise((resolve) => setTimeout(resolve, (1000 * requests) / rate));
  await engine.stop();
}
