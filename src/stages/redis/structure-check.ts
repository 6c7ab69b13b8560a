import type { NodeAddress } from '../../ports/redis-nodes.js';
import type { Finding } from './finding.js';
import type { Snapshot } from './snapshot.js';
import type { Topology } from './topology.js';

/** What the cluster has to look like. */
export interface Expectation {
  readonly topology: Topology;
  /** Addresses by which clients reach the nodes: what the cluster announces has to be these. */
  readonly addresses: readonly NodeAddress[];
  /** Bytes that a replica may be behind its primary. */
  readonly maxLagBytes: number;
}

/** One property of a sound cluster, looked for in every node's own view. */
export interface StructureCheck {
  readonly check: string;
  readonly claim: string;
  /** How much a pass rests on: with none there is nothing that could have been wrong, which proves nothing. */
  samples?(snapshot: Snapshot, expectation: Expectation): number;
  /** What holds when nothing was found, with its number. */
  holds(snapshot: Snapshot, expectation: Expectation): string;
  find(snapshot: Snapshot, expectation: Expectation): readonly Finding[];
}
