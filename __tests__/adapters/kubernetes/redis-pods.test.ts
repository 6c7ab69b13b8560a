import { describe, expect, test } from '@jest/globals';
import {
  clientPort,
  hostedNode,
  hostingFacts,
  isNode,
  type RedisPod,
} from '../../../src/adapters/kubernetes/redis-pods.js';

const container: RedisPod['spec']['containers'][number] = {
  name: 'redis',
  resources: { limits: { memory: '128Mi' } },
  lifecycle: { preStop: {} },
  readinessProbe: {},
};

const pod: RedisPod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'redis-3', namespace: 'shop', uid: 'u1', labels: { app: 'redis' } },
  spec: {
    nodeName: 'worker',
    terminationGracePeriodSeconds: 30,
    containers: [container],
    volumes: [{}, { persistentVolumeClaim: { claimName: 'data-redis-3' } }],
  },
  status: {
    phase: 'Running',
    podIP: '10.244.1.5',
    conditions: [{ type: 'Ready', status: 'True' }],
    containerStatuses: [{ name: 'redis', restartCount: 2 }],
  },
};
const claims = [
  {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data-redis-3' },
    spec: { volumeName: 'pvc-9' },
  },
];

describe('a pod as a Redis node', () => {
  test('has its address, machine, limits and volume', () => {
    expect(hostedNode(pod, claims)).toEqual({
      name: 'redis-3',
      address: { name: 'redis-3', host: '10.244.1.5', port: 6379 },
      incarnation: 'u1/2',
      machine: 'worker',
      ready: true,
      memoryLimit: 128 * 1024 * 1024,
      persistent: true,
      volume: 'pvc-9',
    });
  });

  test('has no address while it goes, whatever it still answers', () => {
    const going = { ...pod, metadata: { ...pod.metadata, deletionTimestamp: '2030-01-01T00:00:00Z' } };
    expect(hostedNode(going, claims)).toMatchObject({ address: undefined, ready: false });
  });

  test('is not persistent without a claim', () => {
    expect(hostedNode({ ...pod, spec: { ...pod.spec, volumes: [] } }, claims)).toMatchObject({
      persistent: false,
      volume: undefined,
    });
  });

  test('says why it is hopeless', () => {
    const waiting = { reason: 'ImagePullBackOff', message: 'not found' };
    const stuck: RedisPod = {
      ...pod,
      status: { containerStatuses: [{ name: 'redis', restartCount: 0, image: 'redis:99', state: { waiting } }] },
    };
    expect(hostedNode(stuck, claims).trouble).toMatch(
      /^ImagePullBackOff: container redis \(image redis:99\): not found/,
    );
  });
});

describe('how the nodes are kept', () => {
  const machine = (name: string, spec = {}) => ({ apiVersion: 'v1', kind: 'Node', metadata: { name }, spec });
  const around = {
    nodes: [
      machine('a'),
      machine('b', { unschedulable: true }),
      machine('c', { taints: [{ key: 'control-plane', effect: 'NoSchedule' }] }),
    ],
    pods: [pod],
    budgets: [
      {
        apiVersion: 'policy/v1',
        kind: 'PodDisruptionBudget',
        metadata: { name: 'x' },
        spec: { selector: { matchLabels: { app: 'redis' } } },
      },
    ],
    policies: [
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: 'x' },
        spec: { podSelector: { matchLabels: { app: 'other' } } },
      },
    ],
  };

  test('counts machines that take pods, and only what selects the nodes', () => {
    expect(hostingFacts(around)).toEqual({
      machines: ['a'],
      disruptionBudget: true,
      graceSeconds: 30,
      preStop: true,
      readinessProbe: true,
      isolated: false,
    });
  });

  test('a policy about what goes out keeps nobody out', () => {
    const policies = [{ ...around.policies[0]!, spec: { podSelector: {}, policyTypes: ['Egress'] } }];
    expect(hostingFacts({ ...around, policies }).isolated).toBe(false);
    expect(hostingFacts({ ...around, policies: [{ ...policies[0]!, spec: { podSelector: {} } }] }).isolated).toBe(true);
  });
});

describe('where a node listens for clients', () => {
  const withPorts = (...ports: { name?: string; containerPort?: number }[]): RedisPod => ({
    ...pod,
    spec: { ...pod.spec, containers: [{ ...container, ports } as typeof container] },
  });
  const [client, bus, metrics] = [
    { name: 'client', containerPort: 7000 },
    { name: 'tcp-redis-bus', containerPort: 7001 },
    { name: 'metrics', containerPort: 9121 },
  ];

  test.each([
    ['what the Service points to', withPorts(client), 7777, 7777],
    ['the port of that name', withPorts(metrics, { name: 'db', containerPort: 7100 }), 'db', 7100],
    ['a telling name', withPorts(metrics, bus, client), undefined, 7000],
    [
      'the one with a bus above it',
      withPorts(metrics, { containerPort: 17_002 }, { containerPort: 7002 }),
      undefined,
      7002,
    ],
    ['the first that is neither bus nor metrics', withPorts(metrics, bus, { containerPort: 7300 }), undefined, 7300],
    ['where Redis always does', pod, undefined, 6379],
  ])('%s', (_title, given, servicePort, expected) => {
    expect(clientPort(given, servicePort)).toBe(expected);
  });

  test('our own probe is no node', () => {
    const labels = { 'app.kubernetes.io/component': 'redis-probe' };
    expect([isNode(pod), isNode({ ...pod, metadata: { ...pod.metadata, labels } })]).toEqual([true, false]);
  });
});
