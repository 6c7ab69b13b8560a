import { cancelled, GateError } from '../../src/domain/error.js';
import type { Command, CommandOptions, CommandResult, Commands } from '../../src/ports/commands.js';

export interface CommandCall {
  readonly program: string;
  readonly args: readonly string[];
  readonly input: string | undefined;
}

export type Answer = Partial<CommandResult> | GateError;

/** Programs that do what a test says. A program that the test does not know is missing, as on a real machine. */
export class FakeCommands implements Commands {
  readonly calls: CommandCall[] = [];
  readonly #answers: readonly (readonly [RegExp, (call: CommandCall) => Answer])[];

  /** Pairs of a pattern over `program arg arg …` and what the program then does; the first that matches answers. */
  constructor(answers: readonly (readonly [RegExp, Answer | ((call: CommandCall) => Answer)])[]) {
    this.#answers = answers.map(([pattern, answer]) => [
      pattern,
      typeof answer === 'function' ? answer : (): Answer => answer,
    ]);
  }

  async run(program: string, args: readonly string[], options: CommandOptions): Promise<CommandResult> {
    const line = [program, ...args].join(' ');
    if (options.signal.aborted) throw cancelled(`running ${line}`);
    const call = { program, args, input: await textOf(options.input) };
    this.calls.push(call);
    const answer = this.#answers.find(([pattern]) => pattern.test(line))?.[1](call);
    if (answer === undefined) throw missing(program);
    if (answer instanceof GateError) throw answer;
    const result = { exitCode: 0, stdout: '', stderr: '', ...answer };
    for (const text of [result.stdout, result.stderr]) {
      for (const each of text.split('\n').filter((part) => part !== '')) options.onLine?.(each);
    }
    return result;
  }

  /** The sinks are told the source's stdout as their input. */
  async pipe(
    source: Command,
    sinks: readonly Command[],
    options: Omit<CommandOptions, 'input' | 'onLine'>,
  ): Promise<readonly CommandResult[]> {
    const sent = await this.run(source.program, source.args, options);
    const run = ({ program, args }: Command): Promise<CommandResult> =>
      this.run(program, args, { ...options, input: sent.stdout });
    return [sent, ...(await Promise.all(sinks.map(run)))];
  }

  async find(program: string): Promise<string | undefined> {
    return this.#answers.some(([pattern]) => pattern.test(program)) ? `/usr/bin/${program}` : undefined;
  }
}

function missing(program: string): GateError {
  return new GateError('TOOL_MISSING', `${program} is not on the PATH`, { hint: `Install ${program}.` });
}

async function textOf(input: CommandOptions['input']): Promise<string | undefined> {
  if (input === undefined || typeof input === 'string') return input;
  const parts: Uint8Array[] = [];
  for await (const part of input) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}
