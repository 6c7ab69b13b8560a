import { GateError } from '../../../domain/error.js';
import type { StageContext } from '../../../domain/stage.js';
import type { LoadResult, LoadRun } from '../../../ports/load-generator.js';
import { type Sighting, waitFor } from '../../wait.js';
import { generatorFaults } from '../generator-faults.js';
import type { LoadPorts, LoadSpec } from '../spec.js';
import { isDecided, mostLooks } from './judgement.js';
import type { Block, ComparisonRecord, ComparisonSpec, Variant } from './spec.js';

/** Blocks of one look: eight pairs, the fewest that bound anything at the confidence of one look. */
const order: readonly Variant[] = Array.from(
  { length: 4 },
  () => ['baseline', 'candidate', 'candidate', 'baseline'] as const,
).flat();
/** Requests of a block, without which its p95 is a matter of chance. */
const leastRequests = 80;
const shortestSeconds = 4;
const longestSeconds = 20;
/** Before the first block of a look: connections are open and code is warm; before each block: what was idle wakes. */
const warmUpSeconds = 3;
const leadInSeconds = 0.5;

type Ports = Pick<LoadPorts, 'generator' | 'clock' | 'log'>;

export function blockSecondsAt(rate: number): number {
  return Math.min(longestSeconds, Math.max(shortestSeconds, Math.ceil(leastRequests / rate)));
}

/** Loads both copies in turn, A B B A, until the result is clear or all looks are taken. */
export async function duel(
  comparison: ComparisonSpec,
  spec: LoadSpec,
  rate: number,
  ports: Ports,
  context: StageContext,
): Promise<ComparisonRecord> {
  const blockSeconds = blockSecondsAt(rate);
  let record: ComparisonRecord = { blocks: [], looks: 0, rate, blockSeconds, health: [], faults: [], halt: null };
  while (record.looks < mostLooks && record.halt === null) {
    const next = await look(comparison, spec, { rate, blockSeconds }, ports, context);
    record = {
      ...record,
      blocks: [...record.blocks, ...next.blocks],
      looks: record.looks + 1,
      health: [...record.health, ...next.health],
      faults: [...record.faults, ...next.faults],
      halt: next.halt,
    };
    if (isDecided(record.blocks, comparison.maxSlowdown)) break;
    ports.log.info(`baseline: not clear after ${record.blocks.length} blocks of ${blockSeconds} s`);
  }
  return record;
}

type Look = Pick<ComparisonRecord, 'blocks' | 'health' | 'faults' | 'halt'>;
type Pace = Pick<ComparisonRecord, 'rate' | 'blockSeconds'>;

async function look(
  { copies }: ComparisonSpec,
  { traffic, thresholds }: LoadSpec,
  pace: Pace,
  ports: Ports,
  context: StageContext,
): Promise<Look> {
  const over = new AbortController();
  const signal = AbortSignal.any([context.signal, over.signal]);
  const start = (variant: Variant): Promise<LoadRun> =>
    ports.generator.start({ ...traffic, host: copies[variant].host, abort: null }, signal);
  try {
    const runs = { baseline: await start('baseline'), candidate: await start('candidate') };
    for (const run of Object.values(runs)) await stretch(run, 'warm-up', pace.rate, warmUpSeconds, ports, signal);
    for (const [index, variant] of order.entries()) {
      await stretch(runs[variant], 'lead-in', pace.rate, leadInSeconds, ports, signal);
      await stretch(runs[variant], `block-${index}`, pace.rate, pace.blockSeconds, ports, signal);
    }
    const results = { baseline: await runs.baseline.stop(), candidate: await runs.candidate.stop() };
    return {
      blocks: blocksOf(results),
      health: Object.values(results).map(({ health }) => health),
      faults: Object.values(results).flatMap((result) => generatorFaults(result, thresholds)),
      halt: null,
    };
  } catch (error) {
    if (!(error instanceof GateError) || error.code !== 'LOAD_FAILED') throw error;
    return { blocks: [], health: [], faults: [], halt: error.message };
  } finally {
    over.abort();
  }
}

function blocksOf(results: Readonly<Record<Variant, LoadResult>>): readonly Block[] {
  return order.flatMap((variant, index) => {
    const phase = results[variant].phases.find(({ name }) => name === `block-${index}`);
    return phase === undefined ? [] : [{ variant, latency: phase.latency, tally: phase.tally }];
  });
}

/** One stretch of load, to its end. */
async function stretch(
  run: LoadRun,
  name: string,
  rate: number,
  seconds: number,
  { clock, log }: Ports,
  signal: AbortSignal,
): Promise<void> {
  await run.phase(name, { shape: 'constant', rate, seconds });
  const begun = clock.monotonic();
  const ended = await waitFor(
    {
      what: 'baseline and candidate are measured in turn',
      deadlineMs: seconds * 1000 + 30_000,
      intervalMs: 100,
      async observe(): Promise<Sighting<string | null>> {
        const { ended: broke, tally } = await run.snapshot();
        if (broke !== null) return { done: true, state: broke };
        const open = tally.scheduled - tally.good - tally.bad - tally.shed;
        // What is still in flight would be served beside the other's requests.
        if (clock.monotonic() - begun >= seconds * 1000 && open <= 0) return { done: true, state: null };
        return { done: false, seen: name };
      },
    },
    { clock, log, signal },
  );
  const why = ended.met ? ended.state : `${name} did not end: ${ended.lastSeen}`;
  if (why !== null) throw new GateError('LOAD_FAILED', why, { hint: 'Run again.' });
}
