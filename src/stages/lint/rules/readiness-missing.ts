import { asObject } from '../../../manifests/graph/json.js';
import { servingKinds } from '../../../manifests/graph/workload.js';
import type { ContainerRule } from '../rule.js';

export const readinessMissing: ContainerRule = {
  id: 'readiness-missing',
  severity: 'warning',
  requirement: 'containers',
  profile: 'recommended',
  remediation: 'Add a readiness probe that answers when requests can be answered.',
  peers: [
    'kube-linter/no-readiness-probe',
    'kube-score/pod-probes',
    'polaris/readinessProbeMissing',
    'checkov/CKV_K8S_9',
  ],
  visits: 'container',
  check(container) {
    if (container.role !== 'main' || !servingKinds.includes(container.workload.kind)) return undefined;
    if (asObject(container.value['readinessProbe']) || !Array.isArray(container.value['ports'])) return undefined;
    return {
      on: container.workload.manifest,
      path: container.path,
      what: 'key',
      message: `container ${container.name} has no readiness probe: it gets requests from the moment that it starts`,
    };
  },
};
