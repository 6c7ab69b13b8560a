import { didYouMean } from '../../../manifests/graph/nearness.js';
import { podPorts, type Service, type ServicePort, serviceOf, targetsOf } from '../../../manifests/graph/service.js';
import type { Workload } from '../../../manifests/graph/workload.js';
import { type Finding, hop, type ObjectRule } from '../rule.js';

function describe(workload: Workload): string {
  const ports = podPorts(workload).map(
    ({ name, port, protocol }) => `${name ?? ''}${name ? ':' : ''}${port}/${protocol}`,
  );
  return ports.join(', ') || 'none';
}

function findingOf(service: Service, port: ServicePort, workload: Workload): Finding | undefined {
  const { targetPort, protocol } = port;
  if (targetPort === undefined || targetsOf(port, workload).length > 0) return undefined;
  const declared = podPorts(workload);
  const named = typeof targetPort === 'string';
  // A number is reached whether it is declared or not; where nothing is declared there is nothing to compare with.
  if (!named && declared.length === 0) return undefined;
  const hint = named
    ? didYouMean(
        targetPort,
        declared.flatMap(({ name }) => name ?? []),
      )
    : '';
  return {
    on: service.manifest,
    path: [...port.path, 'targetPort'],
    severity: named ? 'error' : 'warning',
    message:
      `targetPort ${targetPort}/${protocol} is no port of ${workload.kind} ${workload.name}${hint}, which has ${describe(workload)}` +
      (named ? ': the port gets no endpoint' : ''),
    hops: [
      hop(service.manifest, ['spec', 'selector'], `Service ${service.name} selects ${workload.kind} ${workload.name}`),
      hop(workload.manifest, [...workload.podPath, 'containers'], 'the containers and their ports'),
    ],
  };
}

/** A named target port is looked up in each pod of the Service (`pkg/api/v1/pod`, `FindPort`). */
export const routeTargetPort: ObjectRule = {
  id: 'route-target-port',
  severity: 'error',
  requirement: 'routing',
  profile: 'recommended',
  remediation: 'Let targetPort name a port that the containers declare.',
  peers: ['kics/service_does_not_target_pod', 'popeye/POP-1106'],
  visits: 'object',
  kinds: ['Service'],
  check(manifest, { graph }) {
    const service = serviceOf(manifest, graph.namespaceOf(manifest));
    const workloads = service.selector ? graph.selected(service.namespace, service.selector) : [];
    return service.ports.flatMap((port) => workloads.flatMap((workload) => findingOf(service, port, workload) ?? []));
  },
};
