import { setOf } from '../../../manifests/graph/pod-sets.js';
import { type WayIn, waysIn } from '../../../manifests/graph/reach.js';
import type { Workload } from '../../../manifests/graph/workload.js';
import { type Finding, hop, type SetRule } from '../rule.js';

const keyOf = ({ by, workload, podPort }: WayIn): string =>
  `${by} ${workload.kind} ${workload.namespace}/${workload.name} ${podPort}`;

function findingOf({ by, workload, manifest, path, podPort }: WayIn): Finding {
  const port = podPort === undefined ? '' : `, port ${podPort}`;
  return {
    on: manifest,
    path,
    message: `${by} leads from outside to ${workload.kind} ${workload.name}${port}: before the change none did`,
    hops: [hop(workload.manifest, [...workload.templatePath, 'metadata', 'labels'], `pods of ${workload.name}`)],
  };
}

export const baseExposureWidened: SetRule = {
  id: 'base-exposure-widened',
  severity: 'warning',
  requirement: 'exposure',
  profile: 'recommended',
  remediation: 'Make sure that it is meant to be reachable from outside; declare it in the exposure policy.',
  peers: [],
  visits: 'set',
  *check({ graph, base }) {
    if (!base) return;
    const before = new Set<string>();
    for (const way of waysIn(base, [], { distinct: true })) before.add(keyOf(way));
    const isOld = ({ kind, namespace, name }: Workload): boolean => base.workload(kind, namespace, name) !== undefined;
    const widened = new Set<Workload>();
    for (const way of waysIn(graph, [], { among: graph.pods.where(isOld), distinct: true }))
      if (!before.has(keyOf(way))) widened.add(way.workload);
    for (const way of waysIn(graph, [], { among: setOf(graph, widened) }))
      if (!before.has(keyOf(way))) yield findingOf(way);
  },
};
