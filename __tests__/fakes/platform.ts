import type { GateError } from '../../src/domain/error.js';
import type { AddOn, AddOnSettings, AddOnState, NodeState, Platform } from '../../src/ports/platform.js';
import { Frames } from './frames.js';

type Framed<State> = readonly (State | GateError)[];

/** Frames of what each look shows; what a test does not name is as it should be. */
export interface PlatformScript {
  readonly nodes?: Framed<readonly NodeState[]>;
  readonly dns?: Framed<AddOnState>;
  readonly metrics?: Framed<AddOnState>;
  readonly ingress?: Framed<AddOnState>;
  readonly usage?: Framed<{ readonly usage: string | undefined }>;
  readonly storage?: string;
  readonly installError?: GateError;
}

export const readyState: AddOnState = { ready: true, detail: '1 of 1 ready', hopeless: false };

/** A cluster as `provision` sees it, scripted look by look. */
export class FakePlatform implements Platform {
  readonly installed: AddOn[] = [];
  readonly #script: PlatformScript;
  readonly #nodes: Frames<readonly NodeState[] | GateError>;
  readonly #dns: Frames<AddOnState | GateError>;
  readonly #states: Readonly<Record<AddOn, Frames<AddOnState | GateError>>>;
  readonly #usage: Frames<{ readonly usage: string | undefined } | GateError>;

  constructor(script: PlatformScript = {}) {
    this.#script = script;
    this.#nodes = new Frames(script.nodes ?? [[{ name: 'sg-control-plane', ready: true, reason: 'kubelet is ready' }]]);
    this.#dns = new Frames(script.dns ?? [readyState]);
    this.#states = {
      metrics: new Frames(script.metrics ?? [readyState]),
      ingress: new Frames(script.ingress ?? [readyState]),
    };
    this.#usage = new Frames(script.usage ?? [{ usage: 'kube-system/coredns-1: 3m CPU' }]);
  }

  async nodes(): Promise<readonly NodeState[]> {
    return this.#nodes.next();
  }

  async version(): Promise<string> {
    return 'v1.34.4';
  }

  async install(addOn: AddOn, _: AddOnSettings): Promise<void> {
    if (this.#script.installError !== undefined) throw this.#script.installError;
    this.installed.push(addOn);
  }

  async state(addOn: AddOn): Promise<AddOnState> {
    return this.#states[addOn].next();
  }

  async usage(): Promise<string | undefined> {
    return this.#usage.next().usage;
  }

  async dns(): Promise<AddOnState> {
    return this.#dns.next();
  }

  async storage(): Promise<string | undefined> {
    return 'storage' in this.#script ? this.#script.storage : 'standard';
  }
}
