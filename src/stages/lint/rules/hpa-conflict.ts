import type { Graph } from '../../../manifests/graph/graph.js';
import { asList, asString, dig } from '../../../manifests/graph/json.js';
import { remembered } from '../../../manifests/graph/remembered.js';
import type { Scaler } from '../../../manifests/graph/scaler.js';
import { labelSelector } from '../../../manifests/graph/selector.js';
import { targetOf } from '../../../manifests/graph/target.js';
import type { Manifest } from '../../../manifests/manifest.js';
import { type Finding, hop, type Lint, nameOf, type SetRule } from '../rule.js';

interface Rival {
  readonly scaler: Scaler;
  /** Number of its target in the graph; undefined where the input has none. */
  readonly target: number | undefined;
}

/** The HPAs of each namespace, in the order of the input. */
const rivalsByNamespace = remembered((graph: Graph): ReadonlyMap<string, readonly Rival[]> => {
  const rivals = graph.scalers.map((scaler): Rival => {
    const target = targetOf(graph, scaler);
    return { scaler, target: target && graph.pods.numberOf(target) };
  });
  return Map.groupBy(rivals, ({ scaler }) => scaler.namespace);
});

/** Whether another HPA's pods are among those that this one selects: `AmbiguousSelector` in `horizontal.go`, and neither scales. */
function rivalOf(own: Scaler, { graph }: Lint): Scaler | undefined {
  const target = targetOf(graph, own);
  const number = target && graph.pods.numberOf(target);
  const selector = target && labelSelector(dig(target.manifest.value, 'spec', 'selector'));
  const selected = selector && graph.pods.chosen(own.namespace, selector).bits;
  const rival = rivalsByNamespace(graph)
    .get(own.namespace)
    ?.find(({ scaler, target: other }) => {
      if (scaler.name === own.name) return false;
      if (number !== undefined && other !== undefined) return number === other || selected?.has(other) === true;
      return scaler.targetKind === own.targetKind && scaler.targetName === own.targetName;
    });
  return rival?.scaler;
}

interface ScaledByOthers {
  readonly manifest: Manifest;
  readonly order: number;
}

/** ScaledObjects by the target that they name. */
const scaledByTarget = remembered((graph: Graph): ReadonlyMap<string, ScaledByOthers> => {
  const all = graph.ofKind('ScaledObject').map((manifest, order) => {
    const kind = asString(dig(manifest.value, 'spec', 'scaleTargetRef', 'kind')) ?? 'Deployment';
    const name = asString(dig(manifest.value, 'spec', 'scaleTargetRef', 'name'));
    return [`${manifest.namespace ?? ''}\n${kind}\n${name}`, { manifest, order }] as const;
  });
  return new Map(all.toReversed());
});

/** One that names no namespace is in the one of the HPA. */
function scaledByOthers({ namespace, targetKind, targetName }: Scaler, { graph }: Lint): Manifest | undefined {
  const found = [namespace, ''].flatMap((home) => {
    return scaledByTarget(graph).get(`${home}\n${targetKind}\n${targetName}`) ?? [];
  });
  return found.toSorted((a, b) => a.order - b.order).at(0)?.manifest;
}

interface Resizer {
  readonly manifest: Manifest;
  /** Resources that it changes; all where it names none. */
  readonly controlled: readonly string[];
}

/** VPAs that resize pods which run, by the target that they name. */
const resizersByTarget = remembered((graph: Graph): ReadonlyMap<string, readonly Resizer[]> => {
  const active = graph.ofKind('VerticalPodAutoscaler').filter(({ value }) => {
    return !['Off', 'Initial'].includes(asString(dig(value, 'spec', 'updatePolicy', 'updateMode')) ?? 'Auto');
  });
  const resizers = active.map((manifest): Resizer & { readonly of: string } => {
    const policies = asList(dig(manifest.value, 'spec', 'resourcePolicy', 'containerPolicies'));
    const controlled = policies.flatMap((policy) => asList(dig(policy, 'controlledResources')));
    const name = asString(dig(manifest.value, 'spec', 'targetRef', 'name'));
    const of = `${graph.namespaceOf(manifest)}\n${name}`;
    return { manifest, controlled: controlled.map((one) => asString(one) ?? ''), of };
  });
  return Map.groupBy(resizers, ({ of }) => of);
});

/** A VPA that resizes by the same resource moves the requests under the HPA's feet. */
function resizedBy({ namespace, targetName, metrics }: Scaler, { graph }: Lint): Manifest | undefined {
  const measured = new Set(metrics.flatMap(({ resource }) => resource ?? []));
  const resizers = resizersByTarget(graph).get(`${namespace}\n${targetName}`);
  return resizers?.find(({ controlled }) => controlled.length === 0 || controlled.some((one) => measured.has(one)))
    ?.manifest;
}

function findingsOf(scaler: Scaler, lint: Lint): readonly Finding[] {
  const rival = rivalOf(scaler, lint);
  const others: [Manifest | undefined, string][] = [
    [rival?.manifest, 'scales the same pods (AmbiguousSelector: neither will scale)'],
    [scaledByOthers(scaler, lint), 'scales the same target by an HPA of its own'],
    [resizedBy(scaler, lint), 'changes the requests that this HPA measures against'],
  ];
  return others.flatMap(([other, message]): Finding[] => {
    if (!other) return [];
    return [
      {
        on: scaler.manifest,
        path: ['spec', 'scaleTargetRef'],
        message: `${nameOf(other, lint)} ${message}`,
        hops: [hop(other, ['spec'], nameOf(other, lint))],
      },
    ];
  });
}

export const hpaConflict: SetRule = {
  id: 'hpa-conflict',
  severity: 'error',
  requirement: 'autoscaling',
  profile: 'recommended',
  remediation: 'Let one scaler decide over one set of pods.',
  peers: ['kyverno/prevent-duplicate-hpa'],
  visits: 'set',
  check: (lint) => lint.graph.scalers.flatMap((scaler) => findingsOf(scaler, lint)),
};
