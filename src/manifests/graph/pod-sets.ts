import { BitSet } from './bit-set.js';
import type { Graph } from './graph.js';
import type { Chosen } from './label-index.js';
import { remembered } from './remembered.js';
import { servingKinds, type Workload } from './workload.js';

/** Sets of all workloads of the input that rules ask for again and again, by their numbers in `graph.pods`. */

export const scaledPods = remembered((graph: Graph): BitSet => {
  return graph.pods.where((workload) => graph.scalersOf(workload).length > 0);
});

export const servingPods = remembered((graph: Graph): BitSet => {
  return graph.pods.where(({ kind }) => servingKinds.includes(kind));
});

export const barePods = remembered((graph: Graph): BitSet => graph.pods.where(({ kind }) => kind === 'Pod'));

/** The set of some workloads of the input. */
export function setOf({ pods }: Graph, workloads: Iterable<Workload>): BitSet {
  const set = new BitSet(pods.items.length);
  for (const workload of workloads) {
    const number = pods.numberOf(workload);
    if (number !== undefined) set.add(number);
  }
  return set;
}

/** The first few of a set, in the order of the input. */
export function firstOf({ pods }: Graph, set: BitSet, most: number): Workload[] {
  return set.numbers(most).map((number) => pods.items[number] as Workload);
}

/** What a function makes of a choice, made once for all selectors that choose it. */
export function perChoice<Made>(make: (graph: Graph, chosen: Chosen<Workload>) => Made) {
  const known = remembered((_: Graph) => new Map<Chosen<Workload>, Made>());
  return (graph: Graph, chosen: Chosen<Workload>): Made => {
    const before = known(graph).get(chosen);
    if (before !== undefined) return before;
    const made = make(graph, chosen);
    known(graph).set(chosen, made);
    return made;
  };
}
