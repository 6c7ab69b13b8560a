import { quickClocks } from '../../src/autoscaler/clocks.js';
import { defaultSetup } from '../../src/autoscaler/hpa.js';
import type { Evidence } from '../../src/domain/evidence.js';
import { decide } from '../../src/domain/report.js';
import { runName } from '../../src/domain/run.js';
import type { StageContext } from '../../src/domain/stage.js';
import type { Decision } from '../../src/domain/verdict.js';
import type { JsonObject, Manifest } from '../../src/manifests/manifest.js';
import { type Parts, prepare, runPipeline } from '../../src/pipeline.js';
import { deployStage } from '../../src/stages/deploy/deploy.js';
import { prepareNamespace } from '../../src/stages/deploy/prepare.js';
import type { DeploySpec, Release } from '../../src/stages/deploy/spec.js';
import { loadStage } from '../../src/stages/load/load.js';
import type { LoadSpec } from '../../src/stages/load/spec.js';
import { promoteStage } from '../../src/stages/promote/promote.js';
import { provisionStage } from '../../src/stages/provision/provision.js';
import type { ProvisionSpec } from '../../src/stages/provision/spec.js';
import { defaultRedisSpec, type RedisSpec } from '../../src/stages/redis/spec.js';
import { redisStage } from '../../src/stages/redis/stage.js';
import { cleanUp } from '../../src/teardown.js';
import { FakeClock } from '../fakes/clock.js';
import { ClusterWorld } from '../fakes/cluster-world.js';
import { FakeJournal } from '../fakes/journal.js';
import { FakeLog } from '../fakes/log.js';
import { ScalingWorld } from '../fakes/scaling-world.js';
import { FakeWorld } from '../fakes/world.js';
import { type Fault, faulty, type Injector } from './faults.js';
import { redisGrounds } from './redis-ground.js';

const run = runName('7', '1');
const neighbour = { type: 'kind-cluster', name: 'neighbour' } as const;
const timeoutMs = 45 * 60_000;
const redisSpec: RedisSpec = { ...defaultRedisSpec, timeoutSeconds: 60, holdSeconds: 1, behaviours: [] };
const subject = { commit: 'c', manifests: 'sha256:m', images: {} };

const object = (kind: string, spec: JsonObject): Manifest => ({
  file: 'k8s.yaml',
  document: 0,
  apiVersion: 'v1',
  kind,
  name: 'x',
  namespace: undefined,
  value: { apiVersion: 'v1', kind, metadata: { name: 'x' }, spec },
  locate: () => ({ file: 'k8s.yaml', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }),
});
const manifests = [
  object('Deployment', { replicas: 2 }),
  object('Service', { selector: { app: 'x' } }),
  object('Ingress', { rules: [{ http: { paths: [{ backend: { service: { name: 'x' } } }] } }] }),
];

const provisionSpec: ProvisionSpec = {
  name: run,
  kubeconfig: `/tmp/${run}/kubeconfig`,
  nodes: 1,
  nodeImage: undefined,
  kubernetesVersion: undefined,
  hostPort: undefined,
  clocks: undefined,
  config: undefined,
  images: ['shop:1'],
  addOns: { metricResolutionSeconds: 10, ingressClasses: ['nginx'], images: { metrics: 'm', ingress: 'i' } },
  timeoutSeconds: 180,
};

const loadSpec: LoadSpec = {
  target: { namespace: 'shop', name: 'x' },
  traffic: {
    origin: 'http://127.0.0.1:1',
    protocol: 'http/1.1',
    host: null,
    ca: null,
    insecure: false,
    scenarios: [],
    arrivals: 'even',
    seed: 1,
    maxInFlight: 1_000,
    connections: 100,
    connectionMaxAgeMs: 5_000,
    timeoutMs: 10_000,
    podHeader: null,
    abort: null,
  },
  mode: 'prove',
  script: null,
  from: null,
  to: null,
  rate: null,
  maxRate: 2_000,
  rampSeconds: 5,
  durationSeconds: 30,
  idleSeconds: 15,
  thresholds: ['error_rate<0.01'],
  scaleDown: true,
  timeoutSeconds: 600,
  clocks: { ...quickClocks, downscaleStabilizationSeconds: 15 },
  modified: [],
  setup: defaultSetup,
};

export interface Outcome {
  /** What the run said, or the bug that escaped from it. */
  readonly decision: Decision | 'escaped';
  readonly escaped: unknown;
  /** Evidence that blames the service, which is sound. */
  readonly blamed: readonly string[];
  readonly left: readonly string[];
  readonly neighbourLives: boolean;
  readonly virtualMs: number;
  readonly counts: ReadonlyMap<string, number>;
  readonly happened: boolean;
}

/** A whole run over worlds in memory: provision, deploy, redis, load, promote, and the teardown after it. */
export async function rehearse(fault?: Fault): Promise<Outcome> {
  const clock = new FakeClock();
  const [things, log, journal] = [new FakeWorld(), new FakeLog(), new FakeJournal(clock)];
  const cancel = new AbortController();
  const injector: Injector = { clock, cancel, fault, counts: new Map(), happened: false };
  things.make(neighbour);
  const overdue = new AbortController();
  const timer = clock.sleep(timeoutMs, overdue.signal).then(
    () => cancel.abort(),
    () => undefined,
  );
  const context: StageContext = { signal: cancel.signal, own: (owned) => journal.own(run, owned) };
  const parts = partsOf(new ClusterWorld(clock, things), new ScalingWorld(clock, {}), injector, log);
  let decision: Outcome['decision'] = 'escaped';
  let escaped: unknown;
  let evidence: readonly Evidence[] = [];
  try {
    const watcher = { begin: () => undefined, end: () => undefined };
    const { stages } = await runPipeline(parts, context, clock, watcher);
    decision = decide(stages, ['lint', 'provision', 'deploy', 'redis', 'load', 'promote']);
    evidence = stages.flatMap((stage) => stage.evidence);
  } catch (error) {
    escaped = error;
  }
  const virtualMs = clock.monotonic();
  overdue.abort();
  await timer;
  await cleanUp(run, { removers: things.removers, strays: things.strays, journal, clock, log });
  const left = [...things.existing.keys()].filter((name) => name !== 'kind-cluster neighbour');
  const blamed = evidence
    .filter(({ verdict }) => verdict === 'fail')
    .map(({ claim, observed }) => `${claim}: ${observed}`);
  const neighbourLives = things.existing.has('kind-cluster neighbour');
  return {
    decision,
    escaped,
    blamed,
    left,
    neighbourLives,
    virtualMs,
    counts: injector.counts,
    happened: injector.happened,
  };
}

function partsOf(
  world: ClusterWorld,
  scaling: ScalingWorld,
  injector: Injector,
  log: FakeLog,
): Parts<unknown, Release, unknown, unknown> {
  const { clock } = injector;
  const deployment = faulty('deployment', world.deployment, injector);
  const http = faulty('http', world.http, injector);
  const clusters = faulty('clusters', world.clusters, injector);
  const platform = faulty('platform', world.platform, injector);
  const generator = faulty('generator', scaling, injector);
  const observer = faulty('observer', scaling, injector);
  return {
    lint: () => ({ name: 'lint', run: async () => ({ evidence: [passed(clock)], output: {} }) }),
    provision: (_, onUsable) =>
      prepare(provisionStage({ clusters, platform: async () => platform, http, clock, log, onUsable }), provisionSpec),
    prepare: (_, context) => prepareNamespace('shop', [], deployment, context, log),
    deploy: (_, cluster) => {
      const probe = { host: 'shop.example', path: '/', status: undefined };
      const rest = { images: {}, loadedImages: [], downscaleWindowSeconds: undefined, probe, timeoutSeconds: 120 };
      const spec: DeploySpec = { cluster, namespace: 'shop', manifests, ...rest };
      return prepare(deployStage({ deployment: async () => deployment, http, clock, log }), spec);
    },
    redis: () => prepare(redisStage({ grounds: redisGrounds(injector), clock, log }), redisSpec),
    load: () => prepare(loadStage({ generator, observer, clock, log }), loadSpec),
    promote: (stages) =>
      prepare(promoteStage({ clock }), {
        subject,
        collected: [{ source: 'this run', subject, stages }],
        required: ['lint', 'provision', 'deploy', 'redis', 'load'],
        policy: { allowModified: true, allowDirty: true },
      }),
  };
}

function passed(clock: FakeClock): Evidence {
  return {
    claim: 'manifests are sound',
    requirement: 'containers',
    verdict: 'pass',
    observed: '3 objects',
    source: 'k8s.yaml',
    at: new Date(clock.now()).toISOString(),
  };
}
