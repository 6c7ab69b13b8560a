import { describeAmount } from '../../../manifests/graph/quantity.js';
import { sums } from '../../../manifests/graph/requests.js';
import { scalableKinds, type Workload } from '../../../manifests/graph/workload.js';
import type { Finding, Lint, SetRule } from '../rule.js';

interface Demand {
  readonly workload: Workload;
  readonly each: number;
  readonly least: number;
  readonly most: number;
}

function demandsOf(resource: string, { graph }: Lint): readonly Demand[] {
  return graph.workloads.flatMap((workload): Demand[] => {
    const each = sums(graph, workload, resource).requests ?? 0;
    if (!scalableKinds.includes(workload.kind) && workload.kind !== 'Pod') return [];
    const [scaler] = graph.scalersOf(workload);
    const least = workload.kind === 'Pod' ? 1 : (scaler?.min ?? workload.replicas ?? 1);
    return [{ workload, each, least, most: scaler?.max ?? least }];
  });
}

function findingsOf(resource: string, node: number, nodes: number, lint: Lint): Finding[] {
  const demands = demandsOf(resource, lint);
  const room = node * nodes;
  const say = (amount: number): string => describeAmount(resource, amount);
  const tooLarge = demands.filter(({ each }) => each > node);
  if (tooLarge.length > 0) {
    return tooLarge.map(({ workload, each }) => ({
      on: workload.manifest,
      path: [...workload.podPath, 'containers'],
      message: `one pod requests ${say(each)} of ${resource}, and a node of the cluster has ${say(node)}: it stays Pending`,
    }));
  }
  const sum = (of: 'least' | 'most'): number => demands.reduce((total, one) => total + one.each * one[of], 0);
  const [largest] = demands.toSorted((a, b) => b.each * b.most - a.each * a.most);
  if (!largest || sum('most') <= room) return [];
  const never = sum('least') > room;
  const [scaler] = lint.graph.scalersOf(largest.workload);
  return [
    {
      on: never || !scaler ? largest.workload.manifest : scaler.manifest,
      path: never || !scaler ? [...largest.workload.podPath, 'containers'] : ['spec', 'maxReplicas'],
      severity: never ? 'error' : 'warning',
      message:
        `all pods request ${say(sum('least'))} (at their least) to ${say(sum('most'))} (at their most) of ${resource}; ` +
        `the cluster has ${say(room)}, and its own add-ons need a part of it`,
    },
  ];
}

export const kindCapacity: SetRule = {
  id: 'kind-capacity',
  severity: 'error',
  requirement: 'horizontal-scaling',
  profile: 'kind',
  remediation: 'Lower the requests or maxReplicas, or give the cluster more nodes.',
  peers: ['popeye/POP-602', 'popeye/POP-603', 'popeye/POP-604', 'popeye/POP-605'],
  visits: 'set',
  check(lint) {
    const { cluster } = lint.settings;
    if (!cluster) return undefined;
    return [
      ...findingsOf('cpu', cluster.nodeMilliCpu, cluster.nodes, lint),
      ...findingsOf('memory', cluster.nodeMemory * 1000, cluster.nodes, lint),
    ];
  },
};
