import type { Readable, Writable } from 'node:stream';
import type { Command, CommandOptions, CommandResult } from '../../ports/commands.js';

export interface LaunchOptions extends CommandOptions {
  /** The caller writes stdin. */
  readonly giveStdin?: boolean;
  /** The caller reads stdout; the result's is empty. */
  readonly takeStdout?: boolean;
}

export interface Launched {
  readonly stdin: Writable | undefined;
  readonly stdout: Readable | undefined;
  readonly result: Promise<CommandResult>;
}

type Launch = (command: Command, more: Pick<LaunchOptions, 'giveStdin' | 'takeStdout' | 'signal'>) => Launched;

/**
 * One source into several sinks, at the pace of the slowest. A sink that ends early stops none of the others: its exit
 * code is its answer. When one of the programs can not run, or is ended, all are.
 */
export async function pipe(
  source: Command,
  sinks: readonly Command[],
  { signal }: Pick<CommandOptions, 'signal'>,
  launch: Launch,
): Promise<readonly CommandResult[]> {
  const broken = new AbortController();
  const either = AbortSignal.any([signal, broken.signal]);
  const receivers = sinks.map((sink) => launch(sink, { giveStdin: true, signal: either }));
  const sender = launch(source, { takeStdout: true, signal: either });
  for (const { stdin } of receivers) connect(sender.stdout, stdin);
  const results = [sender, ...receivers].map(({ result }) => result);
  for (const result of results) result.catch(() => broken.abort());
  const settled = await Promise.allSettled(results);
  const failures = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
  if (failures.length > 0) throw firstCause(failures, signal.aborted);
  return settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
}

/** What broke first, not what was cancelled because of it. */
function firstCause(failures: readonly unknown[], cancelledByUser: boolean): unknown {
  const isConsequence = (error: unknown): boolean => (error as { code?: string }).code === 'CANCELLED';
  return (cancelledByUser ? undefined : failures.find((error) => !isConsequence(error))) ?? failures[0];
}

function connect(from: Readable | undefined, to: Writable | undefined): void {
  if (from === undefined || to === undefined) return;
  const leave = (): void => {
    from.unpipe(to);
    from.resume();
  };
  to.on('error', leave).on('close', leave);
  from.pipe(to);
}
