/** Our generator as it is installed: the compiled sources of lib/. `npm run bench:load` compiles them first. */
import { httpGenerator } from '../../lib/adapters/http/generator.js';

const thread = new URL('../../lib/adapters/http/thread.js', import.meta.url);

/** @returns {import('../../src/ports/load-generator.js').LoadPlan} */
function planFor(origin, connections) {
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

/**
 * A constant rate for some seconds, from start to the last answer.
 * @returns {Promise<import('../../src/ports/load-generator.js').LoadResult>}
 */
export async function send(origin, rate, seconds, connections) {
  const run = await httpGenerator(thread).start(planFor(origin, connections), new AbortController().signal);
  await run.phase('load', { shape: 'constant', rate, seconds });
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  return run.stop();
}

/** As a program: `generator.mjs ORIGIN RATE SECONDS CONNECTIONS` prints the result. */
if (process.argv[1]?.endsWith('/generator.mjs')) {
  const [origin, ...numbers] = process.argv.slice(2);
  console.log(JSON.stringify(await send(origin, ...numbers.map(Number))));
}
