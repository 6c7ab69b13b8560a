import type { LoadOptions, LoadSample, ReadBack } from '../../ports/redis-load.js';
import type { Account, Losses } from './ledger.js';
import { account, longestGap, losses } from './ledger.js';
import { hasSlot, type SlotRange } from './slots.js';
import { type Blackout, blackoutSince } from './standstill.js';
import type { Workbench } from './workbench.js';

export const SESSION_SECONDS = 300;
const WAIT_MS = 200;

/** What the writes before, during and after an event went through. */
export interface LoadResult {
  /** Plain writes by raw connections: the truth about servers. */
  readonly plain: Account;
  /** Writes with WAIT 1, by raw connections. */
  readonly waited: Account;
  /** The application's client with its own options: the truth about users. */
  readonly app: Account;
  readonly lost: Losses;
  readonly lostWaited: Losses;
  readonly lostApp: Losses;
  /** Longest time without an acknowledged plain write, on the shard it was done to and on the others. */
  readonly hitGapMs: number;
  readonly collateralMs: number;
  /** For how long the probe or the gate itself stood still meanwhile. */
  readonly blackout?: Blackout;
}

let runs = 0;

/** Keeps three loads of session writes running while something is done, then accounts for each write. */
export async function underLoad<T>(
  bench: Workbench,
  hit: () => readonly SlotRange[],
  act: () => Promise<T>,
): Promise<{ readonly result: T; readonly load: LoadResult }> {
  const { load } = bench.ground.probe;
  const base = `sg:${bench.clock.now().toString(36)}:${runs++}`;
  const options = loadsOf(bench, base);
  const since = bench.clock.monotonic();
  for (const one of options) await load.start(one);
  let result: T;
  const samples: (readonly LoadSample[])[] = [];
  try {
    result = await act();
  } finally {
    for (const { prefix } of options) samples.push(await load.stop(prefix));
  }
  const blackout = await blackoutSince(bench, since);
  const [plain = [], waited = [], app = []] = samples;
  const found = await load.readBack(
    [...plain, ...waited, ...app].filter(({ outcome }) => outcome === 'acked').map(({ key }) => key),
  );
  const accounted = accountFor(plain, waited, app, found, hit());
  return { result, load: blackout === undefined ? accounted : { ...accounted, blackout } };
}

function loadsOf({ spec }: Workbench, base: string): readonly LoadOptions[] {
  const common = {
    rate: spec.rate,
    ttlSeconds: SESSION_SECONDS,
    waitMs: WAIT_MS,
    timeoutMs: spec.writeTimeoutMs,
    appOptions: spec.appOptions,
  };
  return [
    { ...common, client: 'raw', waitReplicas: 0, prefix: `${base}:plain:` },
    { ...common, client: 'raw', waitReplicas: 1, prefix: `${base}:wait:` },
    { ...common, client: 'app', waitReplicas: 0, prefix: `${base}:app:` },
  ];
}

function accountFor(
  plain: readonly LoadSample[],
  waited: readonly LoadSample[],
  app: readonly LoadSample[],
  found: readonly ReadBack[],
  hit: readonly SlotRange[],
): LoadResult {
  const inHit = ({ slot }: LoadSample): boolean => hasSlot(hit, slot);
  return {
    plain: account(plain),
    waited: account(waited),
    app: account(app),
    lost: losses(plain, found, SESSION_SECONDS),
    lostWaited: losses(waited, found, SESSION_SECONDS),
    lostApp: losses(app, found, SESSION_SECONDS),
    hitGapMs: longestGap(plain, inHit),
    collateralMs: longestGap(plain, (sample) => !inHit(sample)),
  };
}
