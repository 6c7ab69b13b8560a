import { GateError } from '../../src/domain/error.js';
import type { Cluster, ClusterProvider, ClusterRequest, LocalImage } from '../../src/ports/cluster-provider.js';

export interface ProviderScript {
  readonly engineMissing?: boolean;
  readonly existing?: readonly string[];
  readonly portTaken?: boolean;
  /** Images that the machine's engine holds. */
  readonly local?: readonly string[];
  /** Creation ends with this, after the nodes began to take images. */
  readonly creationError?: GateError;
  /** Loading ends with this. */
  readonly loadingError?: GateError;
  /** Loading never ends by itself, only with its signal. */
  readonly loadingHangs?: boolean;
}

/** Clusters in memory. `events` is everything that was done, in order. */
export class FakeClusterProvider implements ClusterProvider {
  readonly events: string[];
  readonly requests: ClusterRequest[] = [];
  readonly #script: ProviderScript;
  readonly #loadingBegun = Promise.withResolvers<void>();
  loading = 0;

  constructor(script: ProviderScript = {}, events: string[] = []) {
    this.#script = script;
    this.events = events;
  }

  async preflight(): Promise<readonly string[]> {
    if (this.#script.engineMissing !== true) return ['Docker 29', 'kind 0.31'];
    throw new GateError('ENGINE_MISSING', 'no container engine: `docker` is not on the PATH', { hint: 'Install it.' });
  }

  async exists(name: string): Promise<boolean> {
    return (this.#script.existing ?? []).includes(name);
  }

  async nodeImage(version: string | undefined): Promise<string> {
    return `kindest/node:v${version ?? '1.34'}.0`;
  }

  async hostPort(wanted: number | undefined): Promise<number> {
    if (this.#script.portTaken !== true) return wanted ?? 41234;
    throw new GateError('PORT_TAKEN', `port ${wanted ?? 'any'} of 127.0.0.1 cannot be had`, { hint: 'Another one.' });
  }

  async create(request: ClusterRequest, signal: AbortSignal): Promise<Cluster> {
    this.events.push(`create ${request.name}`);
    this.requests.push(request);
    const { creationError } = this.#script;
    if (creationError !== undefined) {
      await this.#loadingBegun.promise;
      throw creationError;
    }
    signal.throwIfAborted();
    const { name, kubeconfig, hostPort, clocks } = request;
    const made = { name, kubeconfig, ingress: `http://127.0.0.1:${hostPort}`, nodes: [`${name}-control-plane`] };
    return { ...made, ephemeral: true, ...(clocks === undefined ? {} : { clocks }) };
  }

  async localImages(references: readonly string[]): Promise<readonly LocalImage[]> {
    const { local = references } = this.#script;
    return references
      .filter((reference) => local.includes(reference))
      .map((reference) => ({ reference, digest: `sha256:${reference}` }));
  }

  async loadImages(nodes: readonly string[], references: readonly string[], signal: AbortSignal): Promise<void> {
    this.loading++;
    this.#loadingBegun.resolve();
    try {
      const { loadingError, loadingHangs, creationError } = this.#script;
      if (loadingError !== undefined) throw loadingError;
      if (loadingHangs === true || creationError !== undefined) await aborted(signal);
      for (const reference of references) this.events.push(`load ${reference} into ${nodes.join(', ')}`);
    } finally {
      this.loading--;
    }
  }

  async nodesTakingImages(name: string): Promise<readonly string[]> {
    return [`${name}-control-plane`];
  }
}

/** Rejects when the signal is aborted, and a little later, as a program that is ended does. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = (): void => void setImmediate(() => setImmediate(() => reject(signal.reason)));
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
