import { asList, asString, dig } from '../../../manifests/graph/json.js';
import type { Finding, WorkloadRule } from '../rule.js';

export const dockerSocket: WorkloadRule = {
  id: 'docker-socket',
  severity: 'warning',
  requirement: 'containers',
  profile: 'recommended',
  remediation: 'Take the socket away; build images elsewhere.',
  peers: ['kube-linter/docker-sock', 'kubesec/DockerSock', 'trivy/KSV-0006', 'checkov/CKV_K8S_27'],
  visits: 'workload',
  check(workload) {
    return asList(workload.pod['volumes']).flatMap((volume, index): Finding[] => {
      const path = asString(dig(volume, 'hostPath', 'path'));
      if (path === undefined || !/(docker|containerd|crio|podman)[^/]*\.sock$/.test(path)) return [];
      const at = [...workload.podPath, 'volumes', index, 'hostPath', 'path'];
      return [
        {
          on: workload.manifest,
          path: at,
          message: `volume ${asString(dig(volume, 'name'))} is the socket of the container engine: who holds it has the node`,
        },
      ];
    });
  },
};
