import type { Clock } from '../../ports/clock.js';
import type { NodeAddress, RedisNodes } from '../../ports/redis-nodes.js';
import type { Peer } from './cluster-nodes.js';
import { type NodeView, takeSnapshot } from './snapshot.js';

const REFRESH_EVERY_MS = 250;
const ANSWER_MS = 1000;

export interface Redirect {
  readonly asking: boolean;
  /** Name of the target. */
  readonly node: string;
}

/** Which node owns a slot, as a client believes it. */
export interface Routes {
  owner(slot: number): string | undefined;
  /** Where MOVED or ASK points to; MOVED is believed from now on. Undefined for any other error, and for strangers. */
  redirect(error: string): Redirect | undefined;
  /** Something went wrong: asks all nodes again, soon, though not more often than four times a second. */
  doubt(): void;
  refresh(): Promise<void>;
}

/** `MOVED 3999 127.0.0.1:6381`, `ASK 3999 host:port`. */
export function parseRedirect(
  error: string,
): { readonly asking: boolean; readonly slot: number; readonly host: string; readonly port: number } | undefined {
  const [, word, slot, host, port] = /^(MOVED|ASK) (\d+) (.*):(\d+)$/.exec(error) ?? [];
  if (host === undefined) return undefined;
  return { asking: word === 'ASK', slot: Number(slot), host, port: Number(port) };
}

type NameAt = (host: string, port: number) => string | undefined;

/** The owner of each slot by name: of those who claim it, the one with the newest epoch. */
function ownersIn(views: readonly NodeView[], nameAt: NameAt): Map<number, string> {
  const best = new Map<number, Peer>();
  for (const peer of views.flatMap(({ peers }) => peers)) {
    for (const { first, last } of peer.slots) {
      for (let slot = first; slot <= last; slot++) {
        if ((best.get(slot)?.epoch ?? -1) < peer.epoch) best.set(slot, peer);
      }
    }
  }
  const names = new Map(views.map(({ id, name }) => [id, name]));
  const found = [...best].flatMap(([slot, { id, host, port }]) => {
    const name = names.get(id) ?? nameAt(host, port);
    return name === undefined ? [] : [[slot, name] as const];
  });
  return new Map(found);
}

export function routesTo(nodes: RedisNodes, addresses: () => readonly NodeAddress[], clock: Clock): Routes {
  let owners = new Map<number, string>();
  let asked = Number.NEGATIVE_INFINITY;
  const nameAt: NameAt = (host, port) =>
    addresses().find((address) => address.host === host && address.port === port)?.name;
  const refresh = async (): Promise<void> => {
    asked = clock.monotonic();
    const { views } = await takeSnapshot(
      nodes,
      addresses().map(({ name }) => name),
      ANSWER_MS,
    );
    const found = ownersIn(views, nameAt);
    if (found.size > 0) owners = found;
  };
  let coming = false;
  const doubt = (): void => {
    if (coming) return;
    coming = true;
    // What is asked too soon after the last time is asked a little later, and not never: it was about something newer.
    const soonest = asked + REFRESH_EVERY_MS - clock.monotonic();
    const due = soonest > 0 ? clock.sleep(soonest) : Promise.resolve();
    due
      .then(() => {
        coming = false;
        return refresh();
      })
      .catch(() => undefined);
  };
  return {
    owner: (slot) => owners.get(slot),
    redirect(error) {
      const target = parseRedirect(error);
      const node = target === undefined ? undefined : nameAt(target.host, target.port);
      if (target === undefined || node === undefined) return undefined;
      if (!target.asking) {
        owners.set(target.slot, node);
        doubt();
      }
      return { asking: target.asking, node };
    },
    doubt,
    refresh,
  };
}
