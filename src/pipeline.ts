import { cancelled, GateError } from './domain/error.js';
import type { Inability, StageReport } from './domain/report.js';
import { type Stage, type StageContext, type StageName, type StageResult, verdictOf } from './domain/stage.js';
import type { Clock } from './ports/clock.js';
import type { Cluster } from './ports/cluster-provider.js';

/** A stage with its spec, ready to run. */
export interface Prepared<Output> {
  readonly name: StageName;
  run(context: StageContext): Promise<StageResult<Output>>;
  /** What of the output goes into the report. */
  data?(output: Output): unknown;
}

export function prepare<Spec, Output>(
  stage: Stage<Spec, Output>,
  spec: Spec,
  data?: (output: Output) => unknown,
): Prepared<Output> {
  return { name: stage.name, run: (context) => stage.run(spec, context), ...(data === undefined ? {} : { data }) };
}

/** What feeds what. A part that is undefined is switched off. */
export interface Parts<Lint, Release, Redis, Load> {
  lint(): Prepared<Lint>;
  provision: ((lint: Lint, onUsable: (cluster: Cluster) => void) => Prepared<Cluster>) | undefined;
  /** Namespace and Secrets, which the service and the Redis nodes both need. */
  prepare(cluster: Cluster, context: StageContext): Promise<void>;
  deploy: ((lint: Lint, cluster: Cluster) => Prepared<Release>) | undefined;
  redis: ((cluster: Cluster) => Prepared<Redis>) | undefined;
  load: ((lint: Lint, cluster: Cluster, release: Release) => Prepared<Load>) | undefined;
  promote:
    | ((stages: readonly StageReport[], lint: Lint, release: Release | undefined) => Prepared<unknown>)
    | undefined;
}

export interface Ran {
  readonly stages: readonly StageReport[];
  readonly skipped: readonly { readonly stage: StageName; readonly reason: string }[];
}

/** Told when a stage begins and ends, so that a log can be kept stage by stage. */
export interface Watcher {
  begin(stage: StageName): void;
  end(report: StageReport): void;
}

/**
 * The story: lint → provision → (deploy beside redis, as soon as the cluster is usable) → load → promote.
 *
 * What cannot follow is skipped, with the reason; a bad stage ends the run, because what comes after it would be
 * about something else. `promote` looks whenever there are manifests that it could be about, and cannot pass over what
 * is missing. Whatever GateError a stage meets, cancellation included, is its report; invalid input and bugs reject, and
 * only when nothing is at work any more.
 */
export async function runPipeline<Lint, Release, Redis, Load>(
  parts: Parts<Lint, Release, Redis, Load>,
  context: StageContext,
  clock: Clock,
  watcher: Watcher,
): Promise<Ran> {
  const bug = new AbortController();
  const guarded = { ...context, signal: AbortSignal.any([context.signal, bug.signal]) };
  const book = new Book(clock, watcher, guarded, (reason) => bug.abort(reason));
  const lint = await book.run('lint', () => parts.lint());
  if (lint === undefined) return book.close(parts, 'lint did not pass');
  const grown = await grow(parts, lint, book, guarded);
  const { load, promote } = parts;
  if (load !== undefined && grown?.proven === true && grown.release !== undefined) {
    const { cluster, release } = grown;
    await book.run('load', () => load(lint, cluster, release));
  }
  const failed = book.firstBad();
  if (promote !== undefined) await book.run('promote', () => promote(book.stages, lint, grown?.release));
  return book.close(parts, failed === undefined ? 'it was not reached' : `${failed} did not pass`);
}

interface Grown<Release> {
  readonly cluster: Cluster;
  readonly release: Release | undefined;
  /** The cluster, the service and its Redis all passed. */
  readonly proven: boolean;
}

/** The cluster, and on it, side by side, the service and its Redis. */
async function grow<Lint, Release, Redis, Load>(
  parts: Parts<Lint, Release, Redis, Load>,
  lint: Lint,
  book: Book,
  context: StageContext,
): Promise<Grown<Release> | undefined> {
  const { provision: provide, deploy, redis: form } = parts;
  if (provide === undefined) return undefined;
  const usable = Promise.withResolvers<Cluster | undefined>();
  const provision = book.run('provision', () => provide(lint, usable.resolve)).finally(() => usable.resolve(undefined));
  const cluster = await usable.promise;
  if (cluster === undefined) {
    await provision;
    return undefined;
  }
  const ready = once(() => parts.prepare(cluster, context));
  const [proven, release, redis] = await allEnded([
    provision,
    deploy === undefined ? undefined : book.run('deploy', () => after(ready, deploy(lint, cluster))),
    form === undefined ? undefined : book.run('redis', () => after(ready, form(cluster))),
  ] as const);
  const redisHolds = form === undefined || redis !== undefined;
  return { cluster, release, proven: proven !== undefined && release !== undefined && redisHolds };
}

/** Like `Promise.all`, but nothing is still at work when it rejects: what is deleted then is not made again. */
async function allEnded<const Promises extends readonly unknown[]>(
  promises: Promises,
): Promise<{ -readonly [Index in keyof Promises]: Awaited<Promises[Index]> }> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}

/** What two stages need is made by the first that asks; both learn how it ended. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function after<Output>(ready: () => Promise<void>, { name, run, data }: Prepared<Output>): Prepared<Output> {
  return {
    name,
    run: async (context) => {
      await ready();
      context.signal.throwIfAborted();
      return run(context);
    },
    ...(data === undefined ? {} : { data }),
  };
}

type Stamp = Pick<StageReport, 'stage' | 'startedAt' | 'durationMs'>;

/** Keeps what every stage reported. Whatever happens becomes a report; only a bug of ours escapes as an exception. */
class Book {
  readonly stages: StageReport[] = [];
  readonly #clock: Clock;
  readonly #watcher: Watcher;
  readonly #context: StageContext;
  readonly #abort: (reason: unknown) => void;

  constructor(clock: Clock, watcher: Watcher, context: StageContext, abort: (reason: unknown) => void) {
    this.#abort = abort;
    this.#clock = clock;
    this.#watcher = watcher;
    this.#context = context;
  }

  /** The stage's output where it passed, undefined where it did not. */
  async run<Output>(stage: StageName, prepared: () => Prepared<Output>): Promise<Output | undefined> {
    const [startedAt, begun] = [new Date(this.#clock.now()).toISOString(), this.#clock.monotonic()];
    this.#watcher.begin(stage);
    const stamp = (): Stamp => ({ stage, startedAt, durationMs: Math.round(this.#clock.monotonic() - begun) });
    try {
      this.#context.signal.throwIfAborted();
      const { run, data: show } = prepared();
      const { evidence, notes = [], output } = await run(this.#context);
      const [verdict, data] = [verdictOf(evidence), show?.(output)];
      this.#keep({ ...stamp(), verdict, evidence, notes, ...(data === undefined ? {} : { data }) });
      return verdict === 'pass' ? output : undefined;
    } catch (thrown) {
      const error = this.#inability(thrown, stage);
      this.#keep({ ...stamp(), verdict: 'inconclusive', evidence: [], notes: [], error });
      return undefined;
    }
  }

  /** What kept a stage from its work, as data. Throws again what is no inability: invalid input, and our own bugs. */
  #inability(thrown: unknown, stage: StageName): Inability {
    const { signal } = this.#context;
    const isCancel = signal.aborted && thrown === signal.reason;
    const error = isCancel && !(thrown instanceof GateError) ? cancelled(`${stage} was under way`) : thrown;
    if (!(error instanceof GateError) || error.code === 'INPUT_INVALID') {
      this.#abort(error);
      throw error;
    }
    const { code, message, hint, facts } = error;
    return { code, message, hint, facts };
  }

  firstBad(): StageName | undefined {
    return this.stages.find(({ verdict }) => verdict !== 'pass')?.stage;
  }

  close(parts: Readonly<Partial<Record<StageName, unknown>>>, reason: string): Ran {
    const on = (['provision', 'deploy', 'redis', 'load', 'promote'] as const).filter(
      (stage) => parts[stage] !== undefined,
    );
    const missed = on.filter((name) => !this.stages.some(({ stage }) => stage === name));
    return { stages: this.stages, skipped: missed.map((stage) => ({ stage, reason })) };
  }

  #keep(report: StageReport): void {
    this.stages.push(report);
    this.#watcher.end(report);
  }
}
