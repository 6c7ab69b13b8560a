import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { dockerMachineShell } from '../adapters/docker/machine-shell.js';
import { dockerNodeDiagnostics } from '../adapters/docker/node-diagnostics.js';
import { httpGenerator } from '../adapters/http/generator.js';
import { k6Script } from '../adapters/k6/script.js';
import { INGRESS_NODE_PORT } from '../adapters/kind/config.js';
import { kindProvider } from '../adapters/kind/kind.js';
import { kubernetesAutoscalerObserver } from '../adapters/kubernetes/autoscaler-observer.js';
import { KubeClient } from '../adapters/kubernetes/client.js';
import { kubernetesDeployment } from '../adapters/kubernetes/deployment.js';
import { kubernetesDiagnostics } from '../adapters/kubernetes/diagnostics.js';
import { kubernetesPlatform } from '../adapters/kubernetes/platform.js';
import { kubernetesRedisGrounds } from '../adapters/kubernetes/redis-grounds.js';
import { systemClock } from '../adapters/node/clock.js';
import { hostLoad } from '../adapters/node/host-load.js';
import { nodeHttpProbe } from '../adapters/node/http-probe.js';
import { processPulse } from '../adapters/node/pulse.js';
import { timelineFile } from '../adapters/node/timeline-file.js';
import { redactDeep } from '../domain/redaction.js';
import type { Stage, StageContext } from '../domain/stage.js';
import type { Manifest } from '../manifests/manifest.js';
import type { Boundary } from '../ports/boundary.js';
import type { Cluster } from '../ports/cluster-provider.js';
import type { Diagnostics } from '../ports/diagnostics.js';
import { deployStage } from '../stages/deploy/deploy.js';
import { ownNamespace, prepareNamespace } from '../stages/deploy/prepare.js';
import type { DeploySpec, Release, SecretSpec } from '../stages/deploy/spec.js';
import { type LintOutput, type LintSpec, lintStage } from '../stages/lint/lint.js';
import type { LintPorts } from '../stages/lint/spec.js';
import { loadStage } from '../stages/load/load.js';
import type { LoadOutput, LoadSpec } from '../stages/load/spec.js';
import { promoteStage } from '../stages/promote/promote.js';
import { type AttachSpec, attachStage } from '../stages/provision/attach.js';
import { provisionStage } from '../stages/provision/provision.js';
import type { ProvisionSpec } from '../stages/provision/spec.js';
import type { RedisSpec } from '../stages/redis/spec.js';
import { type RedisOutput, redisStage } from '../stages/redis/stage.js';
import type { Host } from './host.js';
import { lintPorts } from './lint-ports.js';
import type { GateTools } from './run-facts.js';

/** The one place where adapters meet stages. */
export class Wiring {
  readonly #host: Host;
  readonly #tools: GateTools;
  readonly #clients = new Map<string, Promise<KubeClient>>();
  readonly #clusters = new Map<string, Cluster>();
  /** Namespaces that this run made. */
  readonly #made = new Set<string>();

  constructor(host: Host, tools: GateTools) {
    this.#host = host;
    this.#tools = tools;
  }

  lint(namespace: string): Stage<LintSpec, LintOutput> {
    return lintStage(this.#lintPorts(namespace, this.#host.boundary));
  }

  #lintPorts(namespace: string, boundary?: Boundary): LintPorts {
    const service = path.basename(path.resolve(this.#host.folder));
    return lintPorts(this.#tools.commands, service, namespace, boundary, () => this.privateFolder());
  }

  /** A folder of this run alone, which is owned before it is made: its kubeconfig, and what tools need for a while. */
  async privateFolder(): Promise<string> {
    const { run, scratch } = this.#host;
    const folder = path.join(scratch, run);
    await this.#tools.journal.own(run, { type: 'path', path: folder });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return folder;
  }

  /** Objects of another state of the service, which are deployed and not judged. */
  async manifests(paths: readonly string[], namespace: string, signal: AbortSignal): Promise<readonly Manifest[]> {
    const ports = this.#lintPorts(namespace);
    const { texts } = await ports.source.read(paths, { signal });
    return texts.flatMap(({ file, text }) => ports.read(file, text).manifests);
  }

  provision(onUsable: (cluster: Cluster) => void): Stage<ProvisionSpec, Cluster> {
    const log = this.#host.logs.log('provision');
    return provisionStage({
      clusters: kindProvider(this.#tools.commands, 'kind', log),
      platform: async (cluster) => kubernetesPlatform(await this.client(cluster), INGRESS_NODE_PORT),
      http: nodeHttpProbe,
      clock: systemClock,
      log,
      onUsable,
    });
  }

  attach(onUsable: (cluster: Cluster) => void): Stage<AttachSpec, Cluster> {
    return attachStage({
      platform: async (cluster) => kubernetesPlatform(await this.client(cluster), INGRESS_NODE_PORT),
      http: nodeHttpProbe,
      clock: systemClock,
      log: this.#host.logs.log('provision'),
      onUsable,
    });
  }

  deploy(): Stage<DeploySpec, Release> {
    return deployStage({
      deployment: async (cluster) => kubernetesDeployment(await this.client(cluster)),
      http: nodeHttpProbe,
      host: hostLoad(),
      clock: systemClock,
      log: this.#host.logs.log('deploy'),
    });
  }

  async prepareNamespace(
    cluster: Cluster,
    namespace: string,
    secrets: readonly SecretSpec[],
    context: StageContext,
  ): Promise<void> {
    const deployment = kubernetesDeployment(await this.client(cluster));
    // On a cluster that stays, the namespace is what the run owns, and what is deleted afterwards.
    if (!cluster.ephemeral) await ownNamespace(namespace, cluster, deployment, context);
    this.#made.add(namespace);
    await prepareNamespace(namespace, secrets, deployment, context, this.#host.logs.log('deploy'));
  }

  async redis(cluster: Cluster): Promise<Stage<RedisSpec, RedisOutput>> {
    const grounds = kubernetesRedisGrounds({
      client: await this.client(cluster),
      clock: systemClock,
      bundle: () => readFile(this.#host.bundle('probe'), 'utf8'),
      outside: async (login, dial) => {
        const { probeService } = await import('./probe/service.js');
        return probeService(login, systemClock, dial);
      },
      pulse: processPulse('the gate'),
      // Only machines of our own cluster are touched from below.
      ...(cluster.ephemeral ? { shell: dockerMachineShell(this.#tools.commands) } : {}),
    });
    return redisStage({ grounds, clock: systemClock, log: this.#host.logs.log('redis') });
  }

  /** @param timeline file for the run's timeline; undefined keeps none. */
  async load(cluster: Cluster, timeline: string | undefined): Promise<Stage<LoadSpec, LoadOutput>> {
    const client = await this.client(cluster);
    return loadStage({
      ...(timeline === undefined
        ? {}
        : { timeline: timelineFile(timeline, (row) => redactDeep(row, this.#tools.redactor)) }),
      generator: httpGenerator(this.#host.bundle('load-worker')),
      scripted: k6Script(this.#tools.commands, () => this.privateFolder()),
      observer: kubernetesAutoscalerObserver(client),
      host: hostLoad(),
      copies: { deployment: kubernetesDeployment(client), http: nodeHttpProbe },
      clock: systemClock,
      log: this.#host.logs.log('load'),
    });
  }

  /** Of a cluster that is ours all is shown; of another one the namespace that we made. */
  diagnostics(namespace: string): readonly Diagnostics[] {
    const salt = randomBytes(16).toString('hex');
    return [...this.#clusters.values()].flatMap((cluster): Diagnostics[] => {
      const mayLook = cluster.ephemeral || this.#made.has(namespace);
      const scope = { namespace: mayLook ? namespace : undefined, whole: cluster.ephemeral, salt };
      const api: Diagnostics = {
        collect: async (signal) => kubernetesDiagnostics(await this.client(cluster), scope).collect(signal),
      };
      return cluster.ephemeral ? [api, dockerNodeDiagnostics(this.#tools.commands, cluster.nodes)] : [api];
    });
  }

  promote(): ReturnType<typeof promoteStage> {
    return promoteStage({ clock: systemClock });
  }

  /** One client a cluster, kept: connections and discovery are worth keeping. */
  client(cluster: Cluster): Promise<KubeClient> {
    const { kubeconfig, context } = cluster;
    const key = `${kubeconfig}#${context ?? ''}`;
    const client = this.#clients.get(key) ?? KubeClient.open(kubeconfig, context);
    this.#clients.set(key, client);
    this.#clusters.set(key, cluster);
    return client;
  }

  async close(): Promise<void> {
    for (const client of this.#clients.values()) (await client.catch(() => undefined))?.close();
  }
}
