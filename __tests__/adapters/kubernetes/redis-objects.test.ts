import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { nodeObjects, probeObjects } from '../../../src/adapters/kubernetes/redis-objects.js';
import { nodeFiles } from '../../../src/adapters/kubernetes/redis-scripts.js';
import type { RedisHosting } from '../../../src/ports/redis-probe.js';

const hosting: RedisHosting = {
  namespace: 'shop',
  name: 'sessions',
  image: 'redis:8',
  probeImage: 'node:24-slim',
  nodes: 12,
  tls: undefined,
  auth: { secret: 'redis-auth', key: 'pw' },
  storage: '1Gi',
  memory: '128Mi',
  maxmemory: '64mb',
  maxmemoryPolicy: 'noeviction',
  nodeTimeout: 5000,
  requireFullCoverage: false,
};

const objects = nodeObjects(hosting);
const text = JSON.stringify(objects);
const of = (kind: string) => JSON.stringify(objects.find((object) => object.kind === kind));

describe('the objects of a Redis Cluster', () => {
  test('are named and labelled after it, all in its namespace', () => {
    expect(objects.map(({ kind }) => kind)).toEqual([
      'ConfigMap',
      'NetworkPolicy',
      'Service',
      'PodDisruptionBudget',
      'StatefulSet',
    ]);
    for (const { metadata } of objects) {
      expect(metadata).toMatchObject({
        name: 'sessions',
        namespace: 'shop',
        labels: { 'app.kubernetes.io/name': 'sessions', 'app.kubernetes.io/managed-by': 'scale-gate' },
      });
    }
  });

  test('let nodes find each other before they are ready, and start all at once', () => {
    expect(of('Service')).toMatch(/"clusterIP":"None","publishNotReadyAddresses":true/);
    expect(of('StatefulSet')).toMatch(/"podManagementPolicy":"Parallel"/);
  });

  test('let clients in by their label on the client port alone', () => {
    const policy = objects.find(({ kind }) => kind === 'NetworkPolicy') as unknown as {
      spec: { ingress: { from: unknown; ports: { port: number }[] }[] };
    };
    const [clients, peers] = policy.spec.ingress;
    expect(clients?.from).toEqual([{ podSelector: { matchLabels: { 'redis-client': 'true' } } }]);
    expect(clients?.ports.map(({ port }) => port)).toEqual([6379]);
    expect(peers?.ports.map(({ port }) => port)).toEqual([6379, 16379]);
    expect(policy.spec.ingress).toHaveLength(2);
  });

  test('the probe is one of the clients, gets the password by reference, and runs without privileges', () => {
    const [, pod] = probeObjects(hosting, 'bundle');
    const probe = JSON.stringify(pod);
    expect(pod?.metadata.labels).toMatchObject({
      'redis-client': 'true',
      'app.kubernetes.io/component': 'redis-probe',
    });
    expect(probe).toContain('"secretKeyRef":{"name":"redis-auth","key":"pw"}');
    for (const given of [text, probe]) {
      expect(given).toContain('"allowPrivilegeEscalation":false');
      expect(given).toContain('"runAsNonRoot":true');
      expect(given).toContain('"automountServiceAccountToken":false');
    }
  });

  test("the nodes' selector does not take the probe for a node", () => {
    const labels = probeObjects(hosting, '')[1]?.metadata.labels ?? {};
    expect(labels['app.kubernetes.io/component']).not.toBe('redis');
    expect(of('StatefulSet')).toContain(
      '"matchLabels":{"app.kubernetes.io/name":"sessions","app.kubernetes.io/component":"redis"}',
    );
  });
});

describe('the scripts of a node, run by sh', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'redis-scripts-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  /** Runs a script with its absolute folders below a temporary one, and programs that a test makes up. */
  function run(file: string, programs: Readonly<Record<string, string>>, password?: string) {
    for (const folder of ['scale-gate', 'auth', 'run/redis', 'bin'])
      mkdirSync(path.join(root, folder), { recursive: true });
    const placed = (script: string) =>
      script.replaceAll(/(?<![\w.])\/(scale-gate|auth|run\/redis)(?=\/)/g, `${root}/$1`);
    for (const [name, content] of Object.entries(nodeFiles(hosting)))
      writeFileSync(path.join(root, 'scale-gate', name), placed(content));
    rmSync(path.join(root, 'auth/password'), { force: true });
    if (password !== undefined) writeFileSync(path.join(root, 'auth/password'), password);
    for (const [name, body] of Object.entries(programs)) {
      writeFileSync(path.join(root, 'bin', name), `#!/bin/sh\n${body}\n`);
      chmodSync(path.join(root, 'bin', name), 0o755);
    }
    const env = { PATH: `${root}/bin:${process.env['PATH']}`, POD_IP: '10.0.0.1' };
    try {
      return {
        code: 0,
        out: execFileSync('sh', [path.join(root, 'scale-gate', file)], {
          env,
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'pipe'],
        }),
      };
    } catch (error) {
      return { code: (error as { status: number }).status, out: (error as { stdout: string }).stdout };
    }
  }

  const server = { 'redis-server': 'echo "started with $*"; cat "$1"' };

  test.each([
    ['plain', 'requirepass "plain"'],
    ['with "quotes" and \\ and #', 'requirepass "with \\"quotes\\" and \\\\ and #"'],
    ["it's $HOME `x`\n", 'requirepass "it\'s $HOME `x`"'],
  ])('start.sh writes the password %j as redis.conf wants it', (password, line) => {
    const { out } = run('start.sh', server, password);
    expect(out.split('\n')).toContain(line);
    expect(out.split('\n')).toContain(line.replace('requirepass', 'masterauth'));
    expect(out.split('\n')[0]).not.toContain(password.trim());
    expect(out).toContain('cluster-announce-ip 10.0.0.1');
    expect(out).toContain('cluster-require-full-coverage no');
  });

  test('start.sh asks for no password where there is none', () => {
    expect(run('start.sh', server).out).not.toContain('requirepass');
    expect(readFileSync(path.join(root, 'run/redis/redis.conf'), 'utf8')).toContain('appendonly yes');
  });

  test.each([
    ['cluster_state:ok\nrole:slave\nmaster_link_status:up', 0],
    ['cluster_state:ok\nrole:master', 0],
    ['cluster_state:fail\nrole:master', 1],
    ['cluster_state:ok\nrole:slave\nmaster_link_status:down', 1],
    ['NOAUTH Authentication required.', 1],
    ['', 1],
  ])('ready.sh after %j ends with %i', (answer, code) => {
    expect(
      run('ready.sh', { 'redis-cli': `cat >/dev/null; printf '%b' '${answer.replaceAll('\n', '\\n')}'` }).code,
    ).toBe(code);
  });

  test('stop.sh has a replica take over, and waits until it has', () => {
    const cli = `case "$*" in
      role) if [ -f ${root}/done ]; then echo slave; else echo master; fi ;;
      "info replication") printf 'role:master\\r\\nslave0:ip=10.0.0.7,port=6379,state=online,offset=1,lag=0\\r\\n' ;;
      "-h 10.0.0.7 -p 6379 cluster failover") echo asked >> ${root}/done ;;
    esac`;
    expect(run('stop.sh', { 'redis-cli': cli }).code).toBe(0);
    expect(readFileSync(path.join(root, 'done'), 'utf8')).toBe('asked\n');
  });

  test('stop.sh leaves a replica alone', () => {
    rmSync(path.join(root, 'done'), { force: true });
    const cli = `[ "$*" = role ] && echo slave || echo "$*" >> ${root}/done`;
    expect(run('stop.sh', { 'redis-cli': cli }).code).toBe(0);
    expect(() => readFileSync(path.join(root, 'done'))).toThrow(/ENOENT/);
  });
});
