import { describe, expect, test } from '@jest/globals';
import { readManifests } from '../../src/manifests/read.js';
import { manifestsDigest, serviceFacts } from '../../src/manifests/service-facts.js';

const read = (text: string) => readManifests('a.yaml', text).manifests;
const named = (kind: string, rest = '') => `{ apiVersion: v1, kind: ${kind}, metadata: { name: web${rest} } }`;

describe('facts of a service', () => {
  test('are read wherever the pod template is, each image once', () => {
    const pod = '{ initContainers: [{ name: i, image: "b:1" }], containers: [{ name: c, image: "a:1" }, { name: d }] }';
    const text = [
      `{ apiVersion: apps/v1, kind: Deployment, metadata: { name: web }, spec: { template: { spec: ${pod} } } }`,
      `{ apiVersion: batch/v1, kind: CronJob, metadata: { name: job }, spec: { jobTemplate: { spec: { template: { spec: ${pod} } } } } }`,
      '{ apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: { name: hpa }, spec: { maxReplicas: 4, scaleTargetRef: { name: web } } }',
      '{ apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: { name: web }, spec: { ingressClassName: nginx, rules: [{ http: {} }, { host: shop.example.com }] } }',
    ].join('\n---\n');
    expect(serviceFacts(read(text))).toEqual({
      namespace: undefined,
      autoscalers: [{ name: 'hpa', min: 1, max: 4, target: 'web' }],
      workloads: ['web'],
      ingressHost: 'shop.example.com',
      hasIngress: true,
      ingressClasses: ['nginx'],
      images: ['a:1', 'b:1'],
    });
  });

  test.each([
    ['none is named', named('Pod'), undefined],
    ['one is named', [named('Pod', ', namespace: shop'), named('Service')].join('\n---\n'), 'shop'],
    [
      'two are named',
      [named('Pod', ', namespace: shop'), named('Service', ', namespace: b')].join('\n---\n'),
      undefined,
    ],
  ])('the namespace where %s', (_, text, namespace) => {
    expect(serviceFacts(read(text)).namespace).toBe(namespace);
  });

  test('a wildcard host is asked for by a name that it covers', () => {
    const text =
      '{ apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: { name: a }, spec: { rules: [{ host: "*.example.com" }] } }';
    expect(serviceFacts(read(text)).ingressHost).toBe('any.example.com');
  });

  test('survive objects that are nothing of the kind', () => {
    const text = '{ apiVersion: v1, kind: Ingress, metadata: { name: a }, spec: [1, { containers: no }] }';
    expect(serviceFacts(read(text))).toMatchObject({ hasIngress: true, ingressHost: undefined, images: [] });
  });

  test('the digest is of the objects, in their order', () => {
    const [pod, service] = [named('Pod'), named('Service')];
    const digest = manifestsDigest(read(`${pod}\n---\n${service}`));
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(manifestsDigest(read(`# a comment\n${pod}\n---\n${service}`))).toBe(digest);
    expect(manifestsDigest(read(`${service}\n---\n${pod}`))).not.toBe(digest);
    expect(manifestsDigest(read(pod))).not.toBe(digest);
  });
});
