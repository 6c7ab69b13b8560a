import { describe, expect, test } from '@jest/globals';
import { allowedDisruptions, budgetOf } from '../../../src/manifests/graph/budget.js';
import { graphOf } from '../../../src/manifests/graph/graph.js';
import { kindOf } from '../../../src/manifests/graph/kind.js';
import { didYouMean, distance, nearest } from '../../../src/manifests/graph/nearness.js';
import { admits } from '../../../src/manifests/graph/network.js';
import { milli, quantity } from '../../../src/manifests/graph/quantity.js';
import { waysIn } from '../../../src/manifests/graph/reach.js';
import { redisBytes } from '../../../src/manifests/graph/redis.js';
import { describeSelector, labelSelector, selects } from '../../../src/manifests/graph/selector.js';
import type { Json } from '../../../src/manifests/manifest.js';
import { readManifests } from '../../../src/manifests/read.js';

const graph = (text: string) => graphOf(readManifests('k8s/a.yaml', text).manifests, 'shop');

describe('quantities', () => {
  test.each([
    ['100m', 0.1],
    ['1', 1],
    [2, 2],
    ['1.5', 1.5],
    ['.5', 0.5],
    ['1Gi', 2 ** 30],
    ['1G', 1e9],
    ['128974848', 128974848],
    ['129e6', 129e6],
    ['12E', 12e18],
    ['1e3', 1000],
    ['', undefined],
    ['1 Gi', undefined],
    ['1gi', undefined],
    ['abc', undefined],
    [null, undefined],
  ])('%j is %j', (text, amount) => expect(quantity(text)).toBe(amount));

  test.each([
    ['0.1', 100],
    ['100m', 100],
    ['1', 1000],
    ['1100u', 2],
    ['0.0005', 1],
    ['2.3', 2300],
  ])('%j is %j thousandths, rounded up', (text, amount) => expect(milli(text)).toBe(amount));

  test.each([
    ['100mb', 100 * 2 ** 20],
    ['100m', 100e6],
    ['1gb', 2 ** 30],
    ['2048', 2048],
    ['many', undefined],
  ])('redis writes %j for %j bytes', (text, bytes) => expect(redisBytes(text)).toBe(bytes));
});

describe('selectors', () => {
  const labels = new Map([
    ['app', 'web'],
    ['tier', 'front'],
  ]);
  test.each([
    [{}, true],
    [{ matchLabels: { app: 'web' } }, true],
    [{ matchLabels: { app: 'web', tier: 'back' } }, false],
    [{ matchExpressions: [{ key: 'tier', operator: 'In', values: ['front', 'back'] }] }, true],
    [{ matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['front'] }] }, false],
    [{ matchExpressions: [{ key: 'zone', operator: 'NotIn', values: ['a'] }] }, true],
    [{ matchExpressions: [{ key: 'zone', operator: 'In', values: ['a'] }] }, false],
    [{ matchExpressions: [{ key: 'zone', operator: 'Exists' }] }, false],
    [{ matchExpressions: [{ key: 'zone', operator: 'DoesNotExist' }] }, true],
    [{ matchLabels: { app: 'web' }, matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] }, false],
  ] as [Json, boolean][])('%j selects the pod: %j', (selector, expected) => {
    const parsed = labelSelector(selector);
    expect(parsed && selects(parsed, labels)).toBe(expected);
  });

  test('no selector is not an empty selector', () => {
    expect(labelSelector(undefined)).toBeUndefined();
    expect(describeSelector({ matchLabels: new Map(), requirements: [] })).toBe('everything');
  });
});

describe('names that are nearly there', () => {
  test.each([
    ['web', 'wbe', 1],
    ['web', 'web', 0],
    ['redis', 'reddis', 1],
    ['a', '', 1],
    ['kitten', 'sitting', 3],
  ])('%s and %s are %i edits apart', (a, b, edits) => expect(distance(a, b)).toBe(edits));

  test.each([
    ['wbe', ['web', 'api'], 'web'],
    ['Web', ['web'], 'web'],
    ['web-1', ['web-2'], undefined],
    ['web', ['api', 'db'], undefined],
    ['ab', ['cd'], undefined],
    ['checkout', ['chekcout', 'check'], 'chekcout'],
  ])('%s among %j means %j', (name, names, meant) => expect(nearest(name, names)).toBe(meant));

  test('it is said as a question', () => expect(didYouMean('wbe', ['web'])).toBe(' (did you mean "web"?)'));
});

test.each([
  ['v1', 'Service', 'Service'],
  ['serving.knative.dev/v1', 'Service', 'Service.serving.knative.dev'],
  ['networking.k8s.io/v1', 'Ingress', 'Ingress'],
  ['extensions/v1beta1', 'Ingress', 'Ingress'],
  ['v1', 'Deployment', 'Deployment.core'],
  ['v1', 'Binding', 'Binding'],
  ['argoproj.io/v1alpha1', 'Rollout', 'Rollout.argoproj.io'],
])('%s %s is a %s', (apiVersion, kind, name) => expect(kindOf(apiVersion, kind)).toBe(name));

describe('budgets', () => {
  const allowed = (spec: string, total: number) => {
    const text = `apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: web}\nspec: {selector: {}, ${spec}}\n`;
    const all = graph(text);
    const [manifest] = all.manifests;
    return manifest && allowedDisruptions(budgetOf(all, manifest), total);
  };
  test.each([
    ['maxUnavailable: 1', 3, 1],
    ['maxUnavailable: 0', 3, 0],
    ['maxUnavailable: 34%', 3, 2],
    ['maxUnavailable: 1%', 3, 1],
    ['maxUnavailable: 0%', 3, 0],
    ['minAvailable: 2', 2, 0],
    ['minAvailable: 2', 3, 1],
    ['minAvailable: 3', 2, 0],
    ['minAvailable: 50%', 3, 1],
    ['minAvailable: 51%', 2, 0],
    ['minAvailable: 100%', 5, 0],
  ])('%s of %i pods lets %i go', (spec, total, expected) => expect(allowed(spec, total)).toBe(expected));
});

describe('NetworkPolicies', () => {
  const pod = { namespace: 'shop', labels: new Map([['app', 'web']]) };
  const port = { number: 8080, name: 'http', protocol: 'TCP' };
  const peer = { namespace: 'shop', labels: new Map([['app', 'api']]) };
  const policy = (spec: string) =>
    graph(`apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: web}\nspec: {${spec}}\n`);
  test.each([
    ['podSelector: {matchLabels: {app: other}}', true],
    ['podSelector: {}', false],
    ['podSelector: {}, policyTypes: [Egress]', true],
    ['podSelector: {}, ingress: [{}]', true],
    ['podSelector: {}, ingress: [{ports: [{port: 8080}]}]', true],
    ['podSelector: {}, ingress: [{ports: [{port: http}]}]', true],
    ['podSelector: {}, ingress: [{ports: [{port: 8000, endPort: 8080}]}]', true],
    ['podSelector: {}, ingress: [{ports: [{port: 8000, endPort: 8079}]}]', false],
    ['podSelector: {}, ingress: [{ports: [{port: 8080, protocol: UDP}]}]', false],
    ['podSelector: {}, ingress: [{from: [{podSelector: {matchLabels: {app: api}}}]}]', true],
    ['podSelector: {}, ingress: [{from: [{podSelector: {matchLabels: {app: db}}}]}]', false],
    [
      'podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: shop}}}]}]',
      true,
    ],
    [
      'podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: other}}}]}]',
      false,
    ],
    ['podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0}}]}]', false],
  ])('%s lets a pod of the namespace in: %j', (spec, expected) => {
    expect(admits(policy(spec), pod, 'ingress', peer, port).allowed).toBe(expected);
  });

  test.each([
    ['podSelector: {}, ingress: [{from: [{podSelector: {}}]}]', false],
    ['podSelector: {}, ingress: [{from: [{namespaceSelector: {}}]}]', true],
    [
      'podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: shop}}}]}]',
      false,
    ],
    ['podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0}}]}]', true],
  ])('%s lets somebody from elsewhere in: %j', (spec, expected) => {
    expect(admits(policy(spec), pod, 'ingress', 'elsewhere', port).allowed).toBe(expected);
  });
});

describe('ways in', () => {
  const web = `apiVersion: v1
kind: Pod
metadata: {name: web, labels: {app: web}}
spec: {containers: [{name: web, image: "web:1", ports: [{name: http, containerPort: 8080}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: web, annotations: {ANNOTATION}}
spec: {selector: {app: web}, type: TYPE, ports: [{port: 80, targetPort: http}]}
`;
  const by = (type: string, annotation = 'a: b') =>
    Array.from(
      waysIn(graph(web.replace('TYPE', type).replace('ANNOTATION', annotation)), []),
      (one) => `${one.by} ${one.podPort}`,
    );
  test.each([
    ['ClusterIP', 'a: b', []],
    ['NodePort', 'a: b', ['NodePort 8080']],
    ['LoadBalancer', 'a: b', ['LoadBalancer 8080']],
    ['LoadBalancer', 'networking.gke.io/load-balancer-type: Internal', []],
    ['LoadBalancer', 'service.beta.kubernetes.io/azure-load-balancer-internal: "true"', []],
    ['LoadBalancer', 'service.beta.kubernetes.io/azure-load-balancer-internal: "false"', ['LoadBalancer 8080']],
  ])('%s with %s opens %j', (type, annotation, ways) => expect(by(type, annotation)).toEqual(ways));
});

test('selection is by namespace, and asks the labels of the pod template', () => {
  const pods = ['a', 'b']
    .map(
      (namespace) =>
        `apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: ${namespace}, labels: {app: web}}\nspec: {}\n`,
    )
    .join('---\n');
  const all = graph(pods);
  const selector = labelSelector({ matchLabels: { app: 'web' } });
  expect(selector && all.selected('a', selector).map(({ namespace }) => namespace)).toEqual(['a']);
  expect(selector && all.selected('shop', selector)).toEqual([]);
  expect(all.find('Pod', 'b', 'web')?.namespace).toBe('b');
});
