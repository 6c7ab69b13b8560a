import { asList, asString, dig } from '../../../manifests/graph/json.js';
import type { Finding, WorkloadRule } from '../rule.js';

const sensitive = /^\/(?:$|boot|dev$|etc|lib$|proc$|sys$|usr$|root|var\/lib\/(?:kubelet|docker|containerd))/;

export const hostPathSensitive: WorkloadRule = {
  id: 'host-path-sensitive',
  severity: 'warning',
  requirement: 'containers',
  profile: 'recommended',
  remediation: 'Take the volume away.',
  peers: ['kube-linter/sensitive-host-mounts', 'trivy/KSV-0121'],
  visits: 'workload',
  check(workload) {
    return asList(workload.pod['volumes']).flatMap((volume, index): Finding[] => {
      const path = asString(dig(volume, 'hostPath', 'path'));
      if (path === undefined || !sensitive.test(path) || path.endsWith('.sock')) return [];
      const at = [...workload.podPath, 'volumes', index, 'hostPath', 'path'];
      return [
        {
          on: workload.manifest,
          path: at,
          message: `volume ${asString(dig(volume, 'name'))} is ${path} of the node, which rules the node`,
        },
      ];
    });
  },
};
