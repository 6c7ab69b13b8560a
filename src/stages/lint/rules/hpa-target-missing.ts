import type { Graph } from '../../../manifests/graph/graph.js';
import { dig } from '../../../manifests/graph/json.js';
import { kindOf } from '../../../manifests/graph/kind.js';
import { didYouMean } from '../../../manifests/graph/nearness.js';
import { remembered } from '../../../manifests/graph/remembered.js';
import { type Scaler, scalerOf } from '../../../manifests/graph/scaler.js';
import { scalableKinds } from '../../../manifests/graph/workload.js';
import type { Json } from '../../../manifests/manifest.js';
import { type Finding, isExternal, type Lint, missingUnlessMade, type ObjectRule } from '../rule.js';

const path = ['spec', 'scaleTargetRef'] as const;

/** A custom resource can be scaled where its definition has a `scale` subresource; without the definition nobody knows. */
function unknownCustomResource({ targetApiVersion, targetKind }: Scaler, { graph }: Lint): boolean {
  if (scalableKinds.includes(kindOf(targetApiVersion, targetKind)) || !targetApiVersion.includes('.')) return false;
  return !definedKinds(graph).has(targetKind);
}

const definedKinds = remembered((graph: Graph): ReadonlySet<Json | undefined> => {
  return new Set(graph.ofKind('CustomResourceDefinition').map(({ value }) => dig(value, 'spec', 'names', 'kind')));
});

/** Namespaces with something that can be scaled. */
const scalableNamespaces = remembered((graph: Graph): ReadonlySet<string> => {
  const scalable = graph.workloads.filter(({ kind }) => scalableKinds.includes(kind));
  return new Set(scalable.map(({ namespace }) => namespace));
});

function hasScalable({ namespace }: Scaler, { graph }: Lint): boolean {
  return scalableNamespaces(graph).has(namespace);
}

function elsewhere(scaler: Scaler, { graph }: Lint): string {
  const kind = kindOf(scaler.targetApiVersion, scaler.targetKind);
  const other = graph.named(kind, scaler.targetName);
  if (other) return `; there is one in namespace ${graph.namespaceOf(other)}, which an HPA can not reach`;
  const otherKind = scalableKinds.find((one) => graph.find(one, scaler.namespace, scaler.targetName));
  if (otherKind) return `; there is a ${otherKind} of that name`;
  return didYouMean(scaler.targetName, graph.namesOf(kind, scaler.namespace));
}

function finding(scaler: Scaler, lint: Lint): Finding {
  const { manifest, targetKind, targetName, namespace, targetApiVersion } = scaler;
  const hint = elsewhere(scaler, lint);
  const known = hint.startsWith(';');
  const custom = unknownCustomResource(scaler, lint);
  return {
    on: manifest,
    path: [...path, 'name'],
    message: `scaleTargetRef is ${targetApiVersion} ${targetKind} ${namespace}/${targetName}, which is not there${hint}`,
    severity: custom ? 'note' : known ? 'error' : missingUnlessMade(lint, namespace, hasScalable(scaler, lint)),
  };
}

/** The controller looks the target up by group, kind and name in the HPA's own namespace (`horizontal.go`, `scaleForResourceMappings`). */
export const hpaTargetMissing: ObjectRule = {
  id: 'hpa-target-missing',
  severity: 'error',
  requirement: 'autoscaling',
  profile: 'recommended',
  remediation: 'Name the group, the kind and the name of a workload in the namespace of the HorizontalPodAutoscaler.',
  peers: [
    'kube-linter/dangling-horizontalpodautoscaler',
    'kube-score/horizontalpodautoscaler-has-target',
    'popeye/POP-600',
  ],
  visits: 'object',
  kinds: ['HorizontalPodAutoscaler'],
  check(manifest, lint) {
    const scaler = scalerOf(manifest, lint.graph.namespaceOf(manifest));
    if (scaler.targetName === '' || scaler.targetKind === '') return undefined;
    const kind = kindOf(scaler.targetApiVersion, scaler.targetKind);
    if (lint.graph.find(kind, scaler.namespace, scaler.targetName)) return undefined;
    if (isExternal(lint, scaler.targetKind, scaler.namespace, scaler.targetName)) return undefined;
    return finding(scaler, lint);
  },
};
