import { Client, H2CClient } from 'undici';
import type { LoadPlan } from '../../ports/load-generator.js';
import type { Random } from './random.js';

export interface Connection {
  readonly client: Client | H2CClient;
  /** Monotonic milliseconds after which it takes no new request. */
  readonly retiresAt: number;
  /** Requests that it has taken so far. */
  used: number;
  busy: number;
}

/** Connections to one origin, opened when they are needed and replaced when they are old. */
export interface Connections {
  /** A connection with room for a request; null when all are busy and no more may be opened. */
  take(now: number): Connection | null;
  give(connection: Connection, now: number): void;
  /** Closes idle connections that are too old. */
  sweep(now: number): void;
  close(): void;
}

function options(plan: LoadPlan): ConstructorParameters<typeof Client>[1] {
  return {
    allowH2: plan.protocol === 'h2',
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: {
      timeout: plan.timeoutMs,
      rejectUnauthorized: !plan.insecure,
      ...(plan.ca === null ? {} : { ca: plan.ca }),
      ...(plan.host === null ? {} : { servername: plan.host.replace(/:\d+$/, '') }),
    },
  };
}

function opener(plan: LoadPlan, random: Random): (now: number) => Connection {
  return (now) => ({
    client:
      plan.protocol === 'h2' && plan.origin.startsWith('http:')
        ? new H2CClient(plan.origin, { headersTimeout: 0, bodyTimeout: 0 })
        : new Client(plan.origin, options(plan)),
    // Ages are spread, so that connections do not all end in the same instant.
    retiresAt: now + plan.connectionMaxAgeMs * (0.75 + random() / 2),
    used: 0,
    busy: 0,
  });
}

/** Closes once what is in flight has been answered; a connection that fails meanwhile has told its requests already. */
function retire({ client }: Connection): void {
  client.close().catch(() => undefined);
}

/** HTTP/1.1: one request at a time on each; the one used last is taken first, so that the others may age and close. */
function exclusive(plan: LoadPlan, random: Random): Connections {
  const open = opener(plan, random);
  let idle: Connection[] = [];
  let opened = 0;
  const drop = (connection: Connection): void => {
    opened--;
    retire(connection);
  };
  return {
    take(now) {
      for (let last = idle.pop(); last; last = idle.pop()) {
        if (last.retiresAt > now) return last;
        drop(last);
      }
      if (opened >= plan.connections) return null;
      opened++;
      return open(now);
    },
    give(connection, now) {
      if (connection.retiresAt > now) idle.push(connection);
      else drop(connection);
    },
    sweep(now) {
      const [keep, old] = [idle.filter((c) => c.retiresAt > now), idle.filter((c) => c.retiresAt <= now)];
      idle = keep;
      for (const connection of old) drop(connection);
    },
    close() {
      for (const connection of idle) drop(connection);
      idle = [];
    },
  };
}

/** Streams that a server must be expected to allow on one HTTP/2 connection (RFC 9113 6.5.2 advises 100 or more). */
const streams = 100;

/** HTTP/2: many requests at a time; the least busy connection is taken. */
function multiplexed(plan: LoadPlan, random: Random): Connections {
  const open = opener(plan, random);
  let connections: Connection[] = [];
  const sweep = (now: number): void => {
    for (const connection of connections.filter(({ retiresAt }) => retiresAt <= now)) retire(connection);
    connections = connections.filter(({ retiresAt }) => retiresAt > now);
  };
  return {
    take(now) {
      if (connections.some(({ retiresAt }) => retiresAt <= now)) sweep(now);
      if (connections.length < plan.connections && connections.every(({ busy }) => busy > 0))
        connections.push(open(now));
      const least = connections.reduce<Connection | null>((a, b) => (a && a.busy <= b.busy ? a : b), null);
      return least && least.busy < streams ? least : null;
    },
    give() {},
    sweep,
    close() {
      sweep(Number.POSITIVE_INFINITY);
    },
  };
}

export function connections(plan: LoadPlan, random: Random): Connections {
  return plan.protocol === 'h2' ? multiplexed(plan, random) : exclusive(plan, random);
}
