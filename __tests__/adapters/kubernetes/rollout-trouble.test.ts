import { describe, expect, test } from '@jest/globals';
import { rolloutOf } from '../../../src/adapters/kubernetes/rollout.js';
import type { Rollout } from '../../../src/ports/deployment.js';
import { items, type Routes, withApi } from './api-server.js';

const { signal } = new AbortController();
const owner = (uid: string) => [{ uid, controller: true, kind: 'ReplicaSet', name: uid }];
const pod = (spec: object, status: object) => ({
  metadata: { name: 'web-1', namespace: 'shop', ownerReferences: owner('new') },
  spec: { containers: [], ...spec },
  status,
});
const placed = { nodeName: 'node-1' };
const begun = {
  startTime: '2026-11-22T00:00:00Z',
  conditions: [{ type: 'PodScheduled', status: 'True' }],
  containerStatuses: [{ name: 'web', restartCount: 0, state: { waiting: { reason: 'ContainerCreating' } } }],
};
const unplaced = (message: string) => ({
  conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message }],
});
const warning = (reason: string, message: string, name = 'web-1', at = '2026-11-22T00:00:01Z') => ({
  metadata: { name: reason },
  reason,
  message,
  lastTimestamp: at,
  involvedObject: { kind: 'Pod', name },
});

const refused = (message: string) => ({
  conditions: [{ type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate', message }],
});
const exceeded = {
  conditions: [{ type: 'Progressing', status: 'False', reason: 'ProgressDeadlineExceeded', message: 'no progress' }],
};
const cordoned = unplaced('0/1 nodes are available: 1 node(s) were unschedulable.');

async function troubleOf(
  pods: readonly object[],
  events: readonly object[] = [],
  {
    observed = 1,
    conditions = [],
    ...spec
  }: { observed?: number; paused?: boolean; conditions?: readonly object[] } = {},
): Promise<Rollout['trouble']> {
  const object = {
    kind: 'Deployment',
    metadata: { name: 'web', uid: 'd', namespace: 'shop', generation: 1 },
    spec: { replicas: 1, selector: {}, ...spec },
    status: { observedGeneration: observed, conditions },
  };
  const routes: Routes = [
    [/deployments\/web/, { json: object }],
    [/replicasets\?/, items({ metadata: { name: 'new', uid: 'new', ownerReferences: owner('d') } })],
    [/events\?/, items(...events)],
    [/pods\?/, items(...pods)],
  ];
  const workload = { kind: 'Deployment', namespace: 'shop', name: 'web' } as const;
  return (await withApi(routes, (client) => rolloutOf(client, workload, signal))).trouble;
}

describe('what keeps a rollout from its end is the cluster where', () => {
  test.each<[string, Promise<Rollout['trouble']>, RegExp]>([
    ['the controller has not looked at it', troubleOf([], [], { observed: 0 }), /controller of Deployments/],
    ['the controller has made no pod', troubleOf([]), /made no pod/],
    ['the scheduler has not looked at a pod', troubleOf([pod({}, {})]), /scheduler .* pod web-1/],
    ['the kubelet has not taken a pod up', troubleOf([pod(placed, {})]), /kubelet of node node-1 .* pod web-1/],
    [
      'the nodes were cordoned',
      troubleOf([pod({}, unplaced('0/1 nodes are available: 1 node(s) were unschedulable.'))]),
      /unschedulable/,
    ],
    [
      'a node bears a taint of the cluster itself',
      troubleOf([pod({}, unplaced('1 node(s) had untolerated taint {node.kubernetes.io/disk-pressure: }'))]),
      /disk-pressure/,
    ],
    [
      'its deadline passed while the nodes were cordoned',
      troubleOf([pod({}, cordoned)], [], exceeded),
      /unschedulable/,
    ],
    [
      'its deadline passed and the scheduler has not looked at a pod',
      troubleOf([pod({}, {})], [], exceeded),
      /scheduler .* pod web-1/,
    ],
    [
      'its deadline passed and a sandbox can not be made',
      troubleOf([pod(placed, begun)], [warning('FailedCreatePodSandBox', 'no space left on device')], exceeded),
      /no space left/,
    ],
    [
      'a webhook that is asked about pods does not answer',
      troubleOf([], [], refused('Internal error occurred: failed calling webhook "x": connection refused')),
      /failed calling webhook/,
    ],
    [
      'the account that every namespace gets was not made yet',
      troubleOf([], [], refused('pods "web-1" is forbidden: error looking up service account shop/default: not found')),
      /shop\/default/,
    ],
    [
      'a sandbox can not be made',
      troubleOf([pod(placed, begun)], [warning('FailedCreatePodSandBox', 'no space left on device')]),
      /no space left/,
    ],
  ])('%s', async (_, trouble, message) => {
    expect(await trouble).toMatchObject({ cluster: true, hopeless: false, message: expect.stringMatching(message) });
  });
});

describe('what keeps a rollout from its end is the service where', () => {
  test.each<[string, Promise<Rollout['trouble']>, RegExp]>([
    ['its rollout is paused', troubleOf([], [], { paused: true }), /spec.paused/],
    ['it asks for too much', troubleOf([pod({}, unplaced('0/1 nodes are available: 1 Insufficient cpu.'))]), /cpu/],
    [
      'it does not tolerate what somebody put on the nodes',
      troubleOf([pod({}, unplaced('1 node(s) had untolerated taint {team: other}'))]),
      /team/,
    ],
    [
      'its volume is missing',
      troubleOf([pod(placed, begun)], [warning('FailedMount', 'configmap "c" not found')]),
      /pod web-1: configmap "c" not found/,
    ],
    [
      'its quota is used up',
      troubleOf([], [], refused('pods "web-1" is forbidden: exceeded quota: small, requested: requests.cpu=20m')),
      /exceeded quota/,
    ],
    [
      'the account that it names is not there',
      troubleOf([], [], refused('pods "web-1" is forbidden: error looking up service account shop/runner: not found')),
      /shop\/runner/,
    ],
    [
      'its deadline passed before its readiness came',
      troubleOf([pod(placed, begun)], [warning('Unhealthy', 'Readiness probe failed: 404')], exceeded),
      /no progress/,
    ],
  ])('%s', async (_, trouble, message) => {
    const found = await trouble;
    expect(found?.message).toMatch(message);
    expect(found?.cluster ?? false).toBe(false);
  });

  test('its newest warning is told, and none of its neighbours', async () => {
    const trouble = await troubleOf(
      [pod(placed, begun)],
      [
        warning('FailedMount', 'first', 'web-1', '2026-11-22T00:00:01Z'),
        warning('Unhealthy', 'Readiness probe failed: 404', 'web-1', '2026-11-22T00:00:09Z'),
        warning('FailedCreatePodSandBox', 'of another', 'other-1', '2026-11-22T00:00:10Z'),
      ],
    );
    expect(trouble).toEqual({
      reason: 'Unhealthy',
      message: 'pod web-1: Readiness probe failed: 404',
      hopeless: false,
    });
  });
});
