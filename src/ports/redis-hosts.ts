import type { NodeAddress } from './redis-nodes.js';

/** What the orchestrator knows of one Redis node. */
export interface HostedNode {
  /** Name that survives a restart. */
  readonly name: string;
  /** Undefined while it has no address. */
  readonly address: NodeAddress | undefined;
  /** Changes with every start. */
  readonly incarnation: string;
  /** Machine it runs on; undefined where that is not known. */
  readonly machine: string | undefined;
  readonly ready: boolean;
  /** Why it does not run: `ImagePullBackOff: …`. Foreign text. */
  readonly trouble?: string;
  /** Bytes; undefined where there is no limit. */
  readonly memoryLimit: number | undefined;
  /** Whether its data outlive it: a claimed volume. Undefined where that is not known. */
  readonly persistent: boolean | undefined;
  /** Identity of the volume it has, to see that it came back to its own. */
  readonly volume: string | undefined;
}

/** How the nodes are kept, beyond Redis itself. Undefined where it cannot be seen. */
export interface HostingFacts {
  /** Machines that may take a Redis node. */
  readonly machines: readonly string[];
  readonly disruptionBudget: boolean | undefined;
  readonly graceSeconds: number | undefined;
  readonly preStop: boolean | undefined;
  readonly readinessProbe: boolean | undefined;
  /** Whether other workloads are kept from the nodes by a network policy. */
  readonly isolated: boolean | undefined;
  /** When the nodes' certificate ends, milliseconds since the epoch. */
  readonly certificateExpires?: number | undefined;
}

export interface Dialled {
  readonly from: string;
  readonly to: string;
  readonly port: number;
  /** Undefined when it answered; otherwise how it failed. */
  readonly failure: string | undefined;
}

/** The orchestrator under the Redis nodes: who there is, and what may be done to them. */
export interface RedisHosts {
  nodes(signal: AbortSignal): Promise<readonly HostedNode[]>;
  facts(signal: AbortSignal): Promise<HostingFacts>;
  /** Opens a TCP connection from each node to each address and port. Undefined where that cannot be done from inside. */
  dial?(targets: readonly NodeAddress[], signal: AbortSignal): Promise<readonly Dialled[]>;
}

export type Harm = 'terminate' | 'kill' | 'hang';

/** What may befall a node, done on purpose. Each resolves when it has happened, not when it is over. */
export interface RedisFaults {
  /** Whether `kill` and `hang` can be done here; `terminate` always can. */
  readonly signals: boolean;
  /** SIGTERM through the orchestrator, or SIGKILL, or SIGSTOP of the server's process. */
  harm(node: string, harm: Harm, signal: AbortSignal): Promise<void>;
  /** Ends a hang. */
  resume(node: string, signal: AbortSignal): Promise<void>;
  /** Cuts a node from its peers, not from clients; undefined where the environment cannot. */
  isolate?(node: string, peers: readonly NodeAddress[], signal: AbortSignal): Promise<void>;
  heal?(node: string, signal: AbortSignal): Promise<void>;
  /** Stops all nodes and starts them with new addresses and their old data. */
  restartAll(signal: AbortSignal): Promise<void>;
  /** Sets how many nodes there are; names of the new ones come with `nodes()`. Undefined where that is not one number. */
  resize?(nodes: number, signal: AbortSignal): Promise<void>;
}
