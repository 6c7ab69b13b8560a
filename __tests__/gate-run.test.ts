import { describe, expect, test } from '@jest/globals';
import { GateError } from '../src/domain/error.js';
import type { Decision } from '../src/domain/verdict.js';
import { gateRun, type Trouble } from './gate-run.js';

const trouble = (reason: string, message: string) => ({
  rollouts: { 'Deployment/web': [{ ready: 0, trouble: { reason, message, hopeless: true } }] },
});
const scaling = (what: (world: object) => void): Trouble => ({ scaling: { events: [{ at: 0, what }] } });
const gone = new GateError('API_UNREACHABLE', 'API server a:1 did not answer', { hint: 'look' });
const starting = { ready: false, detail: '0 of 1 ready', hopeless: false };
const silent = (status: number | 'none') => (host: string) => (host === 'shop.example.com' ? status : 404);

/** Worlds in which something is wrong, what the gate must say, and what its one line has to name. */
const worlds: readonly (readonly [name: string, world: Trouble, decision: Decision, words: string])[] = [
  [
    'the HPA has no requests to measure by',
    { manifests: (text) => text.replace(/resources: .*\n/, '\n') },
    'reject',
    'lint',
  ],
  [
    'the HPA points at nothing',
    { manifests: (text) => text.replace('kind: Deployment, name: web }', 'kind: Deployment, name: wbe }') },
    'reject',
    'wbe',
  ],
  [
    'the Ingress leads to no Service',
    { manifests: (text) => text.replace('service: { name: web', 'service: { name: shop') },
    'reject',
    'shop',
  ],
  [
    'minReplicas is above maxReplicas',
    { manifests: (text) => text.replace('minReplicas: 1', 'minReplicas: 9') },
    'reject',
    '9',
  ],
  ['no container engine', { provider: { engineMissing: true } }, 'inconclusive', 'docker'],
  ['a cluster of that name', { provider: { existing: ['sg-test'] } }, 'inconclusive', 'sg-test'],
  ['a taken port', { provider: { portTaken: true } }, 'inconclusive', 'port'],
  [
    'a cluster that cannot be created',
    { provider: { creationError: new GateError('CLUSTER_NOT_READY', 'kind could not create it', { hint: '' }) } },
    'inconclusive',
    'kind could not',
  ],
  [
    'a full disk while images are loaded',
    { provider: { loadingError: new GateError('COMMAND_FAILED', 'no space left', { hint: '' }) } },
    'inconclusive',
    'no space left',
  ],
  ['no node', { platform: { nodes: [[]] } }, 'inconclusive', 'no node is listed'],
  ['DNS that never starts', { platform: { dns: [starting] } }, 'inconclusive', 'cluster DNS'],
  ['a metrics API without usage', { platform: { usage: [{ usage: undefined }] } }, 'inconclusive', 'metrics (m:1)'],
  ['a stranger on the ingress port', { http: () => 200 }, 'inconclusive', 'something else answers'],
  [
    'an image that does not exist',
    { deployment: trouble('ErrImagePull', 'shop:1 not found') },
    'reject',
    'shop:1 not found',
  ],
  [
    'a crash loop',
    { deployment: trouble('CrashLoopBackOff', 'container web restarted 3 times') },
    'reject',
    'Deployment/web',
  ],
  [
    'a Secret that is not there',
    { deployment: trouble('CreateContainerConfigError', 'secret "db" not found') },
    'reject',
    'secret "db"',
  ],
  ['a used-up quota', { deployment: trouble('FailedCreate', 'exceeded quota: compute') }, 'reject', 'exceeded quota'],
  [
    'a refused object',
    { deployment: { refusals: { 'Service/web': 'spec.ports: Required value' } } },
    'reject',
    'Required value',
  ],
  [
    'an API server that goes away',
    { deployment: { rollouts: { 'Deployment/web': [gone] } } },
    'inconclusive',
    'did not answer',
  ],
  ['a Service without pods', { deployment: { endpoints: { web: [0] } } }, 'reject', 'Service/web'],
  ['a route that answers 404', { http: silent(404) }, 'reject', 'status 404'],
  ['a route that answers 503', { http: silent(503) }, 'reject', 'status 503'],
  ['a route that never answers', { http: silent('none') }, 'reject', 'external route'],
  [
    'a NodePort',
    { deployment: { exposures: [{ object: 'Service/db', how: 'NodePort 30080' }] } },
    'reject',
    'NodePort 30080',
  ],
  [
    'a pod on the host network',
    { deployment: { exposures: [{ object: 'Pod/web-1', how: 'host network' }] } },
    'reject',
    'host network',
  ],
  ['Redis nodes that never start', { redisReady: (name) => name !== 'redis-7' }, 'inconclusive', 'redis'],
  [
    'a Redis node that takes no slots',
    { redis: (cluster) => cluster.refuse('redis-0', /ADDSLOTSRANGE/, 'ERR no') },
    'reject',
    'redis',
  ],
  ['no traffic', scaling((world) => Object.assign(world, { ended: 'no arrivals' })), 'inconclusive', 'load'],
  ['answers that are all 500', scaling((world) => Object.assign(world, { status: 500 })), 'reject', 'load'],
  [
    'a dead metrics API under load',
    scaling((world) => Object.assign(world, { metrics: false })),
    'inconclusive',
    'load',
  ],
  ['a deleted HPA', scaling((world) => Object.assign(world, { hpa: false })), 'inconclusive', 'load'],
  [
    'pods that get no traffic',
    scaling((world) => Object.assign(world, { starved: (index: number) => index > 0 })),
    'reject',
    'load',
  ],
  ['a service too slow for its SLO', { scaling: { latencyMs: 900 } }, 'reject', 'p(95)<500'],
  ['a target that cannot be reached', { scaling: { limitMilli: 50 } }, 'reject', 'load'],
  ['a rate that is too low', { load: { rate: 10 } }, 'reject', 'load'],
  ['evidence of another commit', { otherCommit: true }, 'reject', 'commit def is not abc'],
  ['a cancelled run', { cancelled: true }, 'inconclusive', 'cancelled'],
];

describe('the whole gate over worlds in memory', () => {
  test('promotes a sound service, with evidence of all six stages', async () => {
    const { decision, stages, reason } = await gateRun();
    expect(
      stages.filter(({ verdict }) => verdict !== 'pass').map(({ stage, error, evidence }) => [stage, error, evidence]),
    ).toEqual([]);
    expect(decision).toBe('promote');
    expect(stages.map(({ stage }) => stage).toSorted()).toEqual([
      'deploy',
      'lint',
      'load',
      'promote',
      'provision',
      'redis',
    ]);
    expect(reason).toMatch(/(\d+) of \1 claims were observed to hold$/);
  });

  test.each(worlds)('does not promote in a world with %s', async (_, world, decision, words) => {
    const run = await gateRun(world);
    expect(run).toMatchObject({ decision });
    expect(run.reason).toContain(words);
  });
});
