import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { defaultRedisSpec, type RedisSpec } from '../../../src/stages/redis/spec.js';
import { redisStage } from '../../../src/stages/redis/stage.js';
import { clock, localGrounds, log } from './local-ground.js';
import { patientSpec } from './patience.js';
import { find, LocalServers, redisServer } from './servers.js';

const openssl = find('openssl');
const here = redisServer === undefined || openssl === undefined ? describe.skip : describe;
const context = { signal: new AbortController().signal, own: async () => undefined };

/** An authority and a certificate of its own for one name, both good for `days`. */
function certify(folder: string, name: string, days: number) {
  const file = (ending: string) => path.join(folder, `${name}.${ending}`);
  const run = (...args: string[]) => execFileSync(openssl ?? 'openssl', args, { stdio: 'ignore' });
  const subject = (who: string) => ['-subj', `/CN=${who}`, '-days', String(days), '-nodes', '-newkey', 'rsa:2048'];
  run('req', '-x509', ...subject(`${name} authority`), '-keyout', file('ca.key'), '-out', file('ca.crt'));
  run(
    'req',
    '-x509',
    ...subject(name),
    '-CA',
    file('ca.crt'),
    '-CAkey',
    file('ca.key'),
    '-keyout',
    file('key'),
    '-out',
    file('crt'),
  );
  return { ca: file('ca.crt'), cert: file('crt'), key: file('key') };
}

const texts = ({ ca, cert, key }: ReturnType<typeof certify>) => ({
  ca: readFileSync(ca, 'utf8'),
  cert: readFileSync(cert, 'utf8'),
  key: readFileSync(key, 'utf8'),
});

here('12 servers of this machine that speak TLS only', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'redis-tls-'));
  const [own, other, short] = [
    certify(folder, 'redis', 90),
    certify(folder, 'stranger', 90),
    certify(folder, 'short', 3),
  ];
  let servers: LocalServers | undefined;
  afterAll(async () => {
    await servers?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(tls = own, settings: Readonly<Record<string, Readonly<Record<string, string>>>> = {}) {
    await servers?.stop();
    servers = new LocalServers({
      count: 12,
      password: 'secret',
      machine: (index) => `machine-${index % 3}`,
      tls,
      own: settings,
    });
    await servers.start();
    return servers;
  }

  const run = (on: LocalServers, trusted = own, more: Partial<RedisSpec> = {}) =>
    redisStage({ grounds: localGrounds(on, 'secret', texts(trusted)), clock, log }).run(
      { ...patientSpec(defaultRedisSpec), tls: 'redis-tls', holdSeconds: 1, ...more },
      context,
    );

  test('form, agree and fail over under load, with sessions, redirects and the client through TLS', async () => {
    const { evidence, output } = await run(await start());
    expect(evidence.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect(evidence.map(({ observed }) => observed)).toContain(
      'tls-cluster and tls-replication yes, port 0 on 12 nodes',
    );
    expect(output.events[0]?.load.app.acked).toBeGreaterThan(100);
  });

  test('slots move through TLS as well', async () => {
    const { evidence } = await run(await start(), own, { behaviours: ['scale'], writeTimeoutMs: 20_000 });
    expect(evidence.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
  });

  test('an authority that did not sign their certificate leaves it inconclusive', async () => {
    const { evidence } = await run(await start(), other, { timeoutSeconds: 2, mode: 'verify' });
    expect(evidence).toHaveLength(1);
    expect(evidence[0]).toMatchObject({
      verdict: 'inconclusive',
      observed: expect.stringMatching(/0 of 12 nodes answered.*certificate/),
    });
  });

  test('replication in clear and a certificate that ends soon are named', async () => {
    const { evidence } = await run(await start(short, { 'redis-3': { 'tls-replication': 'no' } }), short, {
      behaviours: [],
      timeoutSeconds: 8,
    });
    const seen = evidence
      .filter(({ verdict }) => verdict === 'fail')
      .map(({ observed }) => observed)
      .join('\n');
    expect(seen).toMatch(/redis-3/);
    expect(seen).toMatch(/[23] days left, 14 wanted|no replication link/);
  });
});
