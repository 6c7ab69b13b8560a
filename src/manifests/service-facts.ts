import { sha256 } from '../domain/digest.js';
import type { Json, JsonObject, Manifest } from './manifest.js';

/** What the stages need to know of a service, read from its manifests. */
export interface ServiceFacts {
  /** Namespace that the manifests name, where they name exactly one. */
  readonly namespace: string | undefined;
  readonly autoscalers: readonly AutoscalerFacts[];
  /** Names of Deployments, StatefulSets and DaemonSets. */
  readonly workloads: readonly string[];
  /** Host of the first rule of the first Ingress; undefined where it has none or there is no Ingress. */
  readonly ingressHost: string | undefined;
  readonly hasIngress: boolean;
  readonly ingressClasses: readonly string[];
  /** Image references of all containers, each once, sorted. */
  readonly images: readonly string[];
}

export interface AutoscalerFacts {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly target: string;
  /** behavior.scaleDown.stabilizationWindowSeconds; undefined where it is not written. */
  readonly downWindowSeconds?: number;
}

export function serviceFacts(manifests: readonly Manifest[]): ServiceFacts {
  const namespaces = new Set(manifests.flatMap(({ namespace }) => namespace ?? []));
  const ingresses = manifests.filter(({ kind }) => kind === 'Ingress');
  return {
    namespace: namespaces.size === 1 ? [...namespaces][0] : undefined,
    autoscalers: manifests.filter(({ kind }) => kind === 'HorizontalPodAutoscaler').map(autoscalerFacts),
    workloads: manifests
      .filter(({ kind }) => ['Deployment', 'StatefulSet', 'DaemonSet'].includes(kind))
      .map(({ name }) => name),
    ingressHost: ingresses
      .flatMap(({ value }) => items(at(value, 'spec', 'rules')).flatMap((rule) => text(at(rule, 'host')) ?? []))[0]
      // A wildcard stands for exactly one label; no client can ask for it as it is written.
      ?.replace(/^\*\./, 'any.'),
    hasIngress: ingresses.length > 0,
    ingressClasses: unique(ingresses.flatMap(({ value }) => text(at(value, 'spec', 'ingressClassName')) ?? [])),
    images: unique(manifests.flatMap(({ value }) => imagesOf(value['spec']))),
  };
}

/** `sha256:` over the objects in their order: what a subject is known by. */
export function manifestsDigest(manifests: readonly Manifest[]): string {
  return `sha256:${sha256(manifests.map(({ value }) => `${JSON.stringify(value)}\n`).join(''))}`;
}

function autoscalerFacts({ name, value }: Manifest): AutoscalerFacts {
  const window = at(value, 'spec', 'behavior', 'scaleDown', 'stabilizationWindowSeconds');
  return {
    name,
    min: Number(at(value, 'spec', 'minReplicas') ?? 1),
    max: Number(at(value, 'spec', 'maxReplicas') ?? 1),
    target: text(at(value, 'spec', 'scaleTargetRef', 'name')) ?? '',
    ...(typeof window === 'number' ? { downWindowSeconds: window } : {}),
  };
}

/** Images under `containers` and `initContainers`, however deep the pod template is. */
function imagesOf(value: Json | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap(imagesOf);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    key === 'containers' || key === 'initContainers'
      ? items(child).flatMap((container) => text(at(container, 'image')) ?? [])
      : imagesOf(child),
  );
}

function at(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function items(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}
