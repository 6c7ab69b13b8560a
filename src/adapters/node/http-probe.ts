import http from 'node:http';
import https from 'node:https';
import { GateError } from '../../domain/error.js';
import type { HttpProbe } from '../../ports/http-probe.js';

/** Single requests by Node's own client, each on a connection of its own. Redirects are answers. */
export const nodeHttpProbe: HttpProbe = {
  get({ url, host, timeoutMs }, signal) {
    return new Promise((resolve, reject) => {
      const begun = performance.now();
      const client = url.startsWith('https:') ? https : http;
      const headers = host === undefined ? {} : { host };
      const request = client.get(url, { agent: false, headers, signal, timeout: timeoutMs }, (response) => {
        response.resume();
        response.on('end', () => resolve({ status: response.statusCode ?? 0, durationMs: performance.now() - begun }));
        response.on('error', fail);
      });
      const fail = (cause: Error): void =>
        reject(
          new GateError('LOAD_FAILED', `no HTTP answer from ${url}: ${cause.message}`, {
            hint: 'Look at the route and at the pods behind it.',
            cause,
          }),
        );
      request.on('timeout', () => request.destroy(new Error(`no answer within ${timeoutMs} ms`)));
      request.on('error', fail);
    });
  },
};
