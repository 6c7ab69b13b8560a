import { asObject, asString, dig } from '../../../manifests/graph/json.js';
import { didYouMean } from '../../../manifests/graph/nearness.js';
import { portsOf } from '../../../manifests/graph/service.js';
import { type ContainerRule, type Finding, listed } from '../rule.js';

const probes = ['readinessProbe', 'livenessProbe', 'startupProbe'] as const;
const actions = ['httpGet', 'tcpSocket'] as const;

/** A named probe port is looked up in its own container (`pkg/probe`, `ResolveContainerPort`). */
export const probePortMissing: ContainerRule = {
  id: 'probe-port-missing',
  severity: 'error',
  requirement: 'containers',
  profile: 'recommended',
  remediation: 'Probe a port that the container declares.',
  peers: ['kube-linter/liveness-port', 'kube-linter/readiness-port', 'kube-linter/startup-port'],
  visits: 'container',
  check(container) {
    const { value, path, workload } = container;
    if (!probes.some((probe) => asObject(value[probe]))) return undefined;
    const names = portsOf(container).flatMap(({ name }) => name ?? []);
    return probes.flatMap((probe) =>
      actions.flatMap((action): Finding[] => {
        const port = asString(dig(value[probe], action, 'port'));
        if (port === undefined || names.includes(port) || /^\d+$/.test(port)) return [];
        const hint =
          didYouMean(port, names) || (names.length > 0 ? `; it has ${listed(names)}` : '; it has no named port');
        const message = `${probe} asks container ${container.name} at port ${port}, which it does not declare${hint}: it always fails`;
        return [{ on: workload.manifest, path: [...path, probe, action, 'port'], message }];
      }),
    );
  },
};
