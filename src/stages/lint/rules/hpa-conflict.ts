import { asList, asString, dig } from '../../../manifests/graph/json.js';
import type { Scaler } from '../../../manifests/graph/scaler.js';
import { labelSelector, selects } from '../../../manifests/graph/selector.js';
import { targetOf } from '../../../manifests/graph/target.js';
import type { Manifest } from '../../../manifests/manifest.js';
import { type Finding, hop, type Lint, nameOf, type SetRule } from '../rule.js';

/** Whether another HPA's pods are among those that this one selects: `AmbiguousSelector` in `horizontal.go`, and neither scales. */
function shared(a: Scaler, b: Scaler, { graph }: Lint): boolean {
  if (a.name === b.name || a.namespace !== b.namespace) return false;
  const [left, right] = [targetOf(graph, a), targetOf(graph, b)];
  if (!left || !right) return a.targetKind === b.targetKind && a.targetName === b.targetName;
  const selector = labelSelector(dig(left.manifest.value, 'spec', 'selector'));
  return left === right || (selector !== undefined && selects(selector, right.labels));
}

function scaledByOthers(scaler: Scaler, lint: Lint): Manifest | undefined {
  return lint.graph.ofKind('ScaledObject').find(({ value, ...one }) => {
    const kind = asString(dig(value, 'spec', 'scaleTargetRef', 'kind')) ?? 'Deployment';
    const sameName = dig(value, 'spec', 'scaleTargetRef', 'name') === scaler.targetName;
    return sameName && kind === scaler.targetKind && (one.namespace ?? scaler.namespace) === scaler.namespace;
  });
}

/** A VPA that resizes by the same resource moves the requests under the HPA's feet. */
function resizedBy(scaler: Scaler, { graph }: Lint): Manifest | undefined {
  const measured = scaler.metrics.flatMap(({ resource }) => resource ?? []);
  return graph.ofKind('VerticalPodAutoscaler').find((manifest) => {
    const { value } = manifest;
    if (dig(value, 'spec', 'targetRef', 'name') !== scaler.targetName) return false;
    if (graph.namespaceOf(manifest) !== scaler.namespace) return false;
    if (['Off', 'Initial'].includes(asString(dig(value, 'spec', 'updatePolicy', 'updateMode')) ?? 'Auto')) return false;
    const policies = asList(dig(value, 'spec', 'resourcePolicy', 'containerPolicies'));
    const controlled = policies.flatMap((policy) => asList(dig(policy, 'controlledResources')));
    return controlled.length === 0 || controlled.some((one) => measured.includes(asString(one) ?? ''));
  });
}

function findingsOf(scaler: Scaler, lint: Lint): readonly Finding[] {
  const rival = lint.graph.scalers.find((other) => shared(scaler, other, lint));
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
