import type { NodeAddress } from './redis-nodes.js';

/** Which client sends: raw connections with our own routing, or the application's client with its own options. */
export type LoadClient = 'raw' | 'app';

/** Session writes at a steady rate. */
export interface LoadOptions {
  readonly client: LoadClient;
  /** Writes per second over all shards, at intended times that do not wait for slow answers. */
  readonly rate: number;
  /** Seconds until a session expires. */
  readonly ttlSeconds: number;
  /** Ask so many replicas to have it before a write counts as acknowledged; raw client only, 0 for none. */
  readonly waitReplicas: number;
  /** Milliseconds that WAIT may take. */
  readonly waitMs: number;
  /** Milliseconds after which a raw write without an answer has failed. */
  readonly timeoutMs: number;
  /** Distinguishes the keys of this load from every other's. */
  readonly prefix: string;
  /** Options of the application's client (ioredis ClusterOptions as JSON), for the `app` client. */
  readonly appOptions: Readonly<Record<string, unknown>>;
}

/** One write. Times are milliseconds since the epoch by the probe's clock. */
export interface LoadSample {
  readonly key: string;
  readonly slot: number;
  /** When it had to be sent, and how long after that the last answer came. */
  readonly at: number;
  readonly ms: number;
  /** `short`: written, but fewer replicas than asked had it in time, so it is not acknowledged. */
  readonly outcome: 'acked' | 'short' | 'failed';
  /** Server's or client's words for a failure. Foreign text. */
  readonly error?: string;
  /** Node that took it; unknown behind the application's client. */
  readonly node?: string;
  /** Redirections that were followed. */
  readonly moved: number;
}

/** What a key holds now: read from the primary that owns its slot. */
export interface ReadBack {
  readonly key: string;
  /** Undefined where no owner answered; null where the key is gone. */
  readonly value: string | null | undefined;
  /** Milliseconds since the epoch at which it expires; negative as PEXPIRETIME has it. */
  readonly expiresAt: number | undefined;
}

/** Sends session writes from where the application would, and remembers each. */
export interface SessionLoad {
  /** Begins to send; resolves once the first write was answered or failed. */
  start(options: LoadOptions): Promise<void>;
  /** Stops the load with this prefix; gives every write, in the order of their intended times. */
  stop(prefix: string): Promise<readonly LoadSample[]>;
  readBack(keys: readonly string[]): Promise<readonly ReadBack[]>;
}

/** The value that a load writes under a key, so that what is read back can be told from something else. */
export function sessionValue(key: string): string {
  return `session:${key}:intact`;
}

/** The application's own client, with its own options and its own idea of trying again. */
export interface AppClient {
  /** Rejects with the client's own error. */
  set(key: string, value: string, ttlSeconds: number): Promise<void>;
  close(): Promise<void>;
}

export type OpenAppClient = (seeds: readonly NodeAddress[], options: Readonly<Record<string, unknown>>) => AppClient;
