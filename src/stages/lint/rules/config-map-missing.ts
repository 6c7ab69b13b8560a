import { didYouMean } from '../../../manifests/graph/nearness.js';
import { referencesOf } from '../../../manifests/graph/reference.js';
import { isExternal, missingSeverity, type WorkloadRule } from '../rule.js';

/** Kubernetes itself puts these into each namespace. */
const given: readonly string[] = ['kube-root-ca.crt', 'openshift-service-ca.crt', 'istio-ca-root-cert'];

export const configMapMissing: WorkloadRule = {
  id: 'config-map-missing',
  severity: 'error',
  requirement: 'configuration',
  profile: 'recommended',
  remediation: 'Add the ConfigMap to the manifests, or mark the reference optional.',
  peers: ['kube-linter/env-value-from'],
  visits: 'workload',
  check(workload, lint) {
    const { graph } = lint;
    const { namespace } = workload;
    const missing = referencesOf(workload).filter(
      ({ kind, name, optional }) =>
        kind === 'ConfigMap' &&
        !optional &&
        !given.includes(name) &&
        !graph.find('ConfigMap', namespace, name) &&
        !isExternal(lint, 'ConfigMap', namespace, name),
    );
    const first = new Map(missing.map((one) => [one.name, one] as const).toReversed());
    return [...first.values()].toReversed().map(({ name, path, use }) => {
      const hint = didYouMean(name, graph.namesOf('ConfigMap', namespace));
      const message = `ConfigMap ${namespace}/${name} (${use}) is not there${hint}: its pods do not start`;
      return {
        on: workload.manifest,
        path,
        message,
        severity: missingSeverity(lint, hint !== ''),
      };
    });
  },
};
