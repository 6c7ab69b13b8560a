import { describe, expect, test } from '@jest/globals';
import { cpuCounters } from '../../../src/adapters/kubernetes/cpu-counters.js';
import {
  milli,
  millis,
  observedPod,
  observedSample,
  observedScale,
} from '../../../src/adapters/kubernetes/observation.js';
import { kubernetesPlatform } from '../../../src/adapters/kubernetes/platform.js';
import { clusterRoom } from '../../../src/adapters/kubernetes/room.js';
import { items, type Routes, withApi } from './api-server.js';

const { signal } = new AbortController();
const head = { apiVersion: 'v1', kind: 'X' };

describe('what is read of objects', () => {
  test.each([
    ['250m', 250],
    ['1', 1000],
    ['1500u', 2],
    ['64Mi', 64 * 2 ** 20 * 1000],
    ['0', 0],
    [undefined, null],
  ])('quantity %s is %s thousandths', (quantity, value) => {
    expect(milli(quantity)).toBe(value);
  });

  test('a time that is not there is null, not 1970', () => {
    expect([millis(undefined), millis('1970-01-01T00:00:01Z')]).toEqual([null, 1000]);
  });

  test.each([
    ['10.5s', 10.5],
    ['1m0s', 60],
    ['1h2m3.5s', 3723.5],
    ['500ms', 0.5],
    ['15us', 15e-6],
  ])('a window of %s is %s seconds', (window, seconds) => {
    const sample = {
      ...head,
      metadata: { name: 'a' },
      timestamp: '1970-01-01T00:00:01Z',
      window,
      containers: [{ name: 'web', usage: { cpu: '12m' } }],
    };
    const seen = observedSample(sample);
    expect(seen.windowSeconds).toBeCloseTo(seconds, 9);
    expect(seen).toMatchObject({
      pod: 'a',
      timestamp: 1000,
      containers: [{ name: 'web', cpuMilli: 12, memoryMilli: 0 }],
    });
  });

  test('who wrote the replicas last is their manager, and a status or other fields make nobody one', () => {
    const entry = (manager: string, time: string, fields: object) => ({
      manager,
      time,
      fieldsV1: { 'f:spec': fields },
    });
    const managedFields = [
      entry('scale-gate', '2030-01-01T00:00:01Z', { 'f:replicas': {} }),
      entry('kube-controller-manager', '2030-01-01T00:00:05Z', { 'f:replicas': {} }),
      entry('kubectl', '2030-01-01T00:00:09Z', { 'f:template': {} }),
      { manager: 'status', time: '2030-01-01T00:00:10Z', fieldsV1: { 'f:status': { 'f:replicas': {} } } },
    ];
    const workload = { ...head, metadata: { name: 'web', managedFields }, spec: {} };
    expect(observedScale({ ...head, metadata: { name: 'web' } }, workload, 'hash').replicasManager).toBe(
      'kube-controller-manager',
    );
    expect(
      observedScale({ ...head, metadata: { name: 'web' } }, { ...workload, metadata: { name: 'web' } }, 'hash')
        .replicasManager,
    ).toBeNull();
  });

  test('a pod is observed with its requests and restarts, and what is unknown is null', () => {
    const pod = {
      ...head,
      metadata: { name: 'a' },
      spec: {
        containers: [{ name: 'web', resources: { requests: { cpu: '100m' } } }],
        initContainers: [{ name: 'init' }],
      },
      status: { containerStatuses: [{ name: 'web', restartCount: 2 }] },
    };
    expect(observedPod(pod)).toMatchObject({
      phase: 'Pending',
      ready: null,
      node: null,
      startTime: null,
      containers: [{ name: 'web', cpuRequestMilli: 100, cpuLimitMilli: null, restarts: 2 }],
      initContainers: [{ name: 'init', restarts: 0 }],
    });
  });
});

describe('CPU counters of the kubelets', () => {
  const row = (pod: string, value: string, time = '1700000000000', namespace = 'shop') =>
    `container_cpu_usage_seconds_total{container="c",namespace="${namespace}",pod="${pod}"} ${value} ${time}`;
  const pods = [
    { name: 'web-1', node: 'n' },
    { name: 'web-2', node: 'm' },
    { name: 'web-3', node: null },
  ] as never;

  test('are summed by pod, with the newest of the times, and are ours alone', async () => {
    const texts = [
      [
        '# HELP container_cpu_usage_seconds_total',
        row('web-1', '1.5', '1700000000000'),
        row('web-1', '2.5e+1', '1700000000500'),
        row('web-1', '9', '1', 'other'),
        row('stranger', '7'),
        'node_cpu_usage_seconds_total 5',
      ].join('\n'),
      row('web-2', '0.25'),
    ];
    const routes: Routes = [
      [/nodes\/n\/proxy/, { text: texts[0] ?? '' }],
      [/nodes\/m\/proxy/, { text: texts[1] ?? '' }],
    ];
    expect(await withApi(routes, (client) => cpuCounters(client, 'shop', pods, signal))).toEqual([
      { pod: 'web-1', cpuSeconds: 26.5, timestamp: 1700000000500 },
      { pod: 'web-2', cpuSeconds: 0.25, timestamp: 1700000000000 },
    ]);
  });

  test('of a kubelet that does not answer are an error, not zero', async () => {
    await expect(
      withApi([[/nodes\/n/, { status: 503, text: 'no' }]], (client) => cpuCounters(client, 'shop', pods, signal)),
    ).rejects.toMatchObject({ code: 'API_REFUSED' });
  });
});

describe('the room that is left', () => {
  const node = (name: string, spec: object, ready = 'True') => ({
    metadata: { name },
    spec,
    status: { conditions: [{ type: 'Ready', status: ready }], allocatable: { cpu: '2', memory: '1Gi', pods: '110' } },
  });
  const quota = { status: { hard: { pods: '10', 'requests.cpu': '1' }, used: { pods: '7', 'requests.cpu': '400m' } } };

  test('counts what pods of every namespace ask for, and no node that takes none', async () => {
    const nodes = [
      node('a', {}),
      node('cordoned', { unschedulable: true }),
      node('tainted', { taints: [{ effect: 'NoSchedule' }] }),
      node('down', {}, 'False'),
      node('preferred', { taints: [{ effect: 'PreferNoSchedule' }] }),
    ];
    const asking = (nodeName: string, cpu: string) => ({
      spec: { nodeName, containers: [{ name: 'c', resources: { requests: { cpu } } }, { name: 'd' }] },
    });
    const routes: Routes = [
      [/\/nodes/, items(...nodes)],
      [/\/api\/v1\/pods/, items(asking('a', '500m'), asking('a', '250m'), asking('down', '1'))],
      [/resourcequotas/, items(quota, { status: { hard: { pods: '9' }, used: { pods: '7' } } })],
    ];
    const room = await withApi(routes, (client) => clusterRoom(client, 'shop', signal));
    expect(room.nodes.map(({ name, freeCpuMilli, freePods }) => [name, freeCpuMilli, freePods])).toEqual([
      ['a', 1250, 108],
      ['preferred', 2000, 110],
    ]);
    expect(room.quota).toEqual({ pods: 2, cpuRequestMilli: 600, memoryRequestMilli: null });
  });
});

describe('a cluster as provision looks at it', () => {
  const look = <Value>(routes: Routes, act: (platform: ReturnType<typeof kubernetesPlatform>) => Promise<Value>) =>
    withApi(routes, (client) => act(kubernetesPlatform(client, 30080)));
  const usage = (cpu: string | undefined) => ({
    metadata: { name: 'coredns', namespace: 'kube-system' },
    containers: [{ name: 'c', usage: cpu === undefined ? {} : { cpu } }],
  });

  test.each<[string, readonly object[], string | undefined]>([
    ['no pod', [], undefined],
    ['a pod without containers', [{ metadata: { name: 'a' }, containers: [] }], undefined],
    ['a pod without a figure', [usage(undefined)], undefined],
    ['a pod with one', [usage(undefined), usage('3m')], 'kube-system/coredns: 3m CPU'],
  ])('usage of %s', async (_, list, told) => {
    expect(await look([[/metrics.k8s.io/, items(...list)]], (platform) => platform.usage(signal))).toBe(told);
  });

  test('a metrics API that is not served tells nothing; one that is broken is an error', async () => {
    expect(await look([], (platform) => platform.usage(signal))).toBeUndefined();
    await expect(
      look([[/metrics/, { status: 503, text: 'no endpoints' }]], (platform) => platform.usage(signal)),
    ).rejects.toMatchObject({ code: 'API_REFUSED' });
  });

  test('a node without a Ready condition is not Ready', async () => {
    const nodes = [
      { metadata: { name: 'a' } },
      {
        metadata: { name: 'b' },
        status: { conditions: [{ type: 'Ready', status: 'Unknown', message: 'kubelet stopped' }] },
      },
    ];
    expect(await look([[/nodes/, items(...nodes)]], (platform) => platform.nodes(signal))).toEqual([
      { name: 'a', ready: false, reason: 'no Ready condition' },
      { name: 'b', ready: false, reason: 'kubelet stopped' },
    ]);
  });

  test('an add-on whose image cannot be pulled is hopeless, and one that is not there yet is not', async () => {
    const deployment = { spec: { replicas: 1 }, status: { readyReplicas: 0 } };
    const pod = {
      metadata: { name: 'p' },
      spec: { containers: [] },
      status: {
        containerStatuses: [
          {
            name: 'traefik',
            image: 'traefik:v9',
            restartCount: 0,
            state: { waiting: { reason: 'ErrImagePull', message: 'not found' } },
          },
        ],
      },
    };
    const routes: Routes = [
      [/deployments\/traefik/, { json: deployment }],
      [/pods/, items(pod)],
    ];
    expect(await look(routes, (platform) => platform.state('ingress', signal))).toEqual({
      ready: false,
      detail: '0 of 1 ready: container traefik (image traefik:v9): not found',
      hopeless: true,
    });
    expect(await look([], (platform) => platform.state('ingress', signal))).toEqual({
      ready: false,
      detail: '0 of 1 ready',
      hopeless: false,
    });
  });

  test('the default storage class is the annotated one', async () => {
    const classes = [
      { metadata: { name: 'slow' } },
      { metadata: { name: 'standard', annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } } },
    ];
    expect(await look([[/storageclasses/, items(...classes)]], (platform) => platform.storage(signal))).toBe(
      'standard',
    );
    expect(await look([[/storageclasses/, items(classes[0])]], (platform) => platform.storage(signal))).toBeUndefined();
  });
});
