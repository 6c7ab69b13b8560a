import { describe, expect, test } from '@jest/globals';
import type { ContainerStatus, Pod } from '../../../src/adapters/kubernetes/objects.js';
import { selectorQuery } from '../../../src/adapters/kubernetes/objects.js';
import { isReady, troubleOf } from '../../../src/adapters/kubernetes/pods.js';

const podOf = (status: Pod['status'], deleted = false): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', ...(deleted ? { deletionTimestamp: '2030-01-01T00:00:00Z' } : {}) },
  spec: { containers: [] },
  status,
});
const waiting = (reason: string, restartCount = 0): ContainerStatus => ({
  name: 'web',
  image: 'shop:1',
  restartCount,
  state: { waiting: { reason, message: 'in its own words' } },
  lastState: { terminated: { reason: 'OOMKilled', exitCode: 137 } },
});
const readyNow = { conditions: [{ type: 'Ready', status: 'True' }] };

describe('the trouble of a pod', () => {
  test.each([
    ['ErrImagePull', 'failed to resolve reference: not found', true],
    ['ErrImagePull', 'unexpected EOF', false],
    ['ImagePullBackOff', 'Back-off pulling image', true],
    ['InvalidImageName', 'couldn’t parse image name', true],
    ['ErrImageNeverPull', 'image is not present with pull policy of Never', true],
    ['CreateContainerConfigError', 'secret "shop" not found', true],
    ['CreateContainerConfigError', 'failed to sync configmap cache: timed out waiting for the condition', false],
    ['CreateContainerError', 'exec: "shop": no such file', true],
    ['CreateContainerError', 'context deadline exceeded', false],
    ['RunContainerError', 'permission denied', true],
  ])('%s with "%s" is hopeless: %s', (reason, message, hopeless) => {
    const status = { ...waiting(reason), state: { waiting: { reason, message } } };
    const trouble = troubleOf(podOf({ containerStatuses: [status] }));
    expect(trouble).toEqual({ reason, message: `container web (image shop:1): ${message}`, hopeless });
  });

  test.each<[string, Pod['status'], string | undefined]>([
    ['a container that is being made', { containerStatuses: [waiting('ContainerCreating')] }, undefined],
    ['a first restart', { containerStatuses: [waiting('CrashLoopBackOff', 1)] }, undefined],
    [
      'a crash loop',
      { containerStatuses: [waiting('CrashLoopBackOff', 2)] },
      'container web restarted 2 times, last exit code 137 (OOMKilled)',
    ],
    [
      'a container that has just ended again',
      { containerStatuses: [{ name: 'web', restartCount: 3, state: { terminated: { exitCode: 1 } } }] },
      'container web restarted 3 times, last exit code 1 (Error)',
    ],
    [
      'an init container that cannot be pulled',
      { initContainerStatuses: [waiting('ErrImagePull')], containerStatuses: [waiting('PodInitializing')] },
      'container web (image shop:1): in its own words',
    ],
    [
      'a pod that runs and is not Ready yet',
      { containerStatuses: [{ name: 'web', restartCount: 0, state: { running: {} } }] },
      undefined,
    ],
    ['a pod that nobody has seen', {}, undefined],
    [
      'a pod that is Ready after restarts',
      { ...readyNow, containerStatuses: [waiting('CrashLoopBackOff', 9)] },
      undefined,
    ],
  ])('%s', (_, status, message) => {
    expect(troubleOf(podOf(status))?.message).toBe(message);
  });

  test('a pod that fits nowhere is not hopeless at first sight', () => {
    const status = {
      conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: 'no CPU' }],
    };
    expect(troubleOf(podOf(status))).toEqual({ reason: 'Unschedulable', message: 'no CPU', hopeless: false });
  });

  test('a pod that is being deleted is not Ready, whatever its condition says', () => {
    expect(isReady(podOf(readyNow))).toBe(true);
    expect(isReady(podOf(readyNow, true))).toBe(false);
  });
});

describe('a selector as a query', () => {
  test.each([
    [{}, ''],
    [{ matchLabels: { app: 'web', tier: 'front' } }, 'app=web,tier=front'],
    [
      {
        matchExpressions: [
          { key: 'a', operator: 'Exists' },
          { key: 'b', operator: 'DoesNotExist' },
        ],
      },
      'a,!b',
    ],
    [
      {
        matchLabels: { app: 'web' },
        matchExpressions: [
          { key: 'a', operator: 'In', values: ['1', '2'] },
          { key: 'b', operator: 'NotIn', values: ['3'] },
        ],
      },
      'app=web,a in (1,2),b notin (3)',
    ],
  ])('%j is %j', (selector, query) => {
    expect(selectorQuery(selector)).toBe(query);
  });
});
