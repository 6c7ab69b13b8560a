import { asList, asString, dig } from '../../../manifests/graph/json.js';
import type { Finding, WorkloadRule } from '../rule.js';

const sensitive = /^\/(?:$|boot|dev|etc|lib|proc|sys|usr|root|var\/run|var\/lib\/(?:kubelet|docker|containerd))/;

export const hostPath: WorkloadRule = {
  id: 'host-path',
  severity: 'warning',
  requirement: 'containers',
  profile: 'recommended',
  remediation: 'Use a PersistentVolumeClaim or an emptyDir.',
  peers: ['polaris/hostPathSet', 'kube-linter/writable-host-mount', 'trivy/KSV-0023'],
  visits: 'workload',
  check(workload) {
    return asList(workload.pod['volumes']).flatMap((volume, index): Finding[] => {
      const path = asString(dig(volume, 'hostPath', 'path'));
      if (path === undefined || sensitive.test(path) || path.endsWith('.sock')) return [];
      const at = [...workload.podPath, 'volumes', index, 'hostPath', 'path'];
      return [
        {
          on: workload.manifest,
          path: at,
          message: `volume ${asString(dig(volume, 'name'))} is folder ${path} of the node: pods on another node see another one`,
        },
      ];
    });
  },
};
