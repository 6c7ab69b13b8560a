import { describe, expect, test } from '@jest/globals';
import { copyOf } from '../../src/manifests/copy.js';
import type { JsonObject } from '../../src/manifests/manifest.js';

const labels = { app: 'web' };
const carried = { app: 'web', client: 'redis' };

function one(kind: string, name: string, spec: JsonObject): JsonObject {
  return { kind, metadata: { name, labels }, spec };
}

const deployment = one('Deployment', 'web', {
  selector: { matchLabels: labels },
  template: {
    metadata: { labels: carried },
    spec: {
      affinity: { podAntiAffinity: { term: { labelSelector: { matchLabels: labels } } } },
      containers: [{ name: 'web', image: 'web:2', env: [{ name: 'app', value: 'web' }] }],
    },
  },
});
const service = one('Service', 'web', {
  type: 'NodePort',
  clusterIP: '10.0.0.7',
  selector: labels,
  ports: [{ port: 80, nodePort: 30_100 }],
});
const ingress = one('Ingress', 'web', {
  ingressClassName: 'traefik',
  tls: [{ hosts: ['web.example'] }],
  rules: [
    {
      host: 'web.example',
      http: {
        paths: [
          { path: '/', pathType: 'Prefix', backend: { service: { name: 'web', port: { number: 80 } } } },
          { path: '/admin', pathType: 'Prefix', backend: { service: { name: 'admin', port: { number: 80 } } } },
        ],
      },
    },
  ],
});
const wishes = {
  workload: { kind: 'Deployment', name: 'web' },
  suffix: '-baseline',
  replicas: 2,
  host: 'baseline.example',
};

const find = (objects: readonly JsonObject[], kind: string) =>
  objects.find((each) => each['kind'] === kind) as
    | { readonly metadata: JsonObject; readonly spec: Record<string, unknown> }
    | undefined;

describe('a copy of a workload', () => {
  const copy = copyOf([deployment, service, ingress, one('ConfigMap', 'web', {})], wishes);

  test('is it with what leads to it, and nothing that both can share', () => {
    expect(copy.map((each) => [each['kind'], (each['metadata'] as JsonObject)['name']])).toEqual([
      ['Service', 'web-baseline'],
      ['Deployment', 'web-baseline'],
      ['Ingress', 'web-baseline'],
    ]);
  });

  test('has pods that the selector of the original does not find, and keeps its other labels', () => {
    const spec = find(copy, 'Deployment')?.spec as unknown as {
      selector: { matchLabels: JsonObject };
      template: { metadata: { labels: JsonObject }; spec: JsonObject };
      replicas: number;
    };
    expect(spec.selector.matchLabels).toEqual({ app: 'web-baseline' });
    expect(spec.template.metadata.labels).toEqual({ app: 'web-baseline', client: 'redis' });
    expect(spec.replicas).toBe(2);
    expect(JSON.stringify(spec.template.spec)).toContain('"labelSelector":{"matchLabels":{"app":"web-baseline"}}');
  });

  test('has the same containers, whatever they hold that reads like a label', () => {
    expect(JSON.stringify(find(copy, 'Deployment'))).toContain('{"name":"app","value":"web"}');
  });

  test('has a Service that finds it alone, and takes no port of the node', () => {
    expect(find(copy, 'Service')?.spec).toEqual({ selector: { app: 'web-baseline' }, ports: [{ port: 80 }] });
  });

  test('has a route of its own, to it alone', () => {
    expect(find(copy, 'Ingress')?.spec).toEqual({
      ingressClassName: 'traefik',
      rules: [
        {
          host: 'baseline.example',
          http: {
            paths: [
              { path: '/', pathType: 'Prefix', backend: { service: { name: 'web-baseline', port: { number: 80 } } } },
            ],
          },
        },
      ],
    });
  });

  test('is found by a Service that asks for another label than the workload does', () => {
    const other = one('Service', 'web', { selector: { client: 'redis' }, ports: [{ port: 80 }] });
    expect(find(copyOf([deployment, other], wishes), 'Service')?.spec).toMatchObject({
      selector: { client: 'redis', app: 'web-baseline' },
    });
  });

  test('is let through where the original is', () => {
    const policy = one('NetworkPolicy', 'db', {
      podSelector: { matchLabels: { app: 'db' } },
      ingress: [
        { from: [{ podSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['web', 'x'] }] } }] },
      ],
    });
    const deny = one('NetworkPolicy', 'deny', { podSelector: {} });
    const copied = copyOf(
      [deployment, { ...policy, metadata: { name: 'db' } }, { ...deny, metadata: { name: 'deny' } }],
      wishes,
    );
    const policies = copied.filter((each) => each['kind'] === 'NetworkPolicy');
    expect(policies).toHaveLength(1);
    expect(JSON.stringify(policies[0])).toContain('"values":["web-baseline","x"]');
    expect(JSON.stringify(policies[0])).toContain('"podSelector":{"matchLabels":{"app":"db"}}');
  });

  test('is none of a workload that is not there, or that selects by no label', () => {
    expect(copyOf([service], wishes)).toEqual([]);
    expect(copyOf([one('Deployment', 'web', { selector: {} })], wishes)).toEqual([]);
  });

  test('has no name or label that is too long', () => {
    const long = 'w'.repeat(63);
    const [object] = copyOf([{ ...deployment, metadata: { name: long } }], {
      ...wishes,
      workload: { kind: 'Deployment', name: long },
    });
    expect(object).toMatchObject({ metadata: { name: `${'w'.repeat(54)}-baseline` } });
  });
});
