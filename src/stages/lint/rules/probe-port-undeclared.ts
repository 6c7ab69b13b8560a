import { asNumber, dig } from '../../../manifests/graph/json.js';
import { portsOf } from '../../../manifests/graph/service.js';
import { type ContainerRule, type Finding, listed } from '../rule.js';

const probes = ['readinessProbe', 'livenessProbe', 'startupProbe'] as const;

export const probePortUndeclared: ContainerRule = {
  id: 'probe-port-undeclared',
  severity: 'note',
  requirement: 'containers',
  profile: 'recommended',
  remediation: 'Declare the port that the probe asks, or probe a declared one.',
  peers: ['kube-linter/liveness-port', 'kube-linter/readiness-port', 'kube-linter/startup-port'],
  visits: 'container',
  check(container) {
    const ports = portsOf(container).map(({ port }) => port);
    if (ports.length === 0) return undefined;
    return probes.flatMap((probe) =>
      (['httpGet', 'tcpSocket', 'grpc'] as const).flatMap((action): Finding[] => {
        const port = asNumber(dig(container.value[probe], action, 'port'));
        if (port === undefined || ports.includes(port)) return [];
        const message = `${probe} asks container ${container.name} at port ${port}; it declares ${listed(ports.map(String))}`;
        return [{ on: container.workload.manifest, path: [...container.path, probe, action, 'port'], message }];
      }),
    );
  },
};
