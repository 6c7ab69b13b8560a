import { describe, expect, test } from '@jest/globals';
import { kubernetesDiagnostics } from '../../../src/adapters/kubernetes/diagnostics.js';
import { type DiagnosticSource, diagnosticsBundle } from '../../../src/domain/diagnostics-bundle.js';
import { redactor } from '../../../src/domain/redactor.js';
import { canaries, forms, leakOf } from '../../secrets/canaries.js';
import { items, type Routes, withApi } from './api-server.js';

const scope = { namespace: 'shop', whole: true, salt: 'salt' };
const signal = new AbortController().signal;
const secret = 'c4nary-in-the-cluster';
const encoded = Buffer.from(secret).toString('base64');

const crashed = {
  metadata: { name: 'web-1', namespace: 'shop', managedFields: [{ manager: 'kubectl' }] },
  spec: { nodeName: 'node-1', containers: [{ name: 'web', env: [{ name: 'DB_PASSWORD', value: secret }] }] },
  status: {
    phase: 'Running',
    containerStatuses: [
      {
        name: 'web',
        restartCount: 3,
        state: { waiting: { reason: 'CrashLoopBackOff' } },
        lastState: { terminated: { exitCode: 137, reason: 'OOMKilled' } },
      },
    ],
  },
};
const sick = {
  metadata: { name: 'metrics-server-1', namespace: 'kube-system' },
  spec: { containers: [{ name: 'metrics-server' }] },
  status: { containerStatuses: [{ name: 'metrics-server', restartCount: 0, state: { running: {} } }] },
};
const sound = {
  metadata: { name: 'etcd', namespace: 'kube-system' },
  spec: { containers: [{ name: 'etcd' }] },
  status: {
    conditions: [{ type: 'Ready', status: 'True' }],
    containerStatuses: [{ name: 'etcd', restartCount: 0, state: { running: {} } }],
  },
};
const node = {
  metadata: { name: 'node-1' },
  spec: { unschedulable: true, taints: [{ key: 'full', effect: 'NoSchedule' }] },
  status: { conditions: [{ type: 'DiskPressure', status: 'True', reason: 'KubeletHasDiskPressure', message: 'disk' }] },
};
const event = {
  metadata: { name: 'e', namespace: 'shop' },
  type: 'Warning',
  reason: 'BackOff',
  message: `failed with ${secret}`,
  count: 4,
  lastTimestamp: '2026-11-22T01:00:00Z',
  involvedObject: { kind: 'Pod', namespace: 'shop', name: 'web-1' },
};
const applied = { 'kubectl.kubernetes.io/last-applied-configuration': `{"data":{"p":"${encoded}"}}` };

const routes: Routes = [
  [/^GET \/api\/v1\/nodes\?/, items(node)],
  [/^GET \/api\/v1\/events\?/, items(event)],
  [/^GET \/api\/v1\/pods\?/, items(crashed, sick, sound)],
  [/namespaces\/shop\/secrets/, items({ metadata: { name: 'db', annotations: applied }, data: { p: encoded } })],
  [/namespaces\/shop\/pods\?/, items(crashed)],
  [/apis\/apps\/v1\/namespaces\/shop\/deployments/, { status: 500, text: 'etcd is gone' }],
  [/pods\/web-1\/log\?container=web&.*previous=true/, { text: `connecting with ${secret}` }],
  [/pods\/web-1\/log/, { text: `AUTH ${encoded}` }],
  [/pods\/metrics-server-1\/log/, { text: 'no certificate' }],
  [/apiservices/, { json: { kind: 'APIService', status: { conditions: [{ message: 'MissingEndpoints' }] } } }],
];

const textOf = (sources: readonly DiagnosticSource[], name: string): string => {
  const content = sources.find((source) => source.name === name)?.content;
  return content === undefined ? 'no such source' : 'text' in content ? content.text : `missing: ${content.missing}`;
};

describe('what is seen of a cluster', () => {
  test('tells events, node conditions, pods, the metrics API, and the logs of both lives of a container', async () => {
    const { sources } = await withApi(routes, (client) => kubernetesDiagnostics(client, scope).collect(signal));
    expect(textOf(sources, 'events.txt')).toContain('2026-11-22T01:00:00Z Warning BackOff shop/Pod/web-1 ×4: failed');
    expect(textOf(sources, 'nodes.txt')).toContain('DiskPressure=True KubeletHasDiskPressure: disk');
    expect(textOf(sources, 'nodes.txt')).toContain('node-1 unschedulable full:NoSchedule');
    expect(textOf(sources, 'pods.txt')).toContain('shop/web-1 Running, 3 restarts, on node-1: CrashLoopBackOff');
    expect(textOf(sources, 'metrics-api.json')).toContain('MissingEndpoints');
    expect(textOf(sources, 'shop/logs/web-1/web.previous.log')).toContain('connecting');
    expect(textOf(sources, 'shop/logs/web-1/web.log')).toContain('AUTH');
    expect(textOf(sources, 'kube-system/logs/metrics-server-1/metrics-server.log')).toContain('no certificate');
    expect(textOf(sources, 'kube-system/logs/etcd/etcd.log')).toBe('no such source');
  });

  test('gives what can be had where a part of it can not', async () => {
    const { sources } = await withApi(routes, (client) => kubernetesDiagnostics(client, scope).collect(signal));
    expect(textOf(sources, 'shop/Deployment.json')).toMatch(/^missing: .*etcd is gone/);
    expect(textOf(sources, 'shop/Pod.json')).toContain('OOMKilled');
  });

  test('of a cluster that does not answer is its silence, soon after the deadline', async () => {
    const begun = performance.now();
    const { sources } = await withApi([[/./, 'hang']], (client) =>
      kubernetesDiagnostics(client, scope).collect(AbortSignal.timeout(100)),
    );
    expect(performance.now() - begun).toBeLessThan(2_000);
    expect(sources.length).toBeGreaterThan(5);
    expect(sources.every(({ content }) => 'missing' in content)).toBe(true);
  });

  test('on a cluster that is not ours is our namespace only, and nothing of one that we did not make', async () => {
    const asked = async (namespace: string | undefined): Promise<readonly string[]> =>
      withApi(routes, async (client, server) => {
        await kubernetesDiagnostics(client, { namespace, whole: false, salt: '' }).collect(signal);
        return server.asked.map(({ url }) => url).filter((url) => !/nodes\?|apiservices/.test(url));
      });
    expect((await asked('shop')).filter((url) => !url.includes('/namespaces/shop/'))).toEqual([]);
    expect(await asked(undefined)).toEqual([]);
  });

  test('holds no value of a Secret, wherever it was printed', async () => {
    const { sources, secrets } = await withApi(routes, (client) =>
      kubernetesDiagnostics(client, scope).collect(signal),
    );
    expect(secrets).toContain(secret);
    // The list's items do not say that they are Secrets.
    expect(textOf(sources, 'shop/Secret.json')).not.toContain(encoded);
    expect(textOf(sources, 'shop/Secret.json')).toContain(`(${secret.length} bytes`);
    const redacting = redactor([]);
    for (const each of secrets) redacting.learn(each);
    const all = diagnosticsBundle(sources, redacting)
      .map(({ name, text }) => name + text)
      .join('\n');
    expect(all).not.toContain(secret);
    expect(all).not.toContain(encoded);
  });

  test('holds none of the canaries in any form that a log or an event may print', async () => {
    const planted = canaries('diagnostics').slice(0, 4);
    const data = Object.fromEntries(
      planted.map(({ value }, at) => [`k${at}`, Buffer.from(value).toString('base64')] as const),
    );
    const text = planted.flatMap(({ value }) => Object.values(forms).map((encode) => encode(value))).join('\n\n');
    const more: Routes = [
      [/namespaces\/shop\/secrets/, items({ metadata: { name: 'db' }, data })],
      [/\/log\?/, { text }],
      [/\/events\?/, items({ ...event, message: text.slice(0, 5_000) })],
      ...routes.slice(0, 3),
    ];
    const { sources, secrets } = await withApi(more, (client) => kubernetesDiagnostics(client, scope).collect(signal));
    const shown = diagnosticsBundle(sources, redactor(secrets))
      .map((file) => file.text)
      .join('\n');
    const leaks = planted.flatMap((canary) => Object.keys(forms).flatMap((name) => leakOf(shown, canary, name) ?? []));
    expect(leaks).toEqual([]);
  });
});
