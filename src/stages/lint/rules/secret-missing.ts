import type { Severity } from '../../../domain/diagnostic.js';
import type { Graph } from '../../../manifests/graph/graph.js';
import { didYouMean, Names } from '../../../manifests/graph/nearness.js';
import { madeSecrets, referencesOf } from '../../../manifests/graph/reference.js';
import { remembered } from '../../../manifests/graph/remembered.js';
import { isExternal, type Lint, type WorkloadRule } from '../rule.js';

/** Secrets are seldom in the input, and should not be: only where the cluster is ours alone, or a name is nearly there, is it sure. */
function severityOf({ settings }: Lint, hint: string): Severity {
  if (!settings.whole) return 'note';
  if (hint !== '') return 'error';
  return settings.cluster ? 'error' : 'warning';
}

const candidatesByNamespace = remembered((_: Graph) => new Map<string, Names>());

/** What a missing Secret may have been meant to be. */
function candidates(graph: Graph, namespace: string): Names {
  const known = candidatesByNamespace(graph);
  const names =
    known.get(namespace) ?? new Names([...graph.namesOf('Secret', namespace).list, ...madeSecrets(graph, namespace)]);
  known.set(namespace, names);
  return names;
}

export const secretMissing: WorkloadRule = {
  id: 'secret-missing',
  severity: 'error',
  requirement: 'configuration',
  profile: 'recommended',
  remediation: 'Let the gate or an operator make the Secret and declare it, or mark the reference optional.',
  peers: ['kube-linter/env-value-from', 'popeye/POP-1402'],
  visits: 'workload',
  check(workload, lint) {
    const { graph } = lint;
    const { namespace } = workload;
    const made = madeSecrets(graph, namespace);
    const missing = referencesOf(workload).filter(
      ({ kind, name, optional, use }) =>
        kind === 'Secret' &&
        !optional &&
        use !== 'image-pull' &&
        !made.has(name) &&
        !graph.find('Secret', namespace, name) &&
        !isExternal(lint, 'Secret', namespace, name),
    );
    const first = new Map(missing.map((one) => [one.name, one] as const).toReversed());
    return [...first.values()].toReversed().map(({ name, path, use }) => {
      const hint = didYouMean(name, candidates(graph, namespace));
      const message = `Secret ${namespace}/${name} (${use}) is not there${hint}: its pods stay in CreateContainerConfigError`;
      return { on: workload.manifest, path, message, severity: severityOf(lint, hint) };
    });
  },
};
