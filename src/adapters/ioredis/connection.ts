import { Redis, type RedisOptions } from 'ioredis';
import type { NodeReply, RedisValue } from '../../ports/redis-nodes.js';
import type { RedisLogin } from '../../ports/redis-outside.js';

/** Where and as whom to connect. `dial` maps an announced address to one that can be reached from here. */
export interface Door extends RedisLogin {
  readonly host: string;
  readonly port: number;
  readonly connectMs: number;
}

/**
 * One plain connection to one node. Nothing is tried again behind our back: a call that fails has failed, and the next
 * call dials anew. A connection that let a call time out is dropped, for its next answer would be the wrong one's.
 */
export class NodeConnection {
  readonly #door: Door;
  #redis: Redis | undefined;
  #opening: Promise<Redis> | undefined;

  constructor(door: Door) {
    this.#door = door;
  }

  async call(args: readonly string[], timeoutMs: number): Promise<NodeReply> {
    const begun = performance.now();
    const took = (): number => performance.now() - begun;
    const { late, cancel } = patience(timeoutMs);
    try {
      const answer = await Promise.race([this.#send(args), late]);
      if (answer !== 'late') return { ok: true, value: answer.value, ms: took() };
      this.close();
      return { ok: false, error: `timeout after ${timeoutMs} ms`, ms: took() };
    } catch (error) {
      return { ok: false, error: wordsOf(error), ms: took() };
    } finally {
      cancel();
    }
  }

  close(): void {
    this.#redis?.disconnect();
    this.#redis = undefined;
    this.#opening = undefined;
  }

  async #send([command = '', ...rest]: readonly string[]): Promise<{ value: RedisValue }> {
    let redis = this.#redis?.status === 'ready' ? this.#redis : await this.#open();
    // Another call's time may have run out while this one waited for the connection, which was dropped then.
    if (redis.status !== 'ready') redis = await this.#open();
    return { value: (await redis.call(command, ...rest)) as RedisValue };
  }

  #open(): Promise<Redis> {
    if (this.#opening !== undefined) return this.#opening;
    this.#redis?.disconnect();
    const { host, port, password, tls, connectMs } = this.#door;
    const redis = new Redis({
      host,
      port,
      ...(password === undefined ? {} : { password }),
      ...tlsOptions(tls),
      protocol: 2,
      lazyConnect: true,
      connectTimeout: connectMs,
      enableReadyCheck: false,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      retryStrategy: () => null,
      disableClientInfo: true,
    });
    // Without a listener Node would end the process; what went wrong comes with the rejected connect().
    let last: Error | undefined;
    redis.on('error', (error: Error) => {
      last = error;
    });
    this.#redis = redis;
    const opening = redis
      .connect()
      .then(() => redis)
      .catch((error: unknown) => {
        throw last ?? error;
      })
      .finally(() => {
        if (this.#opening === opening) this.#opening = undefined;
      });
    this.#opening = opening;
    return opening;
  }
}

/**
 * Trusts who has a certificate of this authority, whatever the host: pods are dialled by addresses that no certificate
 * can know, and a cluster's nodes stand for each other.
 */
export function tlsOptions(tls: RedisLogin['tls']): Pick<RedisOptions, 'tls'> {
  return tls === undefined ? {} : { tls: { ...tls, checkServerIdentity: () => undefined } };
}

/** What a timer of ours may be late without our having stood still. */
const LATE_MS = 50;

/**
 * Runs out after `ms` in which this process ran. A timer that fires late was late for the answer too: that lies in the
 * socket, unread, or was never asked for. So the time that was lost is given again, once.
 */
function patience(ms: number): { readonly late: Promise<'late'>; cancel(): void } {
  const begun = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => {
      const lost = performance.now() - begun - ms;
      if (lost < LATE_MS) resolve('late');
      else timer = setTimeout(resolve, Math.min(lost, ms), 'late');
    }, ms);
  });
  return { late, cancel: () => clearTimeout(timer) };
}

/** The server's words, or the network's; a failure of many addresses gives its first. */
function wordsOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return wordsOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
