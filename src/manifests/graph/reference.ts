import type { Json, Manifest, Path } from '../manifest.js';
import type { Graph } from './graph.js';
import { asList, asObject, asString, dig } from './json.js';
import { Names } from './nearness.js';
import { remembered } from './remembered.js';
import type { Workload } from './workload.js';

/** A pod's need of a Secret or a ConfigMap, or of one key in it. */
export interface Reference {
  readonly kind: 'Secret' | 'ConfigMap';
  readonly name: string;
  readonly path: Path;
  readonly key: string | undefined;
  readonly keyPath: Path;
  readonly optional: boolean;
  readonly use: 'env' | 'envFrom' | 'volume' | 'image-pull';
}

type Source = Pick<Reference, 'kind' | 'use'>;

function referenceOf(source: Source, value: Json | undefined, path: Path, nameField = 'name'): Reference[] {
  const name = asString(dig(value, nameField));
  if (name === undefined || name === '') return [];
  const key = source.use === 'env' ? asString(dig(value, 'key')) : undefined;
  const optional = dig(value, 'optional') === true;
  return [{ ...source, name, path: [...path, nameField], key, keyPath: [...path, 'key'], optional }];
}

/** A volume needs its object, and each key that its items name. */
function withItems(source: Source, value: Json | undefined, path: Path, nameField?: string): Reference[] {
  return referenceOf(source, value, path, nameField).flatMap((whole) => [
    whole,
    ...asList(dig(value, 'items')).flatMap((item, index): Reference[] => {
      const key = asString(dig(item, 'key'));
      return key === undefined ? [] : [{ ...whole, key, keyPath: [...path, 'items', index, 'key'] }];
    }),
  ]);
}

function ofContainers({ containers }: Workload): Reference[] {
  return containers.flatMap(({ value, path }) => [
    ...asList(value['env']).flatMap((one, index) => {
      const at = [...path, 'env', index, 'valueFrom'];
      const from = asObject(dig(one, 'valueFrom'));
      if (!from) return [];
      return [
        ...referenceOf({ kind: 'Secret', use: 'env' }, from['secretKeyRef'], [...at, 'secretKeyRef']),
        ...referenceOf({ kind: 'ConfigMap', use: 'env' }, from['configMapKeyRef'], [...at, 'configMapKeyRef']),
      ];
    }),
    ...asList(value['envFrom']).flatMap((one, index) => {
      const at = [...path, 'envFrom', index];
      return [
        ...referenceOf({ kind: 'Secret', use: 'envFrom' }, dig(one, 'secretRef'), [...at, 'secretRef']),
        ...referenceOf({ kind: 'ConfigMap', use: 'envFrom' }, dig(one, 'configMapRef'), [...at, 'configMapRef']),
      ];
    }),
  ]);
}

function ofVolumes({ pod, podPath }: Workload): Reference[] {
  return asList(pod['volumes']).flatMap((volume, index) => {
    const at = [...podPath, 'volumes', index];
    const projected = asList(dig(volume, 'projected', 'sources')).flatMap((source, number) => {
      const inside = [...at, 'projected', 'sources', number];
      return [
        ...withItems({ kind: 'Secret', use: 'volume' }, dig(source, 'secret'), [...inside, 'secret']),
        ...withItems({ kind: 'ConfigMap', use: 'volume' }, dig(source, 'configMap'), [...inside, 'configMap']),
      ];
    });
    return [
      ...withItems({ kind: 'Secret', use: 'volume' }, dig(volume, 'secret'), [...at, 'secret'], 'secretName'),
      ...withItems({ kind: 'ConfigMap', use: 'volume' }, dig(volume, 'configMap'), [...at, 'configMap']),
      ...projected,
    ];
  });
}

/** What the pods of a workload need; several rules ask. */
export const referencesOf = remembered((workload: Workload): readonly Reference[] => {
  const { pod, podPath } = workload;
  const pulls = asList(pod['imagePullSecrets']).flatMap((one, index) =>
    referenceOf({ kind: 'Secret', use: 'image-pull' }, one, [...podPath, 'imagePullSecrets', index]),
  );
  return [...ofContainers(workload), ...ofVolumes(workload), ...pulls];
});

/** Keys of a Secret or a ConfigMap of the input. */
export const keysOf = remembered(({ value }: Manifest): Names => {
  const keys = ['data', 'stringData', 'binaryData'].flatMap((field) => Object.keys(asObject(dig(value, field)) ?? {}));
  return new Names(new Set(keys));
});

const madeByNamespace = remembered((graph: Graph): ReadonlyMap<string, ReadonlySet<string>> => {
  const made = new Map<string, Set<string>>();
  for (const manifest of graph.manifests) {
    const namespace = graph.namespaceOf(manifest);
    const names = made.get(namespace) ?? new Set();
    made.set(namespace, names);
    collectMade(manifest, names);
  }
  return made;
});

const noSecrets: ReadonlySet<string> = new Set();

/** Secrets that an operator makes of an object in the input: their keys are known to it alone. */
export function madeSecrets(graph: Graph, namespace: string): ReadonlySet<string> {
  return madeByNamespace(graph).get(namespace) ?? noSecrets;
}

const issuers = ['cert-manager.io/cluster-issuer', 'cert-manager.io/issuer'];

function collectMade(manifest: Manifest, names: Set<string>): void {
  if (manifest.kind === 'SealedSecret') names.add(manifest.name);
  if (manifest.kind === 'ExternalSecret') {
    names.add(asString(dig(manifest.value, 'spec', 'target', 'name')) ?? manifest.name);
  }
  if (manifest.kind === 'Certificate') names.add(asString(dig(manifest.value, 'spec', 'secretName')) ?? manifest.name);
  if (manifest.kind === 'ServiceAccount') {
    for (const one of asList(manifest.value['secrets'])) names.add(asString(dig(one, 'name')) ?? '');
  }
  const annotations = dig(manifest.value, 'metadata', 'annotations');
  const issued = issuers.some((name) => typeof dig(annotations, name) === 'string');
  if (manifest.kind === 'Issuer' || issued) {
    for (const tls of asList(dig(manifest.value, 'spec', 'tls'))) names.add(asString(dig(tls, 'secretName')) ?? '');
  }
}
