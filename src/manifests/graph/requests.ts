import type { Json } from '../manifest.js';
import type { Graph } from './graph.js';
import { asList, dig } from './json.js';
import { milli } from './quantity.js';
import { remembered } from './remembered.js';
import { type Container, running, type Workload } from './workload.js';

/** Where a request comes from once the API server has defaulted it. */
export interface Amount {
  /** Thousandths of the base unit: of a core, of a byte. */
  readonly milli: number;
  readonly origin: 'request' | 'limit' | 'limit-range' | 'pod';
}

type Field = 'defaultRequest' | 'default' | 'max' | 'min';

/** The items for containers of the LimitRanges of each namespace. */
const limitItems = remembered((graph: Graph): ReadonlyMap<string, readonly Json[]> => {
  const items = new Map<string, Json[]>();
  for (const range of graph.ofKind('LimitRange')) {
    const namespace = graph.namespaceOf(range);
    const ofContainers = asList(dig(range.value, 'spec', 'limits')).filter((item) => dig(item, 'type') === 'Container');
    const list = items.get(namespace) ?? [];
    for (const item of ofContainers) list.push(item);
    items.set(namespace, list);
  }
  return items;
});

const knownDefaults = remembered((_: Graph) => new Map<string, { readonly amount: number | undefined }>());

/** The `Container` defaults of the namespace's LimitRanges, completed as `SetDefaults_LimitRangeItem` does. */
function limitRangeDefault(
  graph: Graph,
  namespace: string,
  resource: string,
  fields: readonly Field[],
): number | undefined {
  const known = knownDefaults(graph);
  const key = `${namespace}\n${resource}\n${fields.join()}`;
  const before = known.get(key);
  if (before !== undefined) return before.amount;
  const written = (limitItems(graph).get(namespace) ?? []).flatMap((item) =>
    fields.flatMap((field) => milli(dig(item, field, resource)) ?? []),
  );
  known.set(key, { amount: written[0] });
  return written[0];
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

interface Sums {
  /** What all that count may use at most, or undefined where one of them has no limit. */
  readonly ceiling: number | undefined;
  /** The sum of the requests, or undefined where one of them is missing. */
  readonly requests: number | undefined;
  /** Those of which no request is known. */
  readonly without: readonly Container[];
}

function ceiling(graph: Graph, workload: Workload, resource: string, container?: string): number | undefined {
  const podLimit = milli(dig(workload.pod, 'resources', 'limits', resource));
  let sum = 0;
  for (const one of counted(workload, container)) {
    const limit = limitOf(graph, one, resource);
    if (limit === undefined) return container === undefined ? podLimit : undefined;
    sum += limit;
  }
  return podLimit === undefined || container !== undefined ? sum : Math.min(sum, podLimit);
}

function sumsOf(graph: Graph, workload: Workload, resource: string, container?: string): Sums {
  const requests = counted(workload, container).map((one) => [one, requestOf(graph, one, resource)] as const);
  const without = requests.flatMap(([one, amount]) => (amount === undefined ? [one] : []));
  const podLevel = container === undefined ? podLevelRequest(workload, resource) : undefined;
  const sum = requests.reduce((total, [, amount]) => total + (amount?.milli ?? 0), 0);
  return {
    ceiling: ceiling(graph, workload, resource, container),
    requests: podLevel ? podLevel.milli : without.length > 0 ? undefined : sum,
    without,
  };
}

const knownSums = remembered((_: Workload) => new Map<string, Sums>());

/** What the containers that count for a metric have together; a hundred HPAs of one workload ask for the same. */
export function sums(graph: Graph, workload: Workload, resource: string, container?: string): Sums {
  const known = knownSums(workload);
  const key = `${resource}\n${container ?? ''}${container === undefined ? '' : '\n'}`;
  const made = known.get(key) ?? sumsOf(graph, workload, resource, container);
  known.set(key, made);
  return made;
}
