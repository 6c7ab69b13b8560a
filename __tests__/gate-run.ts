import { quickClocks } from '../src/autoscaler/clocks.js';
import { defaultSetup } from '../src/autoscaler/hpa.js';
import { reasonOf } from '../src/domain/reason.js';
import { decide, type StageReport } from '../src/domain/report.js';
import { stageNames } from '../src/domain/stage.js';
import type { Decision } from '../src/domain/verdict.js';
import { readManifests } from '../src/manifests/read.js';
import { manifestsDigest } from '../src/manifests/service-facts.js';
import { type Parts, prepare, runPipeline } from '../src/pipeline.js';
import { deployStage } from '../src/stages/deploy/deploy.js';
import type { Release } from '../src/stages/deploy/spec.js';
import { type LintOutput, lintStage } from '../src/stages/lint/lint.js';
import { loadStage } from '../src/stages/load/load.js';
import type { LoadSpec } from '../src/stages/load/spec.js';
import { promoteStage } from '../src/stages/promote/promote.js';
import { provisionStage } from '../src/stages/provision/provision.js';
import { defaultRedisSpec } from '../src/stages/redis/spec.js';
import { redisStage } from '../src/stages/redis/stage.js';
import { FakeClock } from './fakes/clock.js';
import { FakeClusterProvider, type ProviderScript } from './fakes/cluster-provider.js';
import { type DeploymentScript, FakeDeployment } from './fakes/deployment.js';
import { fakeHttpProbe, type Statuses } from './fakes/http-probe.js';
import { FakeLog } from './fakes/log.js';
import { sourceOf } from './fakes/manifest-source.js';
import { FakePlatform, type PlatformScript } from './fakes/platform.js';
import { FakeRedisCluster } from './fakes/redis-cluster.js';
import { fakeRedisGrounds } from './fakes/redis-ground.js';
import { ScalingWorld, type WorldSettings } from './fakes/scaling-world.js';
import { specOf } from './stages/deploy/service.js';

/** Where a world differs from a sound one. */
export interface Trouble {
  /** Changes the manifests. */
  readonly manifests?: (text: string) => string;
  readonly provider?: ProviderScript;
  readonly platform?: PlatformScript;
  readonly deployment?: DeploymentScript;
  readonly http?: Statuses;
  readonly redis?: (cluster: FakeRedisCluster) => void;
  readonly redisReady?: (name: string) => boolean;
  readonly scaling?: Partial<WorldSettings>;
  readonly load?: Partial<LoadSpec>;
  readonly cancelled?: boolean;
  /** The commit changes under the run's feet. */
  readonly otherCommit?: boolean;
}

export interface GateRun {
  readonly decision: Decision;
  readonly reason: string;
  readonly stages: readonly StageReport[];
}

export const soundService = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, labels: { app: web } }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: shop:1
          ports: [{ name: http, containerPort: 8080 }]
          readinessProbe: { httpGet: { path: /, port: http } }
          resources: { requests: { cpu: 100m, memory: 64Mi }, limits: { cpu: 400m, memory: 64Mi } }
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }] }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web }
spec:
  ingressClassName: traefik
  rules:
    - host: shop.example.com
      http:
        paths:
          - { path: /, pathType: Prefix, backend: { service: { name: web, port: { name: http } } } }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  minReplicas: 1
  maxReplicas: 4
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 50 } } }]
`;

const loadSpec: LoadSpec = {
  target: { namespace: 'shop', name: 'web' },
  traffic: {
    origin: 'http://127.0.0.1:1',
    protocol: 'http/1.1',
    host: null,
    ca: null,
    insecure: false,
    scenarios: [],
    arrivals: 'even',
    seed: 1,
    maxInFlight: 1000,
    connections: 100,
    connectionMaxAgeMs: 5000,
    timeoutMs: 10_000,
    podHeader: null,
    abort: null,
  },
  mode: 'prove',
  from: null,
  to: null,
  rate: null,
  maxRate: 2000,
  rampSeconds: 5,
  durationSeconds: 30,
  idleSeconds: 15,
  thresholds: ['error_rate<0.01', 'p(95)<500'],
  scaleDown: true,
  timeoutSeconds: 600,
  clocks: { ...quickClocks, downscaleStabilizationSeconds: 15 },
  modified: [],
  setup: defaultSetup,
};

/** The whole gate in one process: the pipeline and the six real stages over a world in memory. */
export async function gateRun(trouble: Trouble = {}): Promise<GateRun> {
  const clock = new FakeClock();
  const cancel = new AbortController();
  if (trouble.cancelled === true) cancel.abort();
  const context = { signal: cancel.signal, own: async () => undefined };
  const watcher = { begin: () => undefined, end: () => undefined };
  const { stages, skipped } = await runPipeline(partsOf(trouble, clock), context, clock, watcher);
  const decision = decide(stages, stageNames);
  return { decision, reason: reasonOf({ stages, skipped, decision }), stages };
}

function partsOf(trouble: Trouble, clock: FakeClock): Parts<LintOutput, Release, unknown, unknown> {
  const [log, http] = [new FakeLog(), fakeHttpProbe(trouble.http)];
  const text = (trouble.manifests ?? ((same: string) => same))(soundService);
  return {
    lint: () => {
      const source = sourceOf([{ file: 'k8s/web.yaml', text }]);
      const stage = lintStage({ source, clock, read: readManifests });
      return prepare(stage, { paths: ['k8s'], namespace: 'shop', kubernetesVersions: ['1.34'] });
    },
    provision: (_, onUsable) => {
      const platform = async (): Promise<FakePlatform> => new FakePlatform(trouble.platform);
      const clusters = new FakeClusterProvider(trouble.provider);
      return prepare(provisionStage({ clusters, platform, http, clock, log, onUsable }), {
        name: 'sg-test',
        kubeconfig: '/tmp/none',
        nodes: 1,
        nodeImage: undefined,
        kubernetesVersion: undefined,
        hostPort: undefined,
        clocks: undefined,
        config: undefined,
        images: ['shop:1'],
        addOns: { metricResolutionSeconds: 15, ingressClasses: [], images: { metrics: 'm:1', ingress: 'i:1' } },
        timeoutSeconds: 60,
      });
    },
    prepare: async () => undefined,
    deploy: ({ manifests }) => {
      const deployment = async (): Promise<FakeDeployment> => new FakeDeployment(trouble.deployment);
      return prepare(deployStage({ deployment, http, clock, log }), { ...specOf(), manifests });
    },
    redis: () => {
      const cluster = new FakeRedisCluster(12);
      trouble.redis?.(cluster);
      const grounds = fakeRedisGrounds(cluster, trouble.redisReady);
      const spec = { ...defaultRedisSpec, timeoutSeconds: 3, holdSeconds: 1, behaviours: [] };
      return prepare(redisStage({ grounds, clock, log }), spec);
    },
    load: () => {
      const world = new ScalingWorld(clock, trouble.scaling);
      const stage = loadStage({ generator: world, observer: world, clock, log });
      return prepare(stage, { ...loadSpec, ...trouble.load });
    },
    promote: (reports, { manifests }, release) => {
      const subject = { commit: 'abc', manifests: manifestsDigest(manifests), images: release?.images ?? {} };
      const seen = trouble.otherCommit === true ? { ...subject, commit: 'def' } : subject;
      return prepare(promoteStage({ clock }), {
        subject,
        collected: [{ source: 'this run', subject: seen, stages: reports }],
        required: stageNames.filter((name) => name !== 'promote'),
        policy: { allowModified: true, allowDirty: true },
      });
    },
  };
}
