import { asStrings, dig } from '../../../manifests/graph/json.js';
import type { Manifest } from '../../../manifests/manifest.js';
import { type Finding, type Lint, nameOf, type SetRule } from '../rule.js';

const protections = [
  ['PodDisruptionBudget', 'drains are bounded by it'],
  ['NetworkPolicy', 'it isolates pods'],
  ['HorizontalPodAutoscaler', 'it scales the service'],
] as const;

/** The object that the finding is shown at: the removed one is no longer there. */
function nearTo(removed: Manifest, { graph }: Lint): Manifest | undefined {
  const same = graph.manifests.filter((one) => graph.namespaceOf(one) === graph.namespaceOf(removed));
  return same.find(({ file }) => file === removed.file) ?? same.at(0);
}

function secretsTurned(lint: Lint): Finding[] {
  const { graph, base } = lint;
  return graph.ofKind('ConfigMap').flatMap((map): Finding[] => {
    const secret = base?.ofKind('Secret').find((one) => one.namespace === map.namespace && one.name === map.name);
    const keys = [...asStrings(dig(map.value, 'data')).keys()];
    if (!secret || graph.find('Secret', graph.namespaceOf(map), map.name)) return [];
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
