import { GateError } from '../../src/domain/error.js';
import type { HttpProbe, ProbeAnswer, ProbeRequest } from '../../src/ports/http-probe.js';

/** Statuses by host, asked for anew each time; `none` is no HTTP answer at all. */
export type Statuses = (host: string, url: string) => number | 'none';

/** Whoever listens on the ingress port. An unrouted host gets the controller's own 404. */
export function fakeHttpProbe(answer: Statuses = (host) => (host === 'shop.example.com' ? 200 : 404)): HttpProbe {
  return {
    async get({ url, host }: ProbeRequest, signal: AbortSignal): Promise<ProbeAnswer> {
      signal.throwIfAborted();
      const status = answer(host ?? '', url);
      if (status !== 'none') return { status, durationMs: 3 };
      throw new GateError('LOAD_FAILED', `no HTTP answer from ${url}: socket hang up`, { hint: 'Look at the route.' });
    },
  };
}
