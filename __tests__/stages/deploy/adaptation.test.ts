import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../../src/manifests/manifest.js';
import { adapt } from '../../../src/stages/deploy/adaptation.js';

const wishes = { images: {}, loadedImages: [], downscaleWindowSeconds: undefined };
const named = (kind: string, spec: JsonObject): JsonObject => ({ kind, metadata: { name: 'web' }, spec });
const deployment = (container: JsonObject): JsonObject =>
  named('Deployment', { template: { spec: { containers: [{ name: 'app', ...container }] } } });
const hpa = (scaleDown: JsonObject | undefined): JsonObject =>
  named('HorizontalPodAutoscaler', scaleDown === undefined ? {} : { behavior: { scaleDown } });

describe('adapting an object to an ephemeral cluster', () => {
  test.each<[string, JsonObject, Partial<Parameters<typeof adapt>[1]>]>([
    ['an image that nobody replaced or loaded', deployment({ image: 'shop:latest', imagePullPolicy: 'Always' }), {}],
    ['a loaded image with a tag', deployment({ image: 'shop:1' }), { loadedImages: ['shop:1'] }],
    ['a loaded image by digest', deployment({ image: 'shop@sha256:a' }), { loadedImages: ['shop@sha256:a'] }],
    [
      'a loaded image that is never pulled',
      deployment({ image: 'shop', imagePullPolicy: 'Never' }),
      { loadedImages: ['shop'] },
    ],
    ['a registry with a port and a tag', deployment({ image: 'r:5000/shop:2' }), { loadedImages: ['r:5000/shop:2'] }],
    ['an HPA where nothing is to be shortened', hpa({ stabilizationWindowSeconds: 300 }), {}],
    ['an HPA with a shorter window', hpa({ stabilizationWindowSeconds: 5 }), { downscaleWindowSeconds: 15 }],
    ['an HPA that leaves the window to the controller', hpa(undefined), { downscaleWindowSeconds: 15 }],
    ['a Service', named('Service', { ports: [] }), { images: { 'shop:1': 'shop:2' } }],
    ['an object without a spec', { kind: 'ConfigMap', metadata: { name: 'web' } }, { downscaleWindowSeconds: 15 }],
  ])('leaves %s as it is, and says nothing', (_, object, given) => {
    const adapted = adapt(object, { ...wishes, ...given });
    expect(adapted.notes).toEqual([]);
    expect(adapted.object).toEqual(object);
  });

  test.each<[string, JsonObject, Partial<Parameters<typeof adapt>[1]>, string]>([
    [
      'a replaced image',
      deployment({ image: 'shop:1' }),
      { images: { 'shop:1': 'shop:2' } },
      'image shop:1 replaced by shop:2',
    ],
    [
      'policy Always of a loaded image',
      deployment({ image: 'shop:1', imagePullPolicy: 'Always' }),
      { loadedImages: ['shop:1'] },
      'imagePullPolicy Always of container app became IfNotPresent',
    ],
    [
      'the default policy of tag latest',
      deployment({ image: 'shop:latest' }),
      { loadedImages: ['shop:latest'] },
      'Always (the default for its tag)',
    ],
    [
      'the default policy of no tag',
      deployment({ image: 'r:5000/shop' }),
      { loadedImages: ['r:5000/shop'] },
      'Always (the default for its tag)',
    ],
    [
      'a longer window',
      hpa({ stabilizationWindowSeconds: 300 }),
      { downscaleWindowSeconds: 15 },
      'stabilizationWindowSeconds 300 became 15',
    ],
  ])('says %s', (_, object, given, words) => {
    const { notes, object: changed } = adapt(object, { ...wishes, ...given });
    expect(notes).toMatchObject([{ kind: 'modified-for-ci' }]);
    expect(notes[0]?.text).toContain(words);
    expect(changed).not.toEqual(object);
  });

  const pod = { containers: [{ name: 'a', image: 'shop:1' }], initContainers: [{ name: 'b', image: 'shop:1' }] };
  test.each([
    ['Pod', pod],
    ['Deployment', { template: { spec: pod } }],
    ['StatefulSet', { template: { spec: pod } }],
    ['DaemonSet', { template: { spec: pod } }],
    ['Job', { template: { spec: pod } }],
    ['CronJob', { schedule: '* * * * *', jobTemplate: { spec: { template: { spec: pod } } } }],
  ])('replaces images in both kinds of containers of a %s, and nothing else', (kind, spec) => {
    const object = named(kind, spec as JsonObject);
    const adapted = adapt(object, { ...wishes, images: { 'shop:1': 'shop:2' } });
    expect(JSON.stringify(adapted.object)).toBe(JSON.stringify(object).replaceAll('shop:1', 'shop:2'));
    expect(adapted.notes).toHaveLength(2);
  });
});
