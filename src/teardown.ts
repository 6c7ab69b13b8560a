import { describeOwned, type Owned } from './domain/owned.js';
import { isRunName } from './domain/run.js';
import type { Clock } from './ports/clock.js';
import type { Journal, JournalEntry } from './ports/journal.js';
import type { Log } from './ports/log.js';
import type { Remover, Removers, Strays } from './ports/removers.js';

export interface TeardownPorts {
  readonly removers: Removers;
  readonly journal: Journal;
  readonly strays: Strays;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Teardown {
  readonly deleted: readonly Owned[];
  readonly left: readonly { readonly owned: Owned; readonly reason: string }[];
}

const attempts = 3;
/** Milliseconds that one attempt at one thing may take; deleting a cluster of several nodes takes some 10 s. */
const attemptMs = 60_000;
const backOffMs = 1_000;
/** How often it is looked for processes of a run before what is still there is somebody else's to end. */
const looks = 5;
/** A run of which nothing is left is remembered for so long: who looks for what it deleted looks soon. */
const forgetMs = 7 * 24 * 60 * 60 * 1000;

/**
 * Undoes what a run owns, last made first unmade. No failure keeps the rest from being deleted, and what was deleted is
 * struck out of the journal only when it was seen to be gone, so that a second teardown goes on where this one ended.
 */
export async function teardown(entries: readonly JournalEntry[], ports: TeardownPorts): Promise<Teardown> {
  const deleted: Owned[] = [];
  const left: { owned: Owned; reason: string }[] = [];
  for (const { run, owned } of entries.toReversed()) {
    const reason = await removeSurely(owned, ports);
    if (reason !== undefined) {
      ports.log.warn(`left behind: ${describeOwned(owned)}: ${reason}`);
      left.push({ owned, reason });
      continue;
    }
    ports.log.info(`deleted ${describeOwned(owned)}`);
    deleted.push(owned);
    await ports.journal.release(run, owned).catch((error: unknown) => ports.log.warn(messageOf(error)));
  }
  return { deleted, left };
}

/**
 * Everything of one run: first its processes, which could still make things, then what the journal owns, then the
 * cluster that has the run's name, for the case that the journal was lost.
 */
export async function cleanUp(run: string, ports: TeardownPorts): Promise<Teardown> {
  const ended = await endStrays(run, ports);
  const at = new Date(ports.clock.now()).toISOString();
  const written = await orNothing(ports.journal.owned(run), ports.log);
  const isKnown = written.some(({ owned }) => owned.type === 'kind-cluster' && owned.name === run);
  const unwritten = isKnown ? [] : (await unwrittenCluster(run, ports)).map((owned) => ({ run, at, owned }));
  return sumOf([...ended, await teardown([...unwritten, ...written], ports)]);
}

/** Ends the processes of a run, the oldest first, until none is seen: each may have started another in its last moment. */
async function endStrays(run: string, ports: TeardownPorts): Promise<readonly Teardown[]> {
  const ended: Teardown[] = [];
  for (let look = 0; look < looks && ended.every(({ left }) => left.length === 0); look++) {
    const strays = await orNothing(ports.strays.of(run), ports.log);
    if (strays.length === 0) break;
    const at = new Date(ports.clock.now()).toISOString();
    ended.push(
      await teardown(
        strays.toReversed().map((owned) => ({ run, at, owned })),
        ports,
      ),
    );
  }
  return ended;
}

function sumOf(parts: readonly Teardown[]): Teardown {
  return { deleted: parts.flatMap(({ deleted }) => deleted), left: parts.flatMap(({ left }) => left) };
}

/**
 * The cluster that has the run's name, where nobody wrote it down and it is there all the same. A run that only judged
 * manifests made none, and its machine may have no engine that could be asked.
 */
async function unwrittenCluster(run: string, { removers, clock, log }: TeardownPorts): Promise<readonly Owned[]> {
  if (!isRunName(run)) return [];
  const cluster = { type: 'kind-cluster', name: run } as const;
  try {
    return (await within(attemptMs, clock, (signal) => removers['kind-cluster'].isGone(cluster, signal)))
      ? []
      : [cluster];
  } catch (error) {
    log.debug(`whether there is a cluster ${run} that nobody wrote down can not be seen: ${messageOf(error)}`);
    return [];
  }
}

/**
 * What lost runners left on this host: everything owned by runs whose process is dead and whose last sign is older than
 * `ttlMs`. What no journal knows is not touched, whatever its name is, and neither is what a user asked to keep, unless
 * that is asked for. Runs of which nothing is left are forgotten in time; until then, what came about after it had been
 * deleted is deleted again.
 */
export async function reap(
  ttlMs: number,
  ports: TeardownPorts,
  which: 'lost' | 'kept too' = 'lost',
): Promise<Teardown> {
  const { clock, journal } = ports;
  const results: Teardown[] = [];
  const over: string[] = [];
  for (const { run, alive, lastWriteAt, kept } of await journal.runs()) {
    const ageMs = clock.now() - Date.parse(lastWriteAt);
    const isStale = !alive && ageMs > ttlMs && (!kept || which === 'kept too');
    const isEmpty = (await journal.owned(run)).length === 0;
    if (isEmpty && !alive && ageMs > forgetMs) await journal.forget(run).catch(() => undefined);
    else if (isEmpty && !alive) over.push(run);
    if (!isStale || isEmpty) continue;
    ports.log.info(`reaping ${run}: its process is gone and it was last heard of at ${lastWriteAt}`);
    results.push(await cleanUp(run, ports));
  }
  return sumOf([...results, ...(await reapLate(over, ports))]);
}

/**
 * Clusters of runs that were cleaned up: an engine that is busy may carry out what it was told long after whoever told it
 * was killed. Only names that are nobody's but a run's, and only while nothing of that run is owned again.
 */
async function reapLate(over: readonly string[], ports: TeardownPorts): Promise<readonly Teardown[]> {
  const runs = over.filter(isRunName);
  if (runs.length === 0) return [];
  const seen = await orNothing(ports.strays.clusters(), ports.log);
  const results: Teardown[] = [];
  for (const run of runs.filter((name) => seen.includes(name))) {
    if ((await ports.journal.owned(run)).length > 0) continue;
    ports.log.info(`reaping ${run}: its cluster came about after it had been deleted`);
    results.push(await cleanUp(run, ports));
  }
  return results;
}

/** A source of knowledge that fails must not keep the others from being used. */
async function orNothing<Item>(items: Promise<readonly Item[]>, log: Log): Promise<readonly Item[]> {
  return items.catch((error: unknown) => {
    log.warn(messageOf(error));
    return [];
  });
}

/** Undefined when it is gone; else why it is not. */
async function removeSurely(owned: Owned, ports: TeardownPorts): Promise<string | undefined> {
  const remover = ports.removers[owned.type] as Remover<Owned>;
  let reason = 'not tried';
  for (let attempt = 1; attempt <= attempts; attempt++) {
    try {
      if (await within(attemptMs, ports.clock, (signal) => removeOnce(remover, owned, signal))) return undefined;
      reason = 'still there after it was deleted';
    } catch (error) {
      reason = messageOf(error);
    }
    if (attempt < attempts) await ports.clock.sleep(backOffMs * attempt);
  }
  return `${reason} (${attempts} attempts)`;
}

async function removeOnce(remover: Remover<Owned>, owned: Owned, signal: AbortSignal): Promise<boolean> {
  await remover.remove(owned, signal);
  return remover.isGone(owned, signal);
}

async function within<Value>(ms: number, clock: Clock, act: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
  const late = new AbortController();
  const done = new AbortController();
  const timer = clock.sleep(ms, done.signal).then(() => {
    late.abort();
    throw new Error(`no end after ${ms / 1000} s`);
  });
  try {
    return await Promise.race([act(late.signal), timer]);
  } finally {
    done.abort();
    timer.catch(() => undefined);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
