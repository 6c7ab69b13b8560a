import { describe, expect, test } from '@jest/globals';
import { GateError } from '../../../src/domain/error.js';
import type { Evidence } from '../../../src/domain/evidence.js';
import { type StageResult, verdictOf } from '../../../src/domain/stage.js';
import type { HostLoad } from '../../../src/ports/host-load.js';
import { deployStage } from '../../../src/stages/deploy/deploy.js';
import type { DeploySpec, Release } from '../../../src/stages/deploy/spec.js';
import { FakeClock } from '../../fakes/clock.js';
import { type DeploymentScript, FakeDeployment } from '../../fakes/deployment.js';
import { fakeHttpProbe, type Statuses } from '../../fakes/http-probe.js';
import { FakeLog } from '../../fakes/log.js';
import { wordsOf } from '../../fakes/words.js';
import { serviceText, specOf } from './service.js';

const words = wordsOf('deploy/words.json');

interface Script extends DeploymentScript {
  readonly http?: Statuses;
  readonly text?: string;
  readonly spec?: Partial<DeploySpec>;
  /** Share of the machine that others have. */
  readonly stolen?: number;
}

interface Played {
  readonly result: StageResult<Release>;
  readonly deployment: FakeDeployment;
  readonly seconds: number;
  readonly bad: readonly Evidence[];
  readonly log: FakeLog;
}

/** A machine of which others have a share, from the first look on. */
function machine(stolen: number): HostLoad {
  let looks = 0;
  return {
    look: async () => ({ cpu: { total: 1000 * looks, used: 0, stolen: 1000 * stolen * looks++ }, waitedMs: null }),
  };
}

async function play({ http, text, spec, stolen = 0, ...world }: Script = {}): Promise<Played> {
  const [clock, deployment, log] = [new FakeClock(), new FakeDeployment(world), new FakeLog()];
  const stage = deployStage({
    deployment: async () => deployment,
    http: fakeHttpProbe(http),
    host: machine(stolen),
    clock,
    log,
  });
  const context = { signal: new AbortController().signal, own: async () => undefined };
  const result = await stage.run(specOf(text, spec), context);
  const bad = result.evidence.filter(({ verdict }) => verdict !== 'pass');
  return { result, deployment, bad, log, seconds: clock.monotonic() / 1000 };
}

const stuck = (reason: string, message: string, hopeless = true) => ({
  desired: 2,
  updated: 2,
  ready: 0,
  done: false,
  trouble: { reason, message, hopeless },
});
describe('on a machine that others have most of', () => {
  const late = { desired: 2, updated: 2, ready: 0, done: false };
  const crash = (how: string) => stuck('CrashLoopBackOff', `container web restarted 2 times, last exit code ${how}`);
  test.each([
    ['a rollout that is late', 0.41, late, 'inconclusive'],
    ['a rollout that is late, with less of it taken', 0.4, late, 'fail'],
    ['a container that was killed', 0.6, crash('137 (Error)'), 'inconclusive'],
    ['a container that was told to end', 0.6, crash('143 (Error)'), 'inconclusive'],
    ['a container that ended by itself', 0.6, crash('1 (Error)'), 'fail'],
    ['a container that took too much memory', 0.6, crash('137 (OOMKilled)'), 'fail'],
    ['an image that is nowhere', 0.6, stuck('ErrImagePull', 'no such host'), 'fail'],
  ])('%s (%d) is judged by what it shows', async (_, stolen, rollout, verdict) => {
    const { bad } = await play({ stolen, rollouts: { 'Deployment/web': [rollout] } });
    expect(bad.map((each) => each.verdict)).toEqual([verdict]);
    expect(bad[0]?.observed.includes('of its processors to others, over 40 %')).toBe(verdict === 'inconclusive');
  });
});

const gone = new GateError('API_UNREACHABLE', 'API server a:1 did not answer', { hint: 'look' });
const by =
  (statuses: Readonly<Record<string, number | 'none'>>): Statuses =>
  (host) =>
    statuses[host] ?? 404;

describe('a service that serves', () => {
  test('passes every claim, with the numbers', async () => {
    const { result } = await play();
    expect(verdictOf(result.evidence)).toBe('pass');
    expect(result.evidence.map(({ claim, observed }) => `${claim}: ${observed}`)).toEqual([
      'the API server takes every object: 6 of 6 objects applied',
      'Deployment/web rolls out: 2 of 2 replicas Ready after 0.0 s',
      'Service/web is found, with pods behind it: 2 ready addresses',
      'Service/db is found, with pods behind it: 2 ready addresses',
      'the external route answers from outside: 200 in 3 ms, 3 times in a row',
      'nothing listens outside the cluster but the ingress controller: 0 node ports, load balancers, host ports, host networks and external IPs',
      'Service/db is internal and not reachable from outside: 404 for 3 names of it',
    ]);
    expect(result.output).toEqual({
      namespace: 'shop',
      objects: [
        'ConfigMap/web',
        'Service/web',
        'Service/db',
        'Deployment/web',
        'Ingress/web',
        'HorizontalPodAutoscaler/web',
      ],
      images: { 'shop:1': 'sha256:aaa' },
      route: { url: 'http://127.0.0.1:1/', host: 'shop.example.com' },
    });
  });

  test('may take its time, and be unschedulable for a moment', async () => {
    const rollouts = {
      'Deployment/web': [
        stuck('Unschedulable', 'waiting for a volume', false),
        gone,
        { ready: 1 },
        { ready: 2, done: true },
      ],
    };
    const { result } = await play({ rollouts, endpoints: { web: [0, 0, 1] } });
    expect(verdictOf(result.evidence)).toBe('pass');
  });

  test('is applied in the order in which things are needed', async () => {
    const kinds = [
      'HorizontalPodAutoscaler',
      'Deployment',
      'Service',
      'Secret',
      'RoleBinding',
      'Role',
      'CustomResourceDefinition',
      'Namespace',
    ] as const;
    const text = kinds
      .map((kind) => `{ apiVersion: v1, kind: ${kind}, metadata: { name: a }, spec: {} }`)
      .join('\n---\n');
    const { deployment } = await play({ text });
    expect(deployment.applied.map(({ kind }) => kind)).toEqual(kinds.toReversed());
  });
});

describe('a service that does not serve never passes', () => {
  const reasons = [
    ['ErrImagePull', 'container web (image shop:1): not found', 'Build or pull'],
    ['ImagePullBackOff', 'container web (image shop:1): Back-off', 'Build or pull'],
    ['CrashLoopBackOff', 'container web restarted 3 times, last exit code 1 (Error)', 'Read the log'],
    ['CreateContainerConfigError', 'secret "db" not found', 'Create the Secret'],
    ['FailedCreate', 'pods "web" is forbidden: exceeded quota: compute', 'ResourceQuota'],
    ['ProgressDeadlineExceeded', 'ReplicaSet "web-1" has timed out progressing', 'readiness'],
    ['NotFound', 'Deployment/web is not in namespace shop', 'pods'],
  ] as const;

  test.each(reasons)('%s fails at once, with object, number and remedy', async (reason, message, remedy) => {
    const { bad, seconds } = await play({ rollouts: { 'Deployment/web': [{}, stuck(reason, message)] } });
    expect(bad).toMatchObject([{ verdict: 'fail', object: 'Deployment/web' }]);
    expect(bad[0]?.observed).toContain(`0 of 2 replicas Ready: ${reason}: ${message}`);
    expect(bad[0]?.remedy).toContain(remedy);
    expect(seconds).toBeLessThan(2);
  });

  test('Unschedulable fails after its grace, long before the deadline', async () => {
    const frames = [stuck('Unschedulable', '0/1 nodes are available: 1 Insufficient cpu.', false)];
    const { bad, seconds } = await play({ rollouts: { 'Deployment/web': frames } });
    expect(bad).toMatchObject([{ verdict: 'fail', object: 'Deployment/web' }]);
    expect(bad[0]?.observed).toContain('Insufficient cpu');
    expect(seconds).toBeGreaterThan(19);
    expect(seconds).toBeLessThan(25);
  });

  test('a rollout that is only slow fails at its deadline, with the replicas that were Ready', async () => {
    const { bad, seconds } = await play({ rollouts: { 'Deployment/web': [{ ready: 1 }] } });
    expect(bad[0]).toMatchObject({ verdict: 'fail' });
    expect(bad[0]?.observed).toContain('1 of 2 replicas Ready after');
    expect(seconds).toBeLessThanOrEqual(60);
  });

  test('a workload of 0 replicas proves nothing', async () => {
    const { result, bad } = await play({ rollouts: { 'Deployment/web': [{ desired: 0, ready: 0, done: true }] } });
    expect(verdictOf(result.evidence)).toBe('inconclusive');
    expect(bad[0]?.observed).toContain('0 of 0 replicas');
  });

  test('manifests without a workload prove nothing', async () => {
    const { result } = await play({ text: '{ apiVersion: v1, kind: ConfigMap, metadata: { name: a } }' });
    expect(verdictOf(result.evidence)).toBe('inconclusive');
  });

  test('what the API server refuses is told in its words, all refusals at once', async () => {
    const refusals = { 'Service/web': 'spec.ports: Required value', 'Deployment/web': 'unknown field "spec.replica"' };
    const { bad, result } = await play({ refusals });
    expect(bad).toMatchObject([{ verdict: 'fail', object: 'Service/web' }]);
    expect(bad[0]?.observed).toBe(
      'Service/web: spec.ports: Required value; Deployment/web: unknown field "spec.replica"',
    );
    expect(result.evidence).toHaveLength(1);
  });

  test.each<[string, Script, string]>([
    ['answers 404', { http: by({ 'shop.example.com': 404 }) }, 'status 404'],
    ['answers 503', { http: by({ 'shop.example.com': 503 }) }, 'status 503'],
    [
      'answers another status than the one asked for',
      { spec: { probe: { host: 'shop.example.com', path: '/', status: 204 } } },
      'status 200',
    ],
    ['does not answer, while the controller does', { http: by({ 'shop.example.com': 'none' }) }, 'socket hang up'],
  ])('a route that %s', async (_, script, words) => {
    const { bad } = await play(script);
    expect(bad).toMatchObject([{ claim: 'the external route answers from outside', verdict: 'fail' }]);
    expect(bad[0]?.observed).toContain(words);
  });

  test('a route for any host that answers with an error: there is no host that nobody routes', async () => {
    const text = serviceText.replace('- host: shop.example.com\n      http:', '- http:');
    const { bad } = await play({ http: () => 503, text });
    expect(bad).toMatchObject([{ claim: 'the external route answers from outside', verdict: 'fail' }]);
  });

  test.each([502, 'none'] as const)('a route that answers now and then, and %s between', async (between) => {
    let asked = 0;
    const now = (): number | 'none' => (asked++ % 3 === 2 ? between : 200);
    const { bad } = await play({ http: (host) => (host === 'shop.example.com' ? now() : 404) });
    expect(bad).toMatchObject([{ claim: 'the external route answers from outside', verdict: 'fail' }]);
  });

  test('a Service with no pods behind it', async () => {
    const { bad } = await play({ endpoints: { web: [0] } });
    expect(bad).toMatchObject([{ object: 'Service/web', verdict: 'fail', observed: '0 ready addresses' }]);
  });
});

describe('what the deploy stage says', () => {
  const trouble = (reason: string, more: object = {}) => ({
    'Deployment/web': [{ ...stuck(reason, 'words of the cluster'), ...more }],
  });
  const second = `${serviceText}---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: data }
spec: { selector: { matchLabels: { app: db } }, template: { metadata: { labels: { app: db } }, spec: { containers: [{ name: db, image: 'shop:1' }] } } }
---
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: log }
spec: { selector: { matchLabels: { app: log } }, template: { metadata: { labels: { app: log } }, spec: { containers: [{ name: log, image: 'shop:1' }] } } }
---
apiVersion: v1
kind: Service
metadata: { name: outside }
spec: { externalName: example.com, type: ExternalName }
---
apiVersion: v1
kind: Service
metadata: { name: by-hand }
spec: { selector: {}, ports: [{ port: 80 }] }
`;
  const said: Readonly<Record<string, Script>> = {
    'all is well': {},
    'there is more': { text: second, endpoints: { db: [1] } },
    'there is no host': { spec: { probe: { host: undefined, path: '/healthz', status: undefined } }, http: () => 204 },
    'there is no Ingress': { text: serviceText.slice(serviceText.indexOf('---') + 4) },
    'there is no workload': { text: '{ apiVersion: v1, kind: ConfigMap, metadata: { name: a } }' },
    'the image is not there': { rollouts: trouble('ErrImagePull') },
    'the image has no name': { rollouts: trouble('InvalidImageName') },
    'it crashes': { rollouts: trouble('CrashLoopBackOff') },
    'it cannot run': { rollouts: trouble('RunContainerError') },
    'it cannot be configured': { rollouts: trouble('CreateContainerConfigError') },
    'there is no room': { rollouts: trouble('Unschedulable') },
    'there is no quota': { rollouts: trouble('FailedCreate') },
    'it is not ready': { rollouts: trouble('Unhealthy') },
    'it is slow': { rollouts: { 'Deployment/web': [{ ready: 1 }] } },
    'nothing of it is to run': { rollouts: { 'Deployment/web': [{ desired: 0, ready: 0, done: true }] } },
    'one of it runs': {
      rollouts: { 'Deployment/web': [{ desired: 1, ready: 1, done: true }] },
      endpoints: { web: [1] },
    },
    'nothing is behind it': { endpoints: { web: [0] } },
    'it answers otherwise': { http: by({ 'shop.example.com': 503 }) },
    'it does not answer': { http: by({ 'shop.example.com': 'none' }) },
    'the Ingress answers to every name': { http: () => 200 },
    'what is internal answers': { http: by({ 'shop.example.com': 200, db: 200, 'db.shop': 301 }) },
    'something else listens': {
      exposures: [
        { object: 'Service/web', how: 'NodePort 30080' },
        { object: 'Pod/web-1', how: 'host network' },
      ],
    },
    'it was declared internal': { spec: { internal: ['web', 'db', 'nothing'] } },
  };

  test.each(Object.entries(said))('where %s', async (name, script) => {
    const { result, log } = await play(script);
    const lines = log.lines.map(({ level, line }) => `${level}: ${line}`);
    const usual = name === 'all is well' ? [] : (await play()).result.evidence;
    const own = result.evidence.filter((one) => !usual.some((other) => JSON.stringify(other) === JSON.stringify(one)));
    words(name, { evidence: own.map(({ at: _, ...one }) => one), lines });
  });

  test.each([
    [199, false],
    [200, true],
    [399, true],
    [400, false],
  ])('an answer of %i is good enough: %p', async (status, good) => {
    const { bad } = await play({ http: by({ 'shop.example.com': status }) });
    expect(bad.map(({ verdict }) => verdict)).toEqual(good ? [] : ['fail']);
  });

  test.each([
    [40, 'may still be placed', 0],
    [41, 'is said not to be', 1],
  ])('a pod without a place at look %i of half a second each %s', async (look, _, faults) => {
    const frames = Array.from({ length: look + 1 }, () => stuck('Unschedulable', 'no room', false));
    const { bad } = await play({ rollouts: { 'Deployment/web': [...frames, { ready: 2, done: true }] } });
    expect(bad).toHaveLength(faults);
  });

  test('the ingress controller is asked for internal names, and for one that nobody gave', async () => {
    const asked: string[] = [];
    await play({
      http: (host, url) => {
        asked.push(`${host} ${url}`);
        return host === 'shop.example.com' ? 200 : 404;
      },
    });
    const route = 'shop.example.com http://127.0.0.1:1/';
    expect(asked).toEqual([
      ...[route, route, route],
      'nobody.scale-gate.invalid http://127.0.0.1:1/',
      'db http://127.0.0.1:1/',
      'db.shop http://127.0.0.1:1/',
      'db.shop.svc.cluster.local http://127.0.0.1:1/',
    ]);
  });

  test.each([
    ['none', 500],
    [503, 500],
    [503, 599],
  ] as const)(
    'a route that answers %s, through a controller that says %i to nobody, is not the service’s',
    async (route, control) => {
      const http = by({ 'shop.example.com': route, 'nobody.scale-gate.invalid': control });
      await expect(play({ http })).rejects.toMatchObject({
        code: 'ADDON_NOT_READY',
        message: `the ingress controller answers ${control} for a host that nobody routes`,
        hint: 'Look at the ingress controller: nothing was found out about the route to the service.',
      });
    },
  );

  test.each([
    ['none', 499],
    [503, 499],
    [404, 500],
  ] as const)('a route that answers %s, through a controller that says %i to nobody, is', async (route, control) => {
    const http = by({ 'shop.example.com': route, 'nobody.scale-gate.invalid': control });
    const { bad } = await play({ http });
    expect(bad.find(({ claim }) => claim === 'the external route answers from outside')?.verdict).toBe('fail');
  });

  test('what leads to a Service without being an Ingress is no route', async () => {
    const text = `${serviceText}---
apiVersion: apiregistration.k8s.io/v1
kind: APIService
metadata: { name: v1.db }
spec: { service: { name: db, namespace: shop }, group: db, version: v1 }
`;
    const { result } = await play({ text });
    expect(result.evidence.at(-1)?.claim).toBe('Service/db is internal and not reachable from outside');
  });

  test('of two reasons the first remedy is given', async () => {
    const rollouts = { 'Deployment/web': [stuck('ErrImagePull', 'after CrashLoopBackOff, FailedCreate')] };
    expect((await play({ rollouts })).bad[0]?.remedy).toMatch(/^Build or pull the image/);
  });

  test('a cluster at fault is not told of the service, and says after how long', async () => {
    const broken = {
      ...stuck('NodeNotReady', 'node a is not ready'),
      trouble: { reason: 'NodeNotReady', message: 'node a is not ready', hopeless: true, cluster: true },
    };
    await expect(play({ rollouts: { 'Deployment/web': [{}, broken] } })).rejects.toMatchObject({
      code: 'CLUSTER_NOT_READY',
      message:
        'Deployment/web was not rolled out by the cluster: 0 of 2 replicas Ready: NodeNotReady: node a is not ready after 1 s',
      hint: 'Look at the nodes and at what runs in kube-system: nothing was found out about the service.',
    });
  });
});

describe('what must not be reachable', () => {
  test.each([
    ['Service/web', 'NodePort 30080'],
    ['Service/web', 'LoadBalancer 80'],
    ['Service/web', 'external IP 203.0.113.7'],
    ['Pod/web-1', 'host port 8080'],
    ['Pod/web-1', 'host network'],
  ])('%s by %s fails', async (object, how) => {
    const { bad } = await play({ exposures: [{ object, how }] });
    expect(bad).toMatchObject([{ requirement: 'exposure', verdict: 'fail', object, observed: `${object}: ${how}` }]);
  });

  test.each(['db', 'db.shop', 'db.shop.svc.cluster.local'])(
    'an internal Service that answers as %s fails',
    async (host) => {
      const { bad } = await play({ http: by({ 'shop.example.com': 200, [host]: 200 }) });
      expect(bad).toMatchObject([{ object: 'Service/db', verdict: 'fail', observed: `200 for Host ${host}` }]);
    },
  );

  test('an Ingress that answers for every name is told apart from one that leads to the internal Service', async () => {
    const { result, bad } = await play({ http: () => 200 });
    expect(bad).toEqual([]);
    expect(result.evidence.at(-1)?.observed).toContain('as any name does');
  });

  test('a Service that was declared internal and is routed fails', async () => {
    const { bad } = await play({ spec: { internal: ['web'] } });
    expect(bad).toMatchObject([{ object: 'Service/web', verdict: 'fail' }]);
  });

  test('a Service that was declared internal and does not exist proves nothing', async () => {
    const { bad } = await play({ spec: { internal: ['dbb'] } });
    expect(bad).toMatchObject([{ object: 'Service/dbb', verdict: 'inconclusive' }]);
  });
});

describe('what could not be found out is thrown, never told of the service', () => {
  test.each<[string, Script, string]>([
    ['an API server that is gone during apply', { applyError: gone }, 'API_UNREACHABLE'],
    [
      'an API server that is gone during the rollout',
      { rollouts: { 'Deployment/web': [{}, gone] } },
      'API_UNREACHABLE',
    ],
    ['an API server that is gone while endpoints are asked for', { endpoints: { web: [gone] } }, 'API_UNREACHABLE'],
    ['an ingress controller that answers nobody', { http: () => 'none' }, 'LOAD_FAILED'],
    ['an ingress controller that answers everybody with an error', { http: () => 502 }, 'ADDON_NOT_READY'],
    [
      'an ingress controller that answers the service nothing and the rest with an error',
      { http: (host) => (host === 'shop.example.com' ? 'none' : 503) },
      'ADDON_NOT_READY',
    ],
  ])('%s', async (_, script, code) => {
    await expect(play(script)).rejects.toMatchObject({ code });
  });

  test('a cancelled wait', async () => {
    const cancel = new AbortController();
    cancel.abort(new GateError('CANCELLED', 'cancelled by SIGINT', { hint: 'again' }));
    const stage = deployStage({
      deployment: async () => new FakeDeployment(),
      http: fakeHttpProbe(),
      clock: new FakeClock(),
      log: new FakeLog(),
    });
    const context = { signal: cancel.signal, own: async () => undefined };
    await expect(stage.run(specOf(serviceText), context)).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});
