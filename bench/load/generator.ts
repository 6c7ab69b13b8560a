import { httpGenerator } from '../../src/adapters/http/generator.js';
import type { LoadPlan, LoadResult } from '../../src/ports/load-generator.js';

export function planFor(origin: string, connections: number): LoadPlan {
  const request = { method: 'GET', path: '/', headers: {}, body: null, extract: [], expectStatus: null };
  return {
    origin,
    protocol: 'http/1.1',
    host: null,
    ca: null,
    insecure: false,
    scenarios: [{ name: 'bench', weight: 1, requests: [request], cookies: false, data: [] }],
    arrivals: 'even',
    seed: 1,
    maxInFlight: 4096,
    connections,
    connectionMaxAgeMs: 60_000,
    timeoutMs: 10_000,
    podHeader: null,
    abort: null,
  };
}

/** A constant rate for some seconds, from start to the last answer. */
export async function send(origin: string, rate: number, seconds: number, connections: number): Promise<LoadResult> {
  const generator = httpGenerator(new URL('./thread.mjs', import.meta.url));
  const run = await generator.start(planFor(origin, connections), new AbortController().signal);
  await run.phase('load', { shape: 'constant', rate, seconds });
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  return run.stop();
}

/** As a program: `generator.ts ORIGIN RATE SECONDS CONNECTIONS` prints what was answered. */
if (process.argv[1]?.endsWith('/generator.ts')) {
  const [origin = '', rate, seconds, connections] = process.argv.slice(2);
  const { phases } = await send(origin, Number(rate), Number(seconds), Number(connections));
  console.log(JSON.stringify({ answered: phases[0]?.tally.good ?? 0 }));
}
