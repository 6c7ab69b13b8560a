import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createSecureServer, type Http2SecureServer } from 'node:http2';
import { createServer, type Server } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TLSSocket } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { load, request, scenario, tallyOf } from './plans.js';

function hasOpenssl(): boolean {
  try {
    execFileSync('openssl', ['version']);
    return true;
  } catch {
    return false;
  }
}

interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** A certificate that signs itself, for the name `shop.example` and the loopback address. */
function certificate(): Certificate {
  const folder = mkdtempSync(path.join(tmpdir(), 'tls-'));
  try {
    const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')];
    const subject = ['-subj', '/CN=shop.example', '-addext', 'subjectAltName=DNS:shop.example,IP:127.0.0.1'];
    const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
    execFileSync('openssl', ['req', '-x509', ...made, ...subject, '-keyout', key, '-out', cert], { stdio: 'ignore' });
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const open: (Server | Http2SecureServer)[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

async function listening(server: Server | Http2SecureServer): Promise<string> {
  open.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return `https://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

const describeTls = hasOpenssl() ? describe : describe.skip;

describeTls('the engine over TLS (needs openssl for a certificate)', () => {
  let own: Certificate = { key: '', cert: '' };
  let other: Certificate = own;
  beforeAll(() => {
    [own, other] = [certificate(), certificate()];
  });
  afterAll(() => expect(own.key).toContain('PRIVATE KEY'));

  test('a certificate is taken when its authority is given', async () => {
    const origin = await listening(createServer(own, (_, response) => response.end('hello')));
    expect(tallyOf(await load(origin, { ca: own.cert }, 40, 0.5))).toMatchObject({
      scheduled: 20,
      good: 20,
      bytes: 100,
    });
  });

  test.each([
    ['no authority is given', null],
    ['another authority is given', 'other'],
  ])('a certificate is refused when %s, and every request is bad', async (_, which) => {
    const origin = await listening(createServer(own, (_request, response) => response.end('hello')));
    const { good, bad, outcomes } = tallyOf(await load(origin, { ca: which && other.cert }, 40, 0.2));
    expect([good, bad]).toEqual([0, 8]);
    expect(Object.keys(outcomes).join()).toMatch(/SELF_SIGNED|UNABLE_TO_VERIFY/);
  });

  test('an insecure run takes any certificate', async () => {
    const origin = await listening(createServer(own, (_, response) => response.end()));
    expect(tallyOf(await load(origin, { insecure: true }, 40, 0.2))).toMatchObject({ good: 8, bad: 0 });
  });

  test('the host is asked for by name, in TLS and in the request', async () => {
    const seen = new Set<string>();
    const server = createServer(own, ({ headers, socket }, response) => {
      seen.add(`${headers.host} ${(socket as TLSSocket & { servername?: string }).servername}`);
      response.end();
    });
    const origin = await listening(server);
    expect(tallyOf(await load(origin, { ca: own.cert, host: 'shop.example' }, 40, 0.2))).toMatchObject({ good: 8 });
    expect([...seen]).toEqual(['shop.example shop.example']);
  });

  test('sessions keep their cookies and rows of data, and connections end when they are old', async () => {
    const seen: string[] = [];
    let [sessions, connections] = [0, 0];
    const server = createServer(own, ({ url, headers }, response) => {
      seen.push(`${url} ${headers.cookie ?? '-'}`);
      if (url?.startsWith('/login')) response.setHeader('set-cookie', `sid=${++sessions}; Path=/; Secure; HttpOnly`);
      response.end();
    });
    server.on('secureConnection', () => connections++);
    const origin = await listening(server);
    const steps = [request({ path: '/login/{{user}}' }), request({ path: '/cart' })];
    const shop = scenario({ requests: steps, cookies: true, data: [{ user: 'ada' }, { user: 'bob' }] });
    const plan = { ca: own.cert, scenarios: [shop], connectionMaxAgeMs: 100 };
    expect(tallyOf(await load(origin, plan, 40, 0.8))).toMatchObject({ scheduled: 32, good: 32 });
    const [logins, carts] = [
      seen.filter((line) => line.endsWith('-')),
      seen.filter((line) => line.startsWith('/cart')),
    ];
    const named = (user: string): number => logins.filter((line) => line === `/login/${user} -`).length;
    expect(Math.abs(named('ada') - named('bob'))).toBeLessThanOrEqual(1);
    expect(named('ada') + named('bob')).toBe(logins.length);
    expect(carts.length).toBeGreaterThan(5);
    expect(carts.length + logins.length).toBe(32);
    expect(new Set(carts).size).toBe(carts.length);
    for (const cart of carts) expect(cart).toMatch(/^\/cart sid=\d+$/);
    expect(connections).toBeGreaterThan(3);
  });

  test('HTTP/2 is agreed on in the handshake, shares connections, and replaces them when they are old', async () => {
    const protocols = new Set<string>();
    let sessions = 0;
    const server = createSecureServer({ ...own, allowHTTP1: false });
    server.on('session', () => sessions++);
    server.on('stream', (stream) => {
      protocols.add(String(stream.session?.alpnProtocol));
      setTimeout(() => {
        stream.respond({ ':status': 200 });
        stream.end('hello');
      }, 50);
    });
    const origin = await listening(server);
    const plan = { protocol: 'h2', ca: own.cert, connections: 2 } as const;
    expect(tallyOf(await load(origin, plan, 100, 0.5))).toMatchObject({ good: 50, bad: 0, bytes: 250 });
    expect(sessions).toBeLessThanOrEqual(2);
    expect([...protocols]).toEqual(['h2']);
    expect(tallyOf(await load(origin, { ...plan, connectionMaxAgeMs: 100 }, 100, 0.8))).toMatchObject({
      good: 80,
      bad: 0,
    });
    expect(sessions).toBeGreaterThan(5);
  });
});
