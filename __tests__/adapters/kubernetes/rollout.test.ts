import { describe, expect, test } from '@jest/globals';
import { kubernetesDeployment } from '../../../src/adapters/kubernetes/deployment.js';
import { rolloutOf } from '../../../src/adapters/kubernetes/rollout.js';
import type { Rollout } from '../../../src/ports/deployment.js';
import { discovery, items, type Routes, withApi } from './api-server.js';

const { signal } = new AbortController();
const owner = (uid: string) => [{ uid, controller: true, kind: 'ReplicaSet', name: uid }];
const pod = (name: string, uid: string, status: object = {}) => ({
  metadata: { name, ownerReferences: owner(uid) },
  spec: { containers: [] },
  status,
});
const ready = { conditions: [{ type: 'Ready', status: 'True' }] };
const pulling = {
  containerStatuses: [
    {
      name: 'web',
      image: 'shop:1',
      restartCount: 0,
      state: { waiting: { reason: 'ErrImagePull', message: 'not found' } },
    },
  ],
};
const unscheduled = {
  conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: '0/1 nodes are available' }],
};
const set = (uid: string, revision: number, parent = 'd') => ({
  metadata: {
    name: uid,
    uid,
    ownerReferences: owner(parent),
    annotations: { 'deployment.kubernetes.io/revision': `${revision}` },
  },
});
const deployment = (status: object = {}, generation = 2) => ({
  kind: 'Deployment',
  metadata: { name: 'web', uid: 'd', namespace: 'shop', generation },
  spec: { replicas: 2, selector: { matchLabels: { app: 'web' } } },
  status: { observedGeneration: 2, updatedReplicas: 2, ...status },
});

async function look(
  object: object,
  sets: readonly object[],
  pods: readonly object[],
  kind: 'Deployment' | 'StatefulSet' | 'DaemonSet' = 'Deployment',
): Promise<Rollout> {
  const routes: Routes = [
    [/(deployments|statefulsets|daemonsets)\/web/, { json: object }],
    [/replicasets\?labelSelector=app%3Dweb/, items(...sets)],
    [/pods\?labelSelector=app%3Dweb/, items(...pods)],
  ];
  return withApi(routes, (client) => rolloutOf(client, { kind, namespace: 'shop', name: 'web' }, signal));
}

describe('a rollout', () => {
  test('is done when every wanted replica is of the newest template and Ready', async () => {
    const seen = await look(deployment(), [set('new', 2)], [pod('a', 'new', ready), pod('b', 'new', ready)]);
    expect(seen).toMatchObject({ desired: 2, updated: 2, ready: 2, done: true, trouble: undefined });
  });

  test.each<[string, object, readonly object[], readonly object[]]>([
    [
      'the pods are of an older replica set',
      deployment(),
      [set('old', 1), set('new', 2)],
      [pod('a', 'old', ready), pod('b', 'old', ready)],
    ],
    [
      'the pods are a neighbour’s with like labels',
      deployment(),
      [set('new', 2), set('theirs', 9, 'other')],
      [pod('a', 'theirs', ready), pod('b', 'theirs', ready)],
    ],
    [
      'the controller has not seen the newest template',
      deployment({}, 3),
      [set('new', 2)],
      [pod('a', 'new', ready), pod('b', 'new', ready)],
    ],
    [
      'not all replicas are updated',
      deployment({ updatedReplicas: 1 }),
      [set('new', 2)],
      [pod('a', 'new', ready), pod('b', 'new', ready)],
    ],
    ['one is not Ready', deployment(), [set('new', 2)], [pod('a', 'new', ready), pod('b', 'new')]],
    [
      'one is being deleted',
      deployment(),
      [set('new', 2)],
      [
        pod('a', 'new', ready),
        { ...pod('b', 'new', ready), metadata: { name: 'b', ownerReferences: owner('new'), deletionTimestamp: 'now' } },
      ],
    ],
    ['there is no replica set yet', deployment(), [], []],
  ])('is not done while %s', async (_, object, sets, pods) => {
    expect(await look(object, sets, pods)).toMatchObject({ done: false });
  });

  test('tells what is hopeless before what may pass', async () => {
    const { trouble } = await look(
      deployment(),
      [set('new', 2)],
      [pod('a', 'new', unscheduled), pod('b', 'new', pulling)],
    );
    expect(trouble).toMatchObject({ reason: 'ErrImagePull', hopeless: true });
  });

  test('tells no trouble of the template before', async () => {
    const { trouble } = await look(deployment({}, 3), [set('old', 1)], [pod('a', 'old', pulling)]);
    expect(trouble).toEqual({
      reason: 'NotObserved',
      message: 'the controller of Deployments has not looked at it',
      hopeless: false,
      cluster: true,
    });
  });

  test.each([
    [{ type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate', message: 'exceeded quota' }, 'FailedCreate'],
    [
      { type: 'Progressing', status: 'False', reason: 'ProgressDeadlineExceeded', message: 'timed out' },
      'ProgressDeadlineExceeded',
    ],
  ])('is hopeless by what its controller says: %j', async (condition, reason) => {
    const seen = await look(deployment({ conditions: [condition] }), [set('new', 2)], []);
    expect(seen.trouble).toEqual({ reason, message: condition.message, hopeless: true });
  });

  test('of what is not there is hopeless', async () => {
    const seen = await withApi([], (client) =>
      rolloutOf(client, { kind: 'Deployment', namespace: 'shop', name: 'web' }, signal),
    );
    expect(seen).toMatchObject({ done: false, trouble: { reason: 'NotFound', hopeless: true } });
  });

  test('of a DaemonSet counts by its own status, and of no node is not done', async () => {
    const daemon = (scheduled: number) => ({
      kind: 'DaemonSet',
      metadata: { name: 'web', uid: 'd', namespace: 'shop', generation: 1 },
      spec: { selector: { matchLabels: { app: 'web' } } },
      status: { observedGeneration: 1, desiredNumberScheduled: scheduled, updatedNumberScheduled: scheduled },
    });
    expect(await look(daemon(1), [], [pod('a', 'd', ready)], 'DaemonSet')).toMatchObject({ done: true, desired: 1 });
    expect(await look(daemon(0), [], [], 'DaemonSet')).toMatchObject({ done: false });
  });
});

describe('what is around a service', () => {
  const read = <Value>(routes: Routes, act: (port: ReturnType<typeof kubernetesDeployment>) => Promise<Value>) =>
    withApi([...discovery, ...routes], (client) => act(kubernetesDeployment(client)));
  const service = (spec: object) => ({ metadata: { name: 'web' }, spec });
  const ofPod = (spec: object) => ({ metadata: { name: 'web-1' }, spec: { containers: [], ...spec }, status: {} });

  test.each<[string, object, object, string | undefined]>([
    ['a ClusterIP', service({ type: 'ClusterIP', ports: [{ port: 80 }] }), ofPod({}), undefined],
    [
      'a NodePort',
      service({ type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }] }),
      ofPod({}),
      'Service/web: NodePort 30080',
    ],
    [
      'a LoadBalancer',
      service({ type: 'LoadBalancer', ports: [{ port: 80 }] }),
      ofPod({}),
      'Service/web: LoadBalancer 80',
    ],
    ['an external IP', service({ externalIPs: ['203.0.113.7'] }), ofPod({}), 'Service/web: external IP 203.0.113.7'],
    [
      'a host port',
      service({}),
      ofPod({ containers: [{ name: 'a', ports: [{ hostPort: 80 }] }] }),
      'Pod/web-1: host port 80',
    ],
    ['the host network', service({}), ofPod({ hostNetwork: true }), 'Pod/web-1: host network'],
  ])('%s', async (_, one, other, told) => {
    const routes: Routes = [
      [/services/, items(one)],
      [/pods/, items(other)],
    ];
    const exposures = await read(routes, (port) => port.exposures('shop', signal));
    expect(exposures.map(({ object, how }) => `${object}: ${how}`)).toEqual(told === undefined ? [] : [told]);
  });

  test('counts each ready address behind a Service once', async () => {
    const slice = (...endpoints: readonly object[]) => ({ endpoints });
    const at = (address: string, is?: boolean) => ({
      addresses: [address],
      conditions: is === undefined ? {} : { ready: is },
    });
    const routes: Routes = [
      [
        /endpointslices\?labelSelector=kubernetes.io%2Fservice-name%3Dweb/,
        items(slice(at('10.0.0.1', true), at('10.0.0.2', false)), slice(at('10.0.0.1'), at('10.0.0.3')), {}),
      ],
    ];
    expect(await read(routes, (port) => port.readyEndpoints('shop', 'web', signal))).toBe(2);
  });

  test('applies in order, tells every refusal, and puts into the namespace what names none', async () => {
    const routes: Routes = [
      [/^PATCH .*refused/, { status: 422, json: { reason: 'Invalid', message: 'no' } }],
      [/^PATCH/, ({ body }) => ({ text: body })],
    ];
    const named = (kind: string, name: string) => ({
      apiVersion: kind === 'Deployment' ? 'apps/v1' : 'v1',
      kind,
      metadata: { name },
    });
    const objects = [
      named('Namespace', 'shop'),
      named('Service', 'refused'),
      { apiVersion: 'example/v1', kind: 'Own', metadata: { name: 'a' } },
      { apiVersion: 'v1', kind: 'Pod' },
      named('Deployment', 'web'),
    ];
    const [applied, urls] = await withApi([...discovery, ...routes], async (client, { asked }) => [
      await kubernetesDeployment(client).apply(objects as never, 'shop', signal),
      asked.filter(({ method }) => method === 'PATCH').map(({ url }) => url.split('?')[0]),
    ]);
    expect(applied).toEqual([
      { object: 'Namespace/shop', refusal: undefined },
      { object: 'Service/refused', refusal: 'no' },
      { object: 'Own/a', refusal: 'the cluster serves no example/v1 Own' },
      { object: 'Pod', refusal: 'it has no metadata.name' },
      { object: 'Deployment/web', refusal: undefined },
    ]);
    expect(urls).toEqual([
      '/api/v1/namespaces/shop',
      '/api/v1/namespaces/shop/services/refused',
      '/apis/apps/v1/namespaces/shop/deployments/web',
    ]);
  });
});
