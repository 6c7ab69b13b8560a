import type { GateError } from '../../src/domain/error.js';
import type { Secret } from '../../src/domain/secret.js';
import type { JsonObject } from '../../src/manifests/manifest.js';
import type { Applied, Deployment, Exposure, Rollout, WorkloadRef } from '../../src/ports/deployment.js';
import { Frames } from './frames.js';

export type RolloutFrame = Partial<Omit<Rollout, 'workload'>> | GateError;

/** What the cluster makes of a service; what a test does not name goes well. */
export interface DeploymentScript {
  /** By `Kind/name`: the API server's words of refusal. */
  readonly refusals?: Readonly<Record<string, string>>;
  readonly rollouts?: Readonly<Record<string, readonly RolloutFrame[]>>;
  readonly endpoints?: Readonly<Record<string, readonly (number | GateError)[]>>;
  readonly exposures?: readonly Exposure[];
  readonly images?: Readonly<Record<string, string>>;
  readonly applyError?: GateError;
}

const rolledOut: RolloutFrame = { desired: 2, updated: 2, ready: 2, done: true };

/** A namespace in memory. */
export class FakeDeployment implements Deployment {
  readonly applied: JsonObject[] = [];
  readonly namespaces: string[] = [];
  readonly secrets: { readonly name: string; readonly keys: readonly string[] }[] = [];
  readonly #script: DeploymentScript;
  readonly #rollouts = new Map<string, Frames<RolloutFrame>>();
  readonly #endpoints = new Map<string, Frames<number | GateError>>();

  constructor(script: DeploymentScript = {}) {
    this.#script = script;
  }

  async hasNamespace(name: string): Promise<boolean> {
    return this.namespaces.includes(name);
  }

  async namespace(name: string): Promise<void> {
    this.namespaces.push(name);
  }

  async secret(_: string, name: string, entries: Readonly<Record<string, Secret>>): Promise<void> {
    this.secrets.push({ name, keys: Object.keys(entries) });
  }

  async apply(objects: readonly JsonObject[]): Promise<readonly Applied[]> {
    if (this.#script.applyError !== undefined) throw this.#script.applyError;
    this.applied.push(...objects);
    return objects.map((object) => {
      const name = `${String(object['kind'])}/${String((object['metadata'] as JsonObject)['name'])}`;
      return { object: name, refusal: this.#script.refusals?.[name] };
    });
  }

  async rollout(workload: WorkloadRef): Promise<Rollout> {
    const name = `${workload.kind}/${workload.name}`;
    const frames = this.#rollouts.get(name) ?? new Frames(this.#script.rollouts?.[name] ?? [rolledOut]);
    this.#rollouts.set(name, frames);
    return { workload, desired: 2, updated: 0, ready: 0, done: false, trouble: undefined, ...frames.next() };
  }

  async readyEndpoints(_: string, service: string): Promise<number> {
    const frames = this.#endpoints.get(service) ?? new Frames(this.#script.endpoints?.[service] ?? [2]);
    this.#endpoints.set(service, frames);
    return frames.next();
  }

  async exposures(): Promise<readonly Exposure[]> {
    return this.#script.exposures ?? [];
  }

  async images(): Promise<Readonly<Record<string, string>>> {
    return this.#script.images ?? { 'shop:1': 'sha256:aaa' };
  }
}
