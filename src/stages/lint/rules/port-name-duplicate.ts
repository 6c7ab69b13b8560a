import { podPorts } from '../../../manifests/graph/service.js';
import type { Finding, WorkloadRule } from '../rule.js';

export const portNameDuplicate: WorkloadRule = {
  id: 'port-name-duplicate',
  severity: 'warning',
  requirement: 'routing',
  profile: 'recommended',
  remediation: 'Give each port of the pod a name of its own.',
  peers: ['kube-score/container-ports-check'],
  visits: 'workload',
  check(workload) {
    const first = new Map<string, string>();
    return podPorts(workload).flatMap(({ name, path, container }): Finding[] => {
      if (name === undefined) return [];
      const before = first.get(name);
      first.set(name, before ?? container.name);
      if (before === undefined || before === container.name) return [];
      const message = `port name ${name} is in containers ${before} and ${container.name}: a Service by that name reaches the first one only`;
      return [{ on: workload.manifest, path: [...path, 'name'], message }];
    });
  },
};
