import type { LoadPlan } from '../../ports/load-generator.js';
import type { Lane } from './lane.js';
import type { Random } from './random.js';

export interface Connection {
  readonly lane: Lane;
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
  /** One that nobody has used before, for a request that met a closed one; null as with `take`. */
  open(now: number): Connection | null;
  give(connection: Connection, now: number): void;
  /** Closes idle connections that are too old. */
  sweep(now: number): void;
  close(): void;
}

type Opener = (now: number) => Connection;

function opener(plan: LoadPlan, random: Random, lane: () => Lane): Opener {
  return (now) => ({
    lane: lane(),
    // Ages are spread, so that connections do not all end in the same instant.
    retiresAt: now + plan.connectionMaxAgeMs * (0.75 + random() / 2),
    used: 0,
    busy: 0,
  });
}

/** HTTP/1.1: one request at a time on each; the one used last is taken first, so that the others may age and close. */
function exclusive(plan: LoadPlan, open: Opener): Connections {
  let idle: Connection[] = [];
  let opened = 0;
  const drop = (connection: Connection): void => {
    opened--;
    connection.lane.close();
  };
  const begin = (now: number): Connection | null => {
    if (opened >= plan.connections) return null;
    opened++;
    return open(now);
  };
  const fresh = ({ retiresAt, lane }: Connection, now: number): boolean => retiresAt > now && !lane.spent(now);
  return {
    take(now) {
      for (let last = idle.pop(); last; last = idle.pop()) {
        if (fresh(last, now)) return last;
        drop(last);
      }
      return begin(now);
    },
    open(now) {
      const spare = opened >= plan.connections ? idle.shift() : undefined;
      if (spare) drop(spare);
      return begin(now);
    },
    give(connection, now) {
      if (fresh(connection, now)) idle.push(connection);
      else drop(connection);
    },
    sweep(now) {
      const old = idle.filter((connection) => !fresh(connection, now));
      if (old.length === 0) return;
      idle = idle.filter((connection) => fresh(connection, now));
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
function multiplexed(plan: LoadPlan, open: Opener): Connections {
  let connections: Connection[] = [];
  const sweep = (now: number): void => {
    for (const connection of connections.filter(({ retiresAt }) => retiresAt <= now)) connection.lane.close();
    connections = connections.filter(({ retiresAt }) => retiresAt > now);
  };
  const take = (now: number): Connection | null => {
    if (connections.some(({ retiresAt }) => retiresAt <= now)) sweep(now);
    if (connections.length < plan.connections && connections.every(({ busy }) => busy > 0)) connections.push(open(now));
    const least = connections.reduce<Connection | null>((a, b) => (a && a.busy <= b.busy ? a : b), null);
    return least && least.busy < streams ? least : null;
  };
  return {
    take,
    // Its client mends its connection by itself.
    open: take,
    give() {},
    sweep,
    close() {
      sweep(Number.POSITIVE_INFINITY);
    },
  };
}

export function connections(plan: LoadPlan, random: Random, lane: () => Lane): Connections {
  const open = opener(plan, random, lane);
  return plan.protocol === 'h2' ? multiplexed(plan, open) : exclusive(plan, open);
}
