import { describe, expect, test } from '@jest/globals';
import { findingsOf, type Given } from '../../../fakes/judgement.js';

interface World {
  readonly requests?: string;
  readonly limits?: string;
  readonly pod?: string;
  readonly containers?: string;
  readonly spec?: string;
  readonly hpa?: string;
  readonly more?: string;
}

/** A Deployment and its HPA, with one thing changed. */
function world({
  requests = 'cpu: 100m',
  limits = 'cpu: 500m',
  pod = '',
  containers = '',
  spec = '',
  hpa = '',
  more = '',
}: World) {
  return `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  ${spec}
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      ${pod}
      containers:
        - name: web
          image: web:1
          resources: {requests: {${requests}}, limits: {${limits}}}
${containers}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
  ${hpa || 'maxReplicas: 5'}
${more}`;
}

const target = (percent: number, more = '') =>
  `{maxReplicas: 5, metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: ${percent}}}}]${more}}`;
const said = (rule: string, given: World, settings: Given = {}) => {
  const { hpa = '' } = given;
  const text = hpa.startsWith('{')
    ? world(given)
        .replace(/\n {2}scaleTargetRef: (.*)\n {2}\{(.*)\}\n/, '\n  scaleTargetRef: $1\n  #\n')
        .replace('  #\n', `  ${flat(hpa)}\n`)
    : world(given);
  return findingsOf(rule, text, settings).map(({ severity }) => severity);
};
/** The members of a flow mapping as lines of a block. */
const flat = (mapping: string): string =>
  mapping.slice(1, -1).replace(/, (?=metrics:|behavior:|minReplicas:)/g, '\n  ');

describe('hpa-target-unreachable', () => {
  test.each([
    ['limits equal to requests, at 90 %', 'cpu: 100m', 'cpu: 100m', 90, []],
    ['limits equal to requests, at 91 %: within the tolerance', 'cpu: 100m', 'cpu: 100m', 91, ['warning']],
    [
      'limits equal to requests, at 95 %: a throttled window may just leave it',
      'cpu: 100m',
      'cpu: 100m',
      95,
      ['warning'],
    ],
    ['limits equal to requests, at 96 %', 'cpu: 100m', 'cpu: 100m', 96, ['error']],
    ['a limit of three requests, at 272 %', 'cpu: 100m', 'cpu: 300m', 272, []],
    ['a limit of three requests, at 273 %', 'cpu: 100m', 'cpu: 300m', 273, ['warning']],
    ['a limit of three requests, at 300 %', 'cpu: 100m', 'cpu: 300m', 300, ['error']],
    ['no limit', 'cpu: 100m', 'memory: 1Gi', 400, []],
    ['no request: the limit is one', '', 'cpu: 100m', 96, ['error']],
    ['utilisation is whole percents: 99.67 counts as 99', 'cpu: 301m', 'cpu: 300m', 90, ['warning']],
  ])('%s', (_, requests, limits, percent, severities) => {
    expect(said('hpa-target-unreachable', { requests, limits, hpa: target(percent) })).toEqual(severities);
  });

  test('a wider tolerance puts a target out of reach, a narrower one into it', () => {
    const limits = 'cpu: 100m';
    const wide = target(80, ', behavior: {scaleUp: {tolerance: 300m}}');
    const narrow = target(95, ', behavior: {scaleUp: {tolerance: 10m}}');
    expect(said('hpa-target-unreachable', { limits, hpa: wide })).toEqual(['warning']);
    expect(said('hpa-target-unreachable', { limits, hpa: narrow })).toEqual([]);
  });

  test('a sidecar without a limit may use what it likes', () => {
    const containers = '        - {name: proxy, image: "p:1", resources: {requests: {cpu: 10m}}}';
    expect(said('hpa-target-unreachable', { limits: 'cpu: 100m', containers, hpa: target(99) })).toEqual([]);
  });
});

describe('hpa-requests-missing', () => {
  const bare = '        - {name: proxy, image: "p:1"}';
  const initial = (restart: string) => `initContainers: [{name: first, image: "i:1"${restart}}]`;
  const range = (fields: string, namespace = 'shop') =>
    `---\napiVersion: v1\nkind: LimitRange\nmetadata: {name: all, namespace: ${namespace}}\nspec: {limits: [{type: Container, ${fields}}]}\n`;
  test.each([
    ['each container has a request', {}, 0],
    ['a second container has none', { containers: bare }, 1],
    ['a limit counts as a request', { requests: '' }, 0],
    ['neither request nor limit', { requests: '', limits: '' }, 1],
    ['a request of another resource is none', { requests: 'memory: 1Gi', limits: '' }, 1],
    ['an init container that ends does not count', { pod: initial('') }, 0],
    ['an init container that keeps running does', { pod: initial(', restartPolicy: Always') }, 1],
    ['pod-level resources stand for all', { containers: bare, pod: 'resources: {requests: {cpu: 1}}' }, 0],
    ['a default of the LimitRange', { containers: bare, more: range('defaultRequest: {cpu: 10m}') }, 0],
    [
      'a maximum of the LimitRange becomes the limit, and that the request',
      { containers: bare, more: range('max: {cpu: 1}') },
      0,
    ],
    ['a LimitRange of another namespace', { containers: bare, more: range('default: {cpu: 1}', 'other') }, 1],
    ['no metrics mean CPU at 80 %', { requests: '', limits: '', hpa: 'maxReplicas: 5' }, 1],
  ] as [string, World, number][])('%s', (_, given, count) => {
    expect(said('hpa-requests-missing', given)).toEqual(Array.from({ length: count }, () => 'error'));
  });

  test('an average value needs no request', () => {
    const hpa =
      '{maxReplicas: 5, metrics: [{type: Resource, resource: {name: cpu, target: {type: AverageValue, averageValue: 100m}}}]}';
    expect(said('hpa-requests-missing', { requests: '', limits: '', hpa })).toEqual([]);
  });

  test('a metric of one container asks that container alone', () => {
    const of = (name: string) =>
      `{maxReplicas: 5, metrics: [{type: ContainerResource, containerResource: {name: cpu, container: ${name}, target: {type: Utilization, averageUtilization: 60}}}]}`;
    expect(said('hpa-requests-missing', { containers: bare, hpa: of('web') })).toEqual([]);
    expect(said('hpa-requests-missing', { containers: bare, hpa: of('proxy') })).toEqual(['error']);
  });
});

describe('hpa-replicas-set and hpa-range', () => {
  test.each([
    ['', []],
    ['replicas: 0', ['error']],
    ['replicas: 1', ['warning']],
    ['replicas: 5', ['warning']],
    ['replicas: 6', ['error']],
  ])('%s with 1 to 5', (spec, severities) => expect(said('hpa-replicas-set', { spec })).toEqual(severities));

  test.each([
    ['{minReplicas: 1, maxReplicas: 5}', []],
    ['{maxReplicas: 1}', ['warning']],
    ['{minReplicas: 5, maxReplicas: 5}', ['warning']],
    ['{minReplicas: 6, maxReplicas: 5}', ['error']],
    ['{minReplicas: 0, maxReplicas: 5}', ['error']],
  ])('%s', (hpa, severities) => {
    const text = world({ hpa: hpa.slice(1, -1).replace(', ', '\n  ') });
    expect(findingsOf('hpa-range', text).map(({ severity }) => severity)).toEqual(severities);
  });
});

describe('hpa-target-missing', () => {
  const hpa = (kind: string, name: string, apiVersion = 'apps/v1') =>
    `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: web}\nspec: {scaleTargetRef: {apiVersion: ${apiVersion}, kind: ${kind}, name: ${name}}, maxReplicas: 3}\n`;
  const web = (namespace: string) =>
    `---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: ${namespace}}\nspec: {template: {spec: {containers: []}}}\n`;
  test.each([
    ['it is there', hpa('Deployment', 'web') + web('shop'), {}, []],
    ['in another namespace', hpa('Deployment', 'web') + web('other'), {}, ['error']],
    ['under another kind', hpa('StatefulSet', 'web') + web('shop'), {}, ['error']],
    ['in the wrong group', hpa('Deployment', 'web', 'v1') + web('shop'), {}, ['error']],
    ['by another name', hpa('Deployment', 'wbe') + web('shop'), {}, ['error']],
    ['nothing of its sort is in the input', hpa('Deployment', 'web'), {}, ['warning']],
    ['in a cluster that is ours alone', hpa('Deployment', 'web'), { cluster: {} }, ['error']],
    ['in a lone file', hpa('Deployment', 'api') + web('shop'), { whole: false }, ['note']],
    ['an unknown custom resource', hpa('Widget', 'web', 'example.com/v1'), {}, ['note']],
    [
      'it is declared to be elsewhere',
      hpa('Deployment', 'api') + web('shop'),
      { external: [{ kind: 'Deployment', name: 'api' }] },
      [],
    ],
  ] as [string, string, Given, string[]][])('%s', (_, text, given, severities) => {
    expect(findingsOf('hpa-target-missing', text, given).map(({ severity }) => severity)).toEqual(severities);
  });
});
