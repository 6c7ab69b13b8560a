import type { Graph } from './graph.js';
import { kindOf } from './kind.js';
import type { Scaler } from './scaler.js';
import type { Workload } from './workload.js';

/** The pods that an HPA scales, where they are in the input. */
export function targetOf(graph: Graph, scaler: Scaler): Workload | undefined {
  return graph.workload(kindOf(scaler.targetApiVersion, scaler.targetKind), scaler.namespace, scaler.targetName);
}
