import { type WayIn, waysIn } from '../../../manifests/graph/reach.js';
import { hop, type SetRule } from '../rule.js';

const keyOf = ({ by, workload, podPort }: WayIn): string =>
  `${by} ${workload.kind} ${workload.namespace}/${workload.name} ${podPort}`;

export const baseExposureWidened: SetRule = {
  id: 'base-exposure-widened',
  severity: 'warning',
  requirement: 'exposure',
  profile: 'recommended',
  remediation: 'Make sure that it is meant to be reachable from outside; declare it in the exposure policy.',
  peers: [],
  visits: 'set',
  check({ graph, base }) {
    if (!base) return undefined;
    const before = new Set(waysIn(base, []).map(keyOf));
    const added = waysIn(graph, []).filter((way) => !before.has(keyOf(way)));
    return added
      .filter(({ workload }) => base.workload(workload.kind, workload.namespace, workload.name) !== undefined)
      .map(({ by, workload, manifest, path, podPort }) => ({
        on: manifest,
        path,
        message: `${by} leads from outside to ${workload.kind} ${workload.name}${podPort === undefined ? '' : `, port ${podPort}`}: before the change none did`,
        hops: [hop(workload.manifest, [...workload.templatePath, 'metadata', 'labels'], `pods of ${workload.name}`)],
      }));
  },
};
