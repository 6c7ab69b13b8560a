import { Command, CommanderError, Option } from 'commander';
import { type OptionRow, optionTable } from '../inputs/table.js';

/** What was asked for on the command line. */
export interface Asked {
  readonly command: string;
  readonly operands: readonly string[];
  /** Options of the gate by name, as text. */
  readonly given: Readonly<Record<string, string>>;
  readonly config: string | undefined;
  readonly verbose: boolean;
  /** Flags that belong to one command only. */
  readonly own: Readonly<Record<string, string | boolean | readonly string[]>>;
}

const isOfLint = (stage: OptionRow['stage']): boolean => stage === 'lint' || stage === 'gate';

type Act = (asked: Asked) => Promise<void>;

const stageCommands: readonly (readonly [name: string, summary: string])[] = [
  ['lint', 'judge manifests before there is a cluster; needs no Docker'],
  ['provision', 'lint, then create the cluster and leave it standing'],
  ['deploy', 'everything up to the rollout of the service'],
  ['redis', 'everything up to the verified Redis Cluster'],
  ['load', 'everything up to the proof of autoscaling'],
  ['promote', 'decide over the reports of earlier jobs'],
];

/**
 * The command line. `act` is called for a command that was understood; misuse rejects with commander's own error.
 *
 * @param words where given, only commands that are among them get their options: seventy of them for every command would
 *   be a fifth of the time that `lint` needs for one file.
 */
export function buildProgram(version: string, act: Act, words?: readonly string[]): Command {
  const isAsked = (name: string): boolean => words === undefined || words.includes(name);
  const program = new Command('scale-gate')
    .description('Proves that a service scales before it is promoted.')
    .version(version)
    .option('--verbose', 'also say what people only look for when something is wrong')
    .exitOverride()
    .showSuggestionAfterError()
    .configureHelp({ sortSubcommands: false });

  withGateOptions(
    program
      .command('run')
      .description('the whole gate: lint, provision, deploy, redis, load, promote')
      .argument('[folder]', 'folder of the service', '.'),
    () => isAsked('run'),
  ).action(handler(program, act, 'run'));
  for (const [name, summary] of stageCommands) {
    const command = stageCommand(program, name, summary);
    withGateOptions(command, ({ stage }) => isAsked(name) && (name !== 'lint' || isOfLint(stage))).action(
      handler(program, act, name),
    );
  }
  withGateOptions(
    program
      .command('plan')
      .description('which replicas at which load, how soon, and what can never scale; needs no Docker')
      .argument('[folder]', 'folder of the service', '.')
      .option('--cost <milliseconds>', 'CPU time of one request'),
    () => isAsked('plan'),
  ).action(handler(program, act, 'plan'));
  addTraces(program, act);
  return program;
}

function stageCommand(program: Command, name: string, summary: string): Command {
  const command = program.command(name).description(summary);
  if (name !== 'lint') return command.argument('[paths...]', 'folder of the service');
  return command
    .argument('[paths...]', 'files, folders, globs, or - for standard input')
    .addOption(
      new Option('--format <format>', 'form of the findings')
        .choices(['text', 'json', 'sarif', 'junit', 'github'])
        .default('text'),
    )
    .option('--fix', 'mend what is mechanical');
}

/** Commands that neither judge nor make a cluster. */
function addTraces(program: Command, act: Act): void {
  program
    .command('simulate')
    .description('what an HPA would do over a recorded trace; needs no Docker')
    .argument('<folder>', 'folder of the service')
    .requiredOption('--trace <file>', 'CSV of seconds and load, or a timeline.jsonl of an earlier run')
    .option('--cost <milliseconds>', 'CPU time of one request, where the trace tells requests per second')
    .addOption(
      new Option('--clocks <clocks>', 'clocks of the cluster').choices(['production', 'quick']).default('production'),
    )
    .option('--set <change...>', 'what if: min, max, target, tolerance, request, limit, scale-down-window')
    .action(handler(program, act, 'simulate'));
  program
    .command('test-run')
    .description('the k6 script as a TestRun of the k6 operator, for load that one machine cannot send')
    .argument('[folder]', 'folder of the service', '.')
    .requiredOption('--base-url <url>', 'where the pods of the operator find the service')
    .option('--parallelism <pods>', 'pods that share the load', '4')
    .option('--config <file>', 'configuration; scale-gate.yml of the folder where it is not given')
    .action(handler(program, act, 'test-run'));
  program
    .command('cleanup')
    .description('delete what a run left behind, or what all lost runs did')
    .argument('[run]', 'name of the run')
    .option('--all', 'every run that is not under way, also what was kept by cluster-keep')
    .action(handler(program, act, 'cleanup'));
}

function withGateOptions(command: Command, wanted: (row: OptionRow) => boolean): Command {
  command.option('--config <file>', 'configuration; scale-gate.yml of the folder where it is not given');
  for (const row of optionTable.filter(wanted)) {
    const { name, description } = row;
    const option = new Option(
      row.kind.type === 'boolean' ? `--${name} [value]` : `--${name} <value>`,
      description,
    ).argParser(collect);
    // Short help: a stranger needs the handful that docs/inputs.md puts first; the rest is there.
    command.addOption(option.helpGroup(`Options for ${row.stage}:`));
  }
  return command;
}

/** A flag that is given several times is a list. */
function collect(value: string, before: unknown): string {
  return typeof before === 'string' ? `${before}\n${value}` : value;
}

function handler(program: Command, act: Act, command: string): (...args: unknown[]) => Promise<void> {
  return async (...args) => {
    const self = args.at(-1);
    if (!(self instanceof Command)) throw new TypeError('commander changed its signature');
    const { config, ...flags } = self.opts<Record<string, string | boolean | readonly string[]>>();
    const names = new Map(optionTable.map(({ name }) => [camel(name), name]));
    const given = Object.entries(flags).flatMap(([key, value]) => {
      const name = names.get(key);
      return name === undefined ? [] : [[name, String(value)] as const];
    });
    const own = Object.fromEntries(Object.entries(flags).filter(([key]) => !names.has(key)));
    await act({
      command,
      operands: self.args,
      given: Object.fromEntries(given),
      config: typeof config === 'string' ? config : undefined,
      verbose: program.opts<{ verbose?: boolean }>().verbose === true,
      own,
    });
  };
}

/** The key under which commander keeps a flag. */
function camel(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

export function isMisuse(error: unknown): error is CommanderError {
  return error instanceof CommanderError && error.exitCode !== 0;
}

export function isHelp(error: unknown): boolean {
  return error instanceof CommanderError && error.exitCode === 0;
}
