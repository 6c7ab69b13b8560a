import { asObject } from '../../../manifests/graph/json.js';
import { servingKinds } from '../../../manifests/graph/workload.js';
import type { ContainerRule } from '../rule.js';

export const livenessMissing: ContainerRule = {
  id: 'liveness-missing',
  severity: 'note',
  requirement: 'containers',
  profile: 'production',
  remediation: 'Add a liveness probe where the process can hang without ending.',
  peers: [
    'kube-linter/no-liveness-probe',
    'kube-score/pod-probes',
    'polaris/livenessProbeMissing',
    'checkov/CKV_K8S_8',
  ],
  visits: 'container',
  check(container) {
    if (container.role !== 'main' || !servingKinds.includes(container.workload.kind)) return undefined;
    if (asObject(container.value['livenessProbe'])) return undefined;
    return {
      on: container.workload.manifest,
      path: container.path,
      what: 'key',
      message: `container ${container.name} has no liveness probe: a process that hangs is never restarted`,
    };
  },
};
