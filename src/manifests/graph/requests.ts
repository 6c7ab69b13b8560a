import type { Graph } from './graph.js';
import { asList, dig } from './json.js';
import { milli } from './quantity.js';
import { type Container, running, type Workload } from './workload.js';

/** Where a request comes from once the API server has defaulted it. */
export interface Amount {
  /** Thousandths of the base unit: of a core, of a byte. */
  readonly milli: number;
  readonly origin: 'request' | 'limit' | 'limit-range' | 'pod';
}

type Field = 'defaultRequest' | 'default' | 'max' | 'min';

/** The `Container` defaults of the namespace's LimitRanges, completed as `SetDefaults_LimitRangeItem` does. */
function limitRangeDefault(
  graph: Graph,
  namespace: string,
  resource: string,
  fields: readonly Field[],
): number | undefined {
  for (const range of graph.ofKind('LimitRange')) {
    if (graph.namespaceOf(range) !== namespace) continue;
    for (const item of asList(dig(range.value, 'spec', 'limits'))) {
      if (dig(item, 'type') !== 'Container') continue;
      for (const field of fields) {
        const amount = milli(dig(item, field, resource));
        if (amount !== undefined) return amount;
      }
    }
  }
  return undefined;
}

/** The request that the container has when the HPA's controller sees it: its own, else its limit, else the LimitRange's. */
export function requestOf(graph: Graph, { workload, value }: Container, resource: string): Amount | undefined {
  const request = milli(dig(value, 'resources', 'requests', resource));
  if (request !== undefined) return { milli: request, origin: 'request' };
  const limit = milli(dig(value, 'resources', 'limits', resource));
  if (limit !== undefined) return { milli: limit, origin: 'limit' };
  const fields = ['defaultRequest', 'default', 'max', 'min'] as const;
  const ranged = limitRangeDefault(graph, workload.namespace, resource, fields);
  return ranged === undefined ? undefined : { milli: ranged, origin: 'limit-range' };
}

export function limitOf(graph: Graph, { workload, value }: Container, resource: string): number | undefined {
  const own = milli(dig(value, 'resources', 'limits', resource));
  return own ?? limitRangeDefault(graph, workload.namespace, resource, ['default', 'max']);
}

/** Pod-level resources count for the HPA since Kubernetes 1.34, where they are on by default. */
export function podLevelRequest({ pod }: Workload, resource: string): Amount | undefined {
  const own = milli(dig(pod, 'resources', 'requests', resource)) ?? milli(dig(pod, 'resources', 'limits', resource));
  return own === undefined ? undefined : { milli: own, origin: 'pod' };
}

/** The containers whose requests a metric sums: all that keep running, or the named one. */
export function counted(workload: Workload, container: string | undefined): readonly Container[] {
  return running(workload).filter(({ name }) => container === undefined || name === container);
}

/** What all that count may use at most, or undefined where one of them has no limit. */
export function ceilingOf(graph: Graph, workload: Workload, resource: string, container?: string): number | undefined {
  const podLimit = milli(dig(workload.pod, 'resources', 'limits', resource));
  let sum = 0;
  for (const one of counted(workload, container)) {
    const limit = limitOf(graph, one, resource);
    if (limit === undefined) return container === undefined ? podLimit : undefined;
    sum += limit;
  }
  return podLimit === undefined || container !== undefined ? sum : Math.min(sum, podLimit);
}

/** The sum of the requests, or undefined where one of them is missing. */
export function requestSum(graph: Graph, workload: Workload, resource: string, container?: string): number | undefined {
  const podLevel = container === undefined ? podLevelRequest(workload, resource) : undefined;
  if (podLevel) return podLevel.milli;
  let sum = 0;
  for (const one of counted(workload, container)) {
    const request = requestOf(graph, one, resource);
    if (request === undefined) return undefined;
    sum += request.milli;
  }
  return sum;
}
