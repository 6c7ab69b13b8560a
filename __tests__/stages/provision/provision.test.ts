import { describe, expect, test } from '@jest/globals';
import { GateError } from '../../../src/domain/error.js';
import { describeOwned } from '../../../src/domain/owned.js';
import { type StageResult, verdictOf } from '../../../src/domain/stage.js';
import type { Cluster } from '../../../src/ports/cluster-provider.js';
import type { HttpProbe } from '../../../src/ports/http-probe.js';
import { provisionStage } from '../../../src/stages/provision/provision.js';
import type { ProvisionSpec } from '../../../src/stages/provision/spec.js';
import { FakeClock } from '../../fakes/clock.js';
import { FakeClusterProvider, type ProviderScript } from '../../fakes/cluster-provider.js';
import { fakeHttpProbe } from '../../fakes/http-probe.js';
import { FakeLog } from '../../fakes/log.js';
import { FakePlatform, type PlatformScript } from '../../fakes/platform.js';

const spec: ProvisionSpec = {
  name: 'sg-test',
  kubeconfig: '/tmp/sg/kubeconfig',
  nodes: 1,
  nodeImage: undefined,
  kubernetesVersion: '1.34',
  hostPort: undefined,
  clocks: undefined,
  config: undefined,
  images: ['shop:1'],
  addOns: {
    metricResolutionSeconds: 15,
    ingressClasses: [],
    images: { metrics: 'metrics-server:v9', ingress: 'traefik:v9' },
  },
  timeoutSeconds: 60,
};

interface Script {
  readonly provider?: ProviderScript;
  readonly platform?: PlatformScript;
  readonly http?: HttpProbe;
  readonly spec?: Partial<ProvisionSpec>;
  readonly signal?: AbortSignal;
}

interface Played {
  readonly result: StageResult<Cluster> | GateError;
  readonly events: readonly string[];
  readonly provider: FakeClusterProvider;
  readonly log: FakeLog;
  readonly seconds: number;
  readonly usable: readonly string[];
}

async function play(script: Script = {}): Promise<Played> {
  const events: string[] = [];
  const provider = new FakeClusterProvider(script.provider, events);
  const [clock, log, usable] = [new FakeClock(), new FakeLog(), [] as string[]];
  const stage = provisionStage({
    clusters: provider,
    platform: async () => new FakePlatform(script.platform),
    http: script.http ?? fakeHttpProbe(),
    clock,
    log,
    onUsable: ({ name }) => void usable.push(name),
  });
  const signal = script.signal ?? new AbortController().signal;
  const own = async (owned: Parameters<typeof describeOwned>[0]): Promise<void> =>
    void events.push(`own ${describeOwned(owned)}`);
  const disown = async (owned: Parameters<typeof describeOwned>[0]): Promise<void> =>
    void events.push(`disown ${describeOwned(owned)}`);
  const result = await stage.run({ ...spec, ...script.spec }, { signal, own, disown }).catch((error: unknown) => {
    if (error instanceof GateError) return error;
    throw error;
  });
  return { result, events: [...events], provider, log, seconds: clock.monotonic() / 1000, usable };
}

function errorOf({ result }: Played): GateError {
  if (result instanceof GateError) return result;
  throw new Error(`the stage ended ${verdictOf(result.evidence)}`);
}

function resultOf({ result }: Played): StageResult<Cluster> {
  if (result instanceof GateError) throw result;
  return result;
}

describe('a cluster on which everything answers', () => {
  test('passes with what was seen of nodes, DNS, storage, metrics and ingress', async () => {
    const { evidence, output } = resultOf(await play());
    expect(verdictOf(evidence)).toBe('pass');
    expect(evidence.map(({ observed }) => observed)).toEqual([
      'sg-control-plane Ready',
      'CoreDNS 1 of 1 ready',
      'standard',
      'kube-system/coredns-1: 3m CPU',
      '404 for a host that is routed nowhere',
    ]);
    expect(output).toMatchObject({ name: 'sg-test', ingress: 'http://127.0.0.1:41234', ephemeral: true });
  });

  test('is owned before it is made, with its kubeconfig', async () => {
    const { events } = await play();
    expect(events.slice(0, 3)).toEqual(['own kind-cluster sg-test', 'own path /tmp/sg/kubeconfig', 'create sg-test']);
  });

  test('waits for what is slow and for what cannot be seen yet', async () => {
    const notReady = { name: 'sg-control-plane', ready: false, reason: 'cni plugin not initialized' };
    const refused = new GateError('API_UNREACHABLE', 'connection refused', { hint: 'wait' });
    const played = await play({
      platform: {
        nodes: [[], refused, [notReady], [{ ...notReady, ready: true }]],
        usage: [{ usage: undefined }, refused, { usage: 'kube-system/coredns-1: 3m CPU' }],
      },
    });
    expect(verdictOf(resultOf(played).evidence)).toBe('pass');
    expect(played.log.text).toContain('cni plugin not initialized');
  });

  test('gets the add-ons’ images before the service’s, and those alone that the engine holds', async () => {
    const { events, log } = await play({ provider: { local: ['traefik:v9', 'shop:1'] } });
    expect(events.filter((event) => event.startsWith('load'))).toEqual([
      'load traefik:v9 into sg-test-control-plane',
      'load shop:1 into sg-test-control-plane',
    ]);
    expect(log.text).toContain('not in the local engine, left to the nodes to pull: metrics-server:v9');
  });

  test('says which clocks were shortened, and nothing where none was', async () => {
    const clocks = {
      syncPeriodSeconds: 5,
      downscaleStabilizationSeconds: 16,
      cpuInitializationSeconds: 30,
      housekeepingSeconds: 6,
      metricResolutionSeconds: 10,
    };
    const [note] = resultOf(await play({ spec: { clocks } })).notes ?? [];
    expect(note?.kind).toBe('modified-for-ci');
    for (const seconds of ['5 s (15', '16 s (300', '30 s (300', '6 s (10', '10 s (15']) {
      expect(note?.text).toContain(seconds);
    }
    expect(resultOf(await play()).notes).toEqual([]);
  });
});

describe('a cluster that is not what it should be never passes', () => {
  const down = { name: 'sg-worker', ready: false, reason: 'container runtime is down' };
  const up = { name: 'sg-control-plane', ready: true, reason: '' };
  const pullFails = {
    ready: false,
    detail: '0 of 1 ready: container traefik (image traefik:v9): Back-off pulling image',
    hopeless: true,
  };
  const starting = { ready: false, detail: '0 of 1 ready', hopeless: false };
  const gone = new GateError('API_UNREACHABLE', 'API server did not answer: ECONNREFUSED', { hint: 'look' });

  test.each<[string, Script, string, string]>([
    ['it lists no node', { platform: { nodes: [[]] } }, 'CLUSTER_NOT_READY', 'no node is listed'],
    [
      'one of two nodes is not Ready',
      { platform: { nodes: [[up, down]] } },
      'CLUSTER_NOT_READY',
      'sg-worker not Ready (container runtime is down)',
    ],
    ['its API server went away', { platform: { nodes: [gone] } }, 'CLUSTER_NOT_READY', 'ECONNREFUSED'],
    [
      'DNS never gets ready',
      { platform: { dns: [starting] } },
      'CLUSTER_NOT_READY',
      'cluster DNS was not ready after 60 s: 0 of 1 ready',
    ],
    [
      'the metrics API tells of no pod',
      { platform: { usage: [{ usage: undefined }] } },
      'ADDON_NOT_READY',
      'metrics (metrics-server:v9)',
    ],
    [
      'metrics-server is never ready, though its API answers',
      { platform: { metrics: [starting] } },
      'ADDON_NOT_READY',
      '0 of 1 ready',
    ],
    ['somebody else answers on the ingress port', { http: fakeHttpProbe(() => 200) }, 'ADDON_NOT_READY', 'status 200'],
    ['nobody answers on the ingress port', { http: fakeHttpProbe(() => 'none') }, 'ADDON_NOT_READY', 'socket hang up'],
    [
      'the image of the ingress cannot be pulled',
      { platform: { ingress: [pullFails] } },
      'ADDON_NOT_READY',
      'ingress (traefik:v9)',
    ],
    [
      'the add-ons are refused',
      { platform: { installError: new GateError('API_REFUSED', 'refused ClusterRole', { hint: '' }) } },
      'API_REFUSED',
      'ClusterRole',
    ],
    [
      'images cannot be loaded',
      { provider: { loadingError: new GateError('COMMAND_FAILED', 'no space left on device', { hint: '' }) } },
      'COMMAND_FAILED',
      'no space left',
    ],
  ])('when %s', async (_, script, code, words) => {
    const error = errorOf(await play(script));
    expect(error).toMatchObject({ code });
    expect(error.message).toContain(words);
    expect(error.hint).not.toBe(undefined);
  });

  test('and it says so at once when waiting is in vain', async () => {
    const played = await play({ platform: { ingress: [pullFails] } });
    expect(errorOf(played).hint).toContain('traefik:v9');
    expect(played.seconds).toBeLessThan(2);
  });

  test('a default storage class that is not there is not claimed', async () => {
    const { evidence } = resultOf(await play({ platform: { storage: undefined as never } }));
    expect(evidence.some(({ claim }) => claim.includes('storage'))).toBe(false);
  });
});

describe('before anything is made', () => {
  test.each<[string, Script, string]>([
    ['no container engine', { provider: { engineMissing: true } }, 'ENGINE_MISSING'],
    ['a cluster of that name that is not ours', { provider: { existing: ['sg-test'] } }, 'CLUSTER_EXISTS'],
    ['a taken port', { provider: { portTaken: true }, spec: { hostPort: 80 } }, 'PORT_TAKEN'],
  ])('%s is said, and nothing is owned', async (_, script, code) => {
    const played = await play(script);
    expect(errorOf(played)).toMatchObject({ code });
    expect(played.events).toEqual([]);
  });
});

describe('a provision that breaks off leaves nothing at work', () => {
  test('loading ends when the creation fails, and nothing is loaded afterwards', async () => {
    const creationError = new GateError('CLUSTER_NOT_READY', 'kind could not create cluster', { hint: 'again' });
    const played = await play({ provider: { creationError } });
    expect(errorOf(played)).toBe(creationError);
    expect(played.provider.loading).toBe(0);
    await new Promise((resolve) => setImmediate(resolve));
    expect(played.provider.events).toEqual(played.events);
    expect(played.usable).toEqual([]);
  });

  test('a cancelled wait is CANCELLED, with what was last seen', async () => {
    const cancel = new AbortController();
    const nodes = [[{ name: 'a', ready: false, reason: 'starting' }]];
    const platform = { nodes };
    const http = fakeHttpProbe(() => {
      cancel.abort(new GateError('CANCELLED', 'cancelled by SIGTERM', { hint: 'again' }));
      return 404;
    });
    const error = errorOf(await play({ platform, http, signal: cancel.signal }));
    expect(error.code).toBe('CANCELLED');
  });

  test('loading that hangs ends with the run', async () => {
    const cancel = new AbortController();
    const played = play({ provider: { loadingHangs: true }, signal: cancel.signal });
    setTimeout(() => cancel.abort(new GateError('CANCELLED', 'cancelled by SIGINT', { hint: 'again' })), 20);
    expect(errorOf(await played).code).toBe('CANCELLED');
    expect((await played).provider.loading).toBe(0);
    expect((await played).usable).toEqual([]);
  });
});

test.each([
  ['CLUSTER_EXISTS', true],
  ['CLUSTER_NOT_READY', false],
] as const)('a cluster whose creation ends with %s is struck out of what is ours: %s', async (code, isForeign) => {
  const creationError = new GateError(code, 'somebody was quicker', { hint: 'Choose another name.' });
  const { events, result } = await play({ provider: { creationError } });
  expect(result).toMatchObject({ code });
  expect(events).toContain('own kind-cluster sg-test');
  expect(events.includes('disown kind-cluster sg-test')).toBe(isForeign);
});
