import { describe, expect, test } from '@jest/globals';
import { comparisonSpec, hasBaseline, requireWorkload } from '../../src/entry/baseline.js';
import { parseOptions } from '../../src/entry/inputs/parse.js';
import type { GateSpec } from '../../src/entry/inputs/spec.js';
import type { Manifest } from '../../src/manifests/manifest.js';
import { readManifests } from '../../src/manifests/read.js';

const text = (image: string, extra = ''): string => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "${image}"${extra} }] }
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, minReplicas: 2, maxReplicas: 4 }
`;
const read = (source: string): readonly Manifest[] => readManifests('web.yaml', source).manifests;
const given = (load: object, deploy: object = {}): GateSpec =>
  parseOptions({ config: { file: 'scale-gate.yml', text: JSON.stringify({ load, deploy }) }, given: {} });
const cluster = {
  name: 'kind',
  kubeconfig: 'kubeconfig',
  ingress: 'http://127.0.0.1:8080',
  nodes: [],
  ephemeral: true,
};

describe('a baseline', () => {
  test.each([
    [{}, false],
    [{ baseline: 'base' }, true],
    [{ 'baseline-images': { 'web:2': 'web:1' } }, true],
  ])('of %j is asked for: %s', (load, asked) => expect(hasBaseline(given(load))).toBe(asked));

  test('of other images has the manifests of the service, at the size that the autoscaler rests at', () => {
    const spec = given({ 'baseline-images': { 'web:2': 'web:main' } }, { images: { 'web:2': 'web:pr' } });
    const { copies, replicas, maxSlowdown } = comparisonSpec(spec, read(text('web:2')), undefined, cluster, 'shop');
    expect([copies.baseline.images, copies.candidate.images]).toEqual([['web:main'], ['web:pr']]);
    expect(copies.baseline.workload).toEqual({ kind: 'Deployment', name: 'web-baseline', namespace: 'shop' });
    expect(copies.candidate.objects.map(({ kind }) => kind)).toEqual(['Service', 'Deployment']);
    expect([replicas, maxSlowdown]).toEqual([2, 0.1]);
    expect(copies.baseline.host).not.toBe(copies.candidate.host);
  });

  test('of a folder has its own manifests, and no image of the change', () => {
    const spec = given({ baseline: 'base' }, { images: { 'web:2': 'web:pr' } });
    const before = read(text('web:2', ', args: [old]'));
    const { copies } = comparisonSpec(spec, read(text('web:2')), before, cluster, 'shop');
    expect([copies.baseline.images, copies.candidate.images]).toEqual([['web:2'], ['web:pr']]);
    expect(JSON.stringify(copies.baseline.objects)).toContain('"args":["old"]');
    expect(JSON.stringify(copies.candidate.objects)).not.toContain('old');
  });

  test('without the workload that the autoscaler scales is invalid, before there is a cluster', () => {
    const other = read(text('web:1').replaceAll('name: web }', 'name: shop }'));
    expect(() => requireWorkload(read(text('web:2')), other)).toThrow(/of the baseline have no Deployment/);
    expect(() => requireWorkload(read(text('web:2')), undefined)).not.toThrow();
  });
});
