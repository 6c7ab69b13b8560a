import type { JsonObject, Manifest, Path } from '../manifest.js';
import { asList, asNumber, asObject, asString, asStrings, dig } from './json.js';
import type { Labels } from './selector.js';

export interface Container {
  readonly workload: Workload;
  readonly path: Path;
  readonly value: JsonObject;
  readonly name: string;
  /** A sidecar is an init container with `restartPolicy: Always`: it runs as long as the pod and counts like a main one. */
  readonly role: 'main' | 'sidecar' | 'init';
}

/** Whatever makes pods: the object, the way to its pod template, and what is in it. */
export interface Workload {
  readonly manifest: Manifest;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** Labels of its pods. */
  readonly labels: Labels;
  /** Of the pod template; the root for a bare Pod. */
  readonly templatePath: Path;
  readonly podPath: Path;
  readonly pod: JsonObject;
  readonly containers: readonly Container[];
  /** Of the object, where it keeps pods running; undefined where it does not say. */
  readonly replicas: number | undefined;
}

const templates: Readonly<Record<string, Path>> = {
  Pod: [],
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  ReplicationController: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
  'Rollout.argoproj.io': ['spec', 'template'],
};

/** Kinds that keep pods running and have a `scale` subresource. */
export const scalableKinds: readonly string[] = [
  'Deployment',
  'StatefulSet',
  'ReplicaSet',
  'ReplicationController',
  'Rollout.argoproj.io',
];

/** Kinds whose pods are meant to run for good, and so can serve. */
export const servingKinds: readonly string[] = [...scalableKinds, 'DaemonSet', 'Pod'];

function containersOf(workload: Workload): Container[] {
  const read = (field: 'containers' | 'initContainers'): Container[] =>
    asList(workload.pod[field]).flatMap((one, index): Container[] => {
      const value = asObject(one);
      if (!value) return [];
      const role = field === 'containers' ? 'main' : value['restartPolicy'] === 'Always' ? 'sidecar' : 'init';
      const name = asString(value['name']) ?? `${index}`;
      return [{ workload, path: [...workload.podPath, field, index], value, name, role }];
    });
  return [...read('containers'), ...read('initContainers')];
}

/** The pods that an object makes, or undefined where it makes none. `kind` is as `kindOf` tells it. */
export function workloadOf(manifest: Manifest, kind: string, namespace: string): Workload | undefined {
  const templatePath = templates[kind];
  if (!templatePath) return undefined;
  const pod = asObject(dig(manifest.value, ...templatePath, 'spec'));
  if (!pod) return undefined;
  const containers: Container[] = [];
  const workload: Workload = {
    manifest,
    kind,
    namespace,
    name: manifest.name,
    labels: asStrings(dig(manifest.value, ...templatePath, 'metadata', 'labels')),
    templatePath,
    podPath: [...templatePath, 'spec'],
    pod,
    containers,
    replicas: asNumber(dig(manifest.value, 'spec', 'replicas')),
  };
  containers.push(...containersOf(workload));
  return workload;
}

/** The containers that run as long as the pod: what metrics are summed over, and what ports can answer. */
export function running({ containers }: Workload): readonly Container[] {
  return containers.filter(({ role }) => role !== 'init');
}
