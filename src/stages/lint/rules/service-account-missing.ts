import { asString } from '../../../manifests/graph/json.js';
import { didYouMean } from '../../../manifests/graph/nearness.js';
import { isExternal, missingSeverity, type WorkloadRule } from '../rule.js';

/** Pods of an unknown ServiceAccount are never made: admission refuses each of them. */
export const serviceAccountMissing: WorkloadRule = {
  id: 'service-account-missing',
  severity: 'error',
  requirement: 'configuration',
  profile: 'recommended',
  remediation: 'Add the ServiceAccount to the manifests.',
  peers: ['kube-linter/non-existent-service-account', 'popeye/POP-1109'],
  visits: 'workload',
  check(workload, lint) {
    const field = workload.pod['serviceAccountName'] === undefined ? 'serviceAccount' : 'serviceAccountName';
    const name = asString(workload.pod[field]);
    const { namespace } = workload;
    if (name === undefined || name === '' || name === 'default') return undefined;
    if (lint.graph.find('ServiceAccount', namespace, name) || isExternal(lint, 'ServiceAccount', namespace, name))
      return undefined;
    const hint = didYouMean(name, lint.graph.namesOf('ServiceAccount', namespace));
    const message = `ServiceAccount ${namespace}/${name} is not there${hint}: no pod is made`;
    return {
      on: workload.manifest,
      path: [...workload.podPath, field],
      message,
      severity: missingSeverity(lint, hint !== ''),
    };
  },
};
