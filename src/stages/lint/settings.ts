import type { Severity } from '../../domain/diagnostic.js';
import type { Selector } from '../../manifests/graph/selector.js';

/** An object that lives outside the input: a Secret of an operator, a Service of another team. */
export interface ExternalObject {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** What must be reachable from outside, and what must not. */
export interface ExposurePolicy {
  readonly internal: readonly Selector[];
  readonly external: readonly Selector[];
  /** For workloads that neither list names. */
  readonly otherwise: 'internal' | 'external' | 'any';
  /** Ingress and Gateway classes that lead inside only. */
  readonly internalClasses: readonly string[];
}

/** The cluster that the service will be deployed into, as far as it is known before it is there. */
export interface ClusterShape {
  readonly nodes: number;
  /** Allocatable of one node that takes workloads, in thousandths of a core and in bytes. */
  readonly nodeMilliCpu: number;
  readonly nodeMemory: number;
  readonly architecture: string;
  readonly storageClasses: readonly string[];
  /** Ports of the host that lead into nodes: `containerPort` of `extraPortMappings`. */
  readonly mappedPorts: readonly number[];
  /** Images that are loaded into the nodes, as the manifests name them. */
  readonly loadedImages: readonly string[];
  readonly loadBalancer: boolean;
  readonly metricsServer: boolean;
  readonly nodeLabels: Readonly<Record<string, string>>;
  /** Longest window of scaling down that deploy leaves to an HPA there, in seconds; without it windows stay as they are. */
  readonly downscaleSeconds?: number;
}

/** Silences a rule for objects that match; without a reason it is itself a finding. */
export interface Ignore {
  readonly rule: string;
  readonly kind?: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly container?: string;
  readonly file?: string;
  readonly reason: string;
  /** Last day on which it counts, `YYYY-MM-DD` in UTC. */
  readonly until?: string;
}

/** What rules may ask about the run. Everything is given: defaults are the door's business. */
export interface LintSettings {
  /** Whether the input is all there is; in a part of it, a missing object is a note. */
  readonly whole: boolean;
  readonly external: readonly ExternalObject[];
  readonly exposure: ExposurePolicy | undefined;
  readonly cluster: ClusterShape | undefined;
  /** How long the load test lasts from its start to the end of the cool-down, in seconds. */
  readonly loadSeconds: number | undefined;
  /** `1.34`, oldest first. */
  readonly kubernetesVersions: readonly string[];
}

/** A severity for a rule, or `off`. */
export type Override = Severity | 'off';
