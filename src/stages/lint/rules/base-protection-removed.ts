import type { Graph } from '../../../manifests/graph/graph.js';
import { asStrings, dig } from '../../../manifests/graph/json.js';
import { remembered } from '../../../manifests/graph/remembered.js';
import type { Manifest } from '../../../manifests/manifest.js';
import { type Finding, type Lint, nameOf, type SetRule } from '../rule.js';

const protections = [
  ['PodDisruptionBudget', 'drains are bounded by it'],
  ['NetworkPolicy', 'it isolates pods'],
  ['HorizontalPodAutoscaler', 'it scales the service'],
] as const;

/** The object that the finding is shown at: the removed one is no longer there. */
function nearTo(removed: Manifest, { graph }: Lint): Manifest | undefined {
  const [namespace, first] = [graph.namespaceOf(removed), firstOfPlaces(graph)];
  return first.get(`${namespace}\n${removed.file}`) ?? first.get(namespace);
}

/** The first object of each namespace, and of each namespace in each file. */
const firstOfPlaces = remembered((graph: Graph): ReadonlyMap<string, Manifest> => {
  const all = graph.manifests.toReversed();
  const inFile = all.map((one) => [`${graph.namespaceOf(one)}\n${one.file}`, one] as const);
  return new Map([...inFile, ...all.map((one) => [graph.namespaceOf(one), one] as const)]);
});

const secretsByName = remembered((base: Graph): ReadonlySet<string> => {
  return new Set(base.ofKind('Secret').map(({ namespace, name }) => `${namespace}\n${name}`));
});

function secretsTurned(lint: Lint): Finding[] {
  const { graph, base } = lint;
  return graph.ofKind('ConfigMap').flatMap((map): Finding[] => {
    const wasSecret = base && secretsByName(base).has(`${map.namespace}\n${map.name}`);
    const keys = [...asStrings(dig(map.value, 'data')).keys()];
    if (!wasSecret || graph.find('Secret', graph.namespaceOf(map), map.name)) return [];
    return [
      {
        on: map,
        path: ['kind'],
        message: `it was a Secret; as a ConfigMap ${keys.slice(0, 5).join(', ')} may be read by everyone`,
      },
    ];
  });
}

export const baseProtectionRemoved: SetRule = {
  id: 'base-protection-removed',
  severity: 'warning',
  requirement: 'exposure',
  profile: 'recommended',
  remediation: 'Put it back, or say why it goes.',
  peers: [],
  visits: 'set',
  check(lint) {
    const { graph, base } = lint;
    if (!base) return undefined;
    const gone = protections.flatMap(([kind, why]) =>
      base
        .ofKind(kind)
        .filter((one) => !graph.find(kind, base.namespaceOf(one), one.name))
        .flatMap((one): Finding[] => {
          const on = nearTo(one, lint);
          return on
            ? [{ on, path: ['metadata', 'name'], message: `${nameOf(one, { graph: base })} was taken away: ${why}` }]
            : [];
        }),
    );
    return [...gone, ...secretsTurned(lint)];
  },
};
