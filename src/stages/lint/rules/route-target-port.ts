import type { BitSet } from '../../../manifests/graph/bit-set.js';
import { type Graph, podsOf } from '../../../manifests/graph/graph.js';
import { didYouMean, Names } from '../../../manifests/graph/nearness.js';
import { remembered } from '../../../manifests/graph/remembered.js';
import { podPorts, type Service, type ServicePort, serviceOf } from '../../../manifests/graph/service.js';
import type { Workload } from '../../../manifests/graph/workload.js';
import { type Finding, hop, listed, type ObjectRule } from '../rule.js';

function describe(workload: Workload): string {
  const ports = podPorts(workload).map(
    ({ name, port, protocol }) => `${name ?? ''}${name ? ':' : ''}${port}/${protocol}`,
  );
  return listed(ports) || 'none';
}

/** Workloads by the protocol and the name or number of a port that they declare. */
interface Declared {
  readonly byPort: ReadonlyMap<string, readonly number[]>;
  readonly any: BitSet;
}

const keyOf = (protocol: string, port: string | number): string => `${protocol} ${typeof port} ${port}`;

const declaredPorts = remembered((graph: Graph): Declared => {
  const byPort = new Map<string, number[]>();
  for (const [number, workload] of graph.pods.items.entries()) {
    const keys = podPorts(workload).flatMap(({ protocol, name, port }) =>
      [name, port].flatMap((one) => (one === undefined ? [] : keyOf(protocol, one))),
    );
    for (const key of new Set(keys)) {
      const list = byPort.get(key);
      if (list) list.push(number);
      else byPort.set(key, [number]);
    }
  }
  return { byPort, any: graph.pods.where((workload) => podPorts(workload).length > 0) };
});

/** Those of the selected workloads that do not declare the port. A number is reached whether it is declared or not; where nothing is declared there is nothing to compare with. */
function lacking(graph: Graph, { targetPort, protocol }: ServicePort, selected: BitSet): BitSet | undefined {
  if (targetPort === undefined) return undefined;
  const { byPort, any } = declaredPorts(graph);
  const left = selected.copy();
  for (const number of byPort.get(keyOf(protocol, targetPort)) ?? []) left.delete(number);
  return typeof targetPort === 'string' ? left : left.and(any);
}

const portNames = remembered((workload: Workload) => new Names(podPorts(workload).flatMap(({ name }) => name ?? [])));

function findingOf(service: Service, port: ServicePort, workload: Workload): Finding {
  const { targetPort, protocol } = port;
  const named = typeof targetPort === 'string';
  const hint = named ? didYouMean(targetPort, portNames(workload)) : '';
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
  *check(manifest, { graph }) {
    const service = serviceOf(manifest, graph.namespaceOf(manifest));
    const selected = podsOf(graph, service);
    if (!selected || selected.isEmpty) return;
    for (const port of service.ports) {
      for (const number of lacking(graph, port, selected.bits)?.numbers() ?? [])
        yield findingOf(service, port, graph.pods.items[number] as Workload);
    }
  },
};
