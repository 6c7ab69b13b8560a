import type { Json, Manifest } from '../manifest.js';
import type { Graph } from './graph.js';
import { dig } from './json.js';
import { type Chosen, firstHolders } from './label-index.js';
import { perChoice } from './pod-sets.js';
import { remembered } from './remembered.js';
import { labelSelector, type Selector } from './selector.js';
import type { Workload } from './workload.js';

/** A PodDisruptionBudget and the pods it protects. */
export interface Budget {
  readonly manifest: Manifest;
  readonly namespace: string;
  readonly selector: Selector | undefined;
  /** Undefined where it has no selector, and so protects none. */
  readonly pods: Chosen<Workload> | undefined;
}

export function budgetOf(graph: Graph, manifest: Manifest): Budget {
  const namespace = graph.namespaceOf(manifest);
  const selector = labelSelector(dig(manifest.value, 'spec', 'selector'));
  return { manifest, namespace, selector, pods: selector && graph.pods.chosen(namespace, selector) };
}

const firstBudgets = remembered((graph: Graph): ReadonlyMap<Workload, Budget> => {
  const budgets = graph.ofKind('PodDisruptionBudget').map((manifest) => budgetOf(graph, manifest));
  const chosen = budgets.flatMap((budget) => (budget.pods ? [[budget, budget.pods] as const] : []));
  return firstHolders(graph.pods.items, chosen);
});

/** The first budget that protects the pods of a workload. */
export function firstBudgetOf(graph: Graph, workload: Workload): Budget | undefined {
  return firstBudgets(graph).get(workload);
}

/** A count, or a percentage rounded up: `GetScaledValueFromIntOrPercent(…, true)` for both fields in `disruption.go`. */
function scaled(value: Json | undefined, total: number): number | undefined {
  if (typeof value === 'number') return value;
  const percent = typeof value === 'string' ? /^(\d+)%$/.exec(value)?.[1] : undefined;
  return percent === undefined ? undefined : Math.ceil((Number(percent) * total) / 100);
}

/** The least number of pods that the workload is meant to have. */
export function leastReplicas(graph: Graph, workload: Workload): number {
  const [scaler] = graph.scalersOf(workload);
  return scaler?.min ?? workload.replicas ?? 1;
}

const leastOfAll = remembered((graph: Graph): readonly number[] =>
  graph.pods.items.map((workload) => leastReplicas(graph, workload)),
);

/** The least number of pods that all of the chosen workloads are meant to have. */
export const leastOf = perChoice((graph, chosen): number => {
  const all = leastOfAll(graph);
  let sum = 0;
  chosen.bits.find((number) => {
    sum += all[number] ?? 0;
    return false;
  });
  return sum;
});

/** How many of `total` healthy pods may be evicted at once; undefined where the budget does not say. */
export function allowedDisruptions({ manifest }: Budget, total: number): number | undefined {
  const maxUnavailable = scaled(dig(manifest.value, 'spec', 'maxUnavailable'), total);
  if (maxUnavailable !== undefined) return Math.min(total, maxUnavailable);
  const minAvailable = scaled(dig(manifest.value, 'spec', 'minAvailable'), total);
  return minAvailable === undefined ? undefined : Math.max(0, total - minAvailable);
}
