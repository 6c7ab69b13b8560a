// A small shop: sessions in a Redis Cluster, a page that costs CPU. One process, one port.
import { pbkdf2Sync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { hostname } from 'node:os';
import { connectSessions } from './sessions.mjs';

const port = Number(process.env.PORT ?? 8080);
const rounds = Number(process.env.PRICE_ROUNDS ?? 12_000);
const slowMs = Number(process.env.SLOW_MS ?? 0);
const sessions = connectSessions(process.env);

const routes = {
  'GET /healthz': () => ({ status: 200, body: 'ok' }),
  'GET /readyz': () => ({ status: 200, body: 'ready' }),
  'GET /': () => ({ status: 200, body: 'session-shop' }),
  // Prices are "computed": a fixed number of hash rounds, so that one request costs the same CPU each time.
  'GET /catalog': () => ({ status: 200, body: pbkdf2Sync('catalog', 'shop', rounds, 32, 'sha256').toString('hex') }),
  'GET /cart': async (session) => ({ status: 200, body: JSON.stringify(await sessions.read(session)), session }),
  'POST /cart': async (session) => ({ status: 200, body: JSON.stringify(await sessions.add(session)), session }),
};

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://shop');
  const route = routes[`${request.method} ${pathname}`];
  request.resume();
  try {
    // A shop that is too slow for its customers may still be quick to its probes.
    if (slowMs > 0 && !/^\/(health|ready)z$/.test(pathname))
      await new Promise((resolve) => setTimeout(resolve, slowMs));
    const answer = route === undefined ? { status: 404, body: 'no such page' } : await route(sessionOf(request));
    send(response, answer);
  } catch (error) {
    send(response, { status: 503, body: `sessions are away: ${error.message}` });
  }
});

function sessionOf({ headers }) {
  return /(?:^|;\s*)sid=([0-9a-f-]{36})/.exec(headers.cookie ?? '')?.[1] ?? randomUUID();
}

function send(response, { status, body, session }) {
  response.setHeader('x-pod', hostname());
  if (session !== undefined) response.setHeader('set-cookie', `sid=${session}; HttpOnly; SameSite=Lax; Path=/`);
  response.writeHead(status, { 'content-type': 'text/plain' }).end(body);
}

server.keepAliveTimeout = 65_000;
server.listen(port, () => console.log(`session-shop listens on ${port}`));

// Endpoints are taken away a moment after SIGTERM: answer until then, and close what is idle.
process.once('SIGTERM', () => {
  setTimeout(() => {
    server.close(() => sessions.close());
    server.closeIdleConnections();
  }, 2_000);
});
