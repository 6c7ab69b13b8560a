import { GateError } from '../../src/domain/error.js';
import type { Cluster, ClusterProvider, ClusterRequest } from '../../src/ports/cluster-provider.js';
import type { Deployment } from '../../src/ports/deployment.js';
import type { HttpProbe } from '../../src/ports/http-probe.js';
import type { Platform } from '../../src/ports/platform.js';
import type { FakeClock } from './clock.js';
import type { FakeWorld } from './world.js';

/** A machine with a container engine, on which a cluster is made and a sound service comes up. Things take their time. */
export class ClusterWorld {
  readonly #clock: FakeClock;
  readonly #things: FakeWorld;
  #createdAt = Number.POSITIVE_INFINITY;
  #appliedAt = Number.POSITIVE_INFINITY;
  readonly #installedAt = new Map<string, number>();

  constructor(clock: FakeClock, things: FakeWorld) {
    this.#clock = clock;
    this.#things = things;
  }

  readonly clusters: ClusterProvider = {
    preflight: async () => ['kind v0.33.0', 'docker 26.1.5'],
    exists: async (name) => this.#things.existing.has(`kind-cluster ${name}`),
    nodeImage: async () => 'kindest/node:v1.34.4',
    hostPort: async () => 41_234,
    create: (request) => this.#create(request),
    localImages: async (references) => references.map((reference) => ({ reference, digest: 'sha256:1' })),
    nodesTakingImages: async (name) => (this.#things.existing.has(`kind-cluster ${name}`) ? ['node'] : []),
    loadImages: async () => this.#clock.advance(2_000),
  };

  readonly platform: Platform = {
    nodes: async () => [{ name: 'node', ready: this.#since(this.#createdAt) > 1_000, reason: 'starting' }],
    version: async () => 'v1.34.4',
    install: async (addOn) => void this.#installedAt.set(addOn, this.#clock.monotonic()),
    state: async (addOn) => this.#state(this.#since(this.#installedAt.get(addOn) ?? Number.POSITIVE_INFINITY) > 3_000),
    usage: async () => (this.#since(this.#installedAt.get('metrics') ?? 0) > 5_000 ? 'coredns: 3m CPU' : undefined),
    dns: async () => this.#state(this.#since(this.#createdAt) > 2_000),
    storage: async () => 'standard',
  };

  readonly deployment: Deployment = {
    hasNamespace: async () => false,
    namespace: async () => undefined,
    secret: async () => undefined,
    apply: async (objects) => {
      this.#appliedAt = this.#clock.monotonic();
      return objects.map((object) => ({ object: `${object['kind']}/x`, refusal: undefined }));
    },
    rollout: async (workload) => {
      const done = this.#since(this.#appliedAt) > 4_000;
      return { workload, desired: 2, updated: 2, ready: done ? 2 : 0, done, trouble: undefined };
    },
    readyEndpoints: async () => 2,
    exposures: async () => [],
    images: async () => ({ 'shop:1': 'sha256:2' }),
  };

  readonly http: HttpProbe = {
    get: async ({ host }) => ({ status: host === 'shop.example' ? 200 : 404, durationMs: 3 }),
  };

  async #create({ name, kubeconfig }: ClusterRequest): Promise<Cluster> {
    if (this.#things.existing.has(`kind-cluster ${name}`)) {
      throw new GateError('CLUSTER_EXISTS', `${name} exists`, { hint: 'delete it' });
    }
    // What is half made is there as well: kind deletes nothing when it is ended.
    this.#things.make({ type: 'kind-cluster', name });
    this.#things.make({ type: 'path', path: kubeconfig });
    this.#clock.advance(20_000);
    this.#createdAt = this.#clock.monotonic();
    return { name, kubeconfig, ingress: 'http://127.0.0.1:41234', nodes: ['node'], ephemeral: true };
  }

  #state(ready: boolean) {
    return { ready, detail: ready ? '1 of 1 ready' : '0 of 1 ready', hopeless: false };
  }

  #since(at: number): number {
    return this.#clock.monotonic() - at;
  }
}
