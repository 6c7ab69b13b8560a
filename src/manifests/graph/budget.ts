import type { Json, Manifest } from '../manifest.js';
import type { Graph } from './graph.js';
import { dig } from './json.js';
import { remembered } from './remembered.js';
import { labelSelector, type Selector } from './selector.js';
import type { Workload } from './workload.js';

/** A PodDisruptionBudget and the pods it protects. */
export interface Budget {
  readonly manifest: Manifest;
  readonly namespace: string;
  readonly selector: Selector | undefined;
  readonly workloads: readonly Workload[];
}

export function budgetOf(graph: Graph, manifest: Manifest): Budget {
  const namespace = graph.namespaceOf(manifest);
  const selector = labelSelector(dig(manifest.value, 'spec', 'selector'));
  return { manifest, namespace, selector, workloads: selector ? graph.selected(namespace, selector) : [] };
}

const budgetsByWorkload = remembered((graph: Graph) => {
  const budgets = new Map<Workload, Budget[]>();
  for (const manifest of graph.ofKind('PodDisruptionBudget')) {
    const budget = budgetOf(graph, manifest);
    for (const workload of budget.workloads) {
      const list = budgets.get(workload);
      if (list) list.push(budget);
      else budgets.set(workload, [budget]);
    }
  }
  return budgets;
});

/** The budgets that protect the pods of a workload, in the order of the input. */
export function budgetsOf(graph: Graph, workload: Workload): readonly Budget[] {
  return budgetsByWorkload(graph).get(workload) ?? [];
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

/** How many of `total` healthy pods may be evicted at once; undefined where the budget does not say. */
export function allowedDisruptions({ manifest }: Budget, total: number): number | undefined {
  const maxUnavailable = scaled(dig(manifest.value, 'spec', 'maxUnavailable'), total);
  if (maxUnavailable !== undefined) return Math.min(total, maxUnavailable);
  const minAvailable = scaled(dig(manifest.value, 'spec', 'minAvailable'), total);
  return minAvailable === undefined ? undefined : Math.max(0, total - minAvailable);
}
