/**
 * Ours beside `redis-cli --cluster create`, on the same nodes, in turns, to the same property: all nodes agree on
 * everything (the nine checks of the stage). `--local` takes servers of this machine instead of a kind cluster.
 */
import process from 'node:process';
import { clock, log } from '../../__tests__/integration/redis/local-ground.js';
import { awaitNodes } from '../../src/stages/redis/arrival.js';
import { bringUp } from '../../src/stages/redis/bring-up.js';
import { defaultRedisSpec } from '../../src/stages/redis/spec.js';
import { ANSWER_MS, openWorkbench, settleBench, type Workbench } from '../../src/stages/redis/workbench.js';
import { kindStand, localStand, type Stand } from './stand.js';

const ROUNDS = Number(process.env['ROUNDS'] ?? 3);
/** A primary says nothing good within two seconds of its start or reset (CLUSTER_WRITABLE_DELAY). */
const REST_MS = 3000;

interface Row {
  readonly way: string;
  readonly soundMs: number;
  readonly exitMs?: number;
}

const image = process.argv.find((word) => word.startsWith('--image='))?.slice(8) ?? 'redis:8';
const stand: Stand = process.argv.includes('--local') ? await localStand() : await kindStand(image);
const rows: Row[] = [];
try {
  const spec = { ...defaultRedisSpec, holdSeconds: 0, timeoutSeconds: 120 };
  const context = { signal: AbortSignal.timeout(420_000), own: async () => undefined };
  const bench = openWorkbench(spec, stand.ground, clock, log, context);
  const arrived = await awaitNodes(bench);
  console.log(`${stand.where}: ${arrived.observed}`);
  for (let round = 0; round < ROUNDS; round++) {
    rows.push(await ours(bench), await theirs(bench, stand));
    for (const row of rows.slice(-2)) console.log(JSON.stringify(row));
  }
} finally {
  await stand.close();
}
report(rows);

async function ours(bench: Workbench): Promise<Row> {
  await reset(bench);
  const { soundAfterMs = Number.NaN } = await bringUp(bench);
  return { way: 'scale-gate', soundMs: soundAfterMs };
}

async function theirs(bench: Workbench, { redisCli }: Stand): Promise<Row> {
  await reset(bench);
  const since = clock.monotonic();
  const words = bench.addresses.map(({ host, port }) => `${host}:${port}`);
  const created = redisCli(['--cluster', 'create', ...words, '--cluster-replicas', '3', '--cluster-yes']).then(() =>
    Math.round(clock.monotonic() - since),
  );
  const [settled, exitMs] = await Promise.all([settleBench(bench, 0, 120_000, since), created]);
  return { way: 'redis-cli --cluster create', soundMs: settled.soundAfterMs ?? Number.NaN, exitMs };
}

/** Twelve strangers again: no key, no peer, no epoch. */
async function reset(bench: Workbench): Promise<void> {
  const { nodes } = bench.ground.probe;
  const all = (args: string[]) =>
    nodes.call(
      bench.addresses.map(({ name }) => ({ node: name, args })),
      ANSWER_MS * 5,
    );
  await all(['FLUSHALL']);
  await all(['CLUSTER', 'RESET', 'HARD']);
  await all(['FLUSHALL']);
  await all(['CLUSTER', 'RESET', 'HARD']);
  await clock.sleep(REST_MS);
}

function report(all: readonly Row[]): void {
  const median = (way: string): number => {
    const times = all
      .filter((row) => row.way === way)
      .map(({ soundMs }) => soundMs)
      .sort((a, b) => a - b);
    return times[Math.floor(times.length / 2)] ?? Number.NaN;
  };
  const [own, other] = [median('scale-gate'), median('redis-cli --cluster create')];
  console.log(
    `median to agreement of 12 nodes over ${ROUNDS} rounds: scale-gate ${own} ms, redis-cli ${other} ms, ratio ${(own / other).toFixed(3)}`,
  );
  if (!(own / other <= 0.5)) process.exitCode = 1;
}
