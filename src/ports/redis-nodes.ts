/** Where a node listens for clients. `name` stays when the address changes: a pod's name, not its IP. */
export interface NodeAddress {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  /** Of the cluster bus; the client port and 10000 where it is not known otherwise. */
  readonly busPort?: number;
}

/** What RESP2 can answer. */
export type RedisValue = string | number | null | readonly RedisValue[];

export interface NodeCall {
  /** Name of the node. */
  readonly node: string;
  readonly args: readonly string[];
  /** Connection to use: calls of one lane to one node share a connection, so that WAIT speaks of its own SET. */
  readonly lane?: string;
  /** Connect without a password, to see what the default user may do. */
  readonly anonymous?: boolean;
  /** Where `AUTH` and the password go into the arguments, if there is one: callers never have it. */
  readonly passwordAt?: number;
}

export type NodeReply =
  | { readonly ok: true; readonly value: RedisValue; readonly ms: number }
  /** `error` is the server's own text, or why there is no answer: `timeout`, `ECONNREFUSED …`. Foreign text. */
  | { readonly ok: false; readonly error: string; readonly ms: number };

/** Raw connections to each node: no client library decides where a command goes or whether it is tried again. */
export interface RedisNodes {
  /** The nodes to speak to from now on. Connections to addresses that are no longer named are closed. */
  use(addresses: readonly NodeAddress[]): Promise<void>;
  /** All calls at once; those of one lane of one node in their order. Replies in the order of the calls; never rejects for a node's fault. */
  call(calls: readonly NodeCall[], timeoutMs: number): Promise<readonly NodeReply[]>;
  close(): Promise<void>;
}
