export interface CommandOptions {
  readonly input?: string | AsyncIterable<Uint8Array>;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds; the command and its children are ended when they are over. */
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
  /** Called for each line of either stream, already without its line end. Foreign text. */
  onLine?(line: string): void;
}

export interface CommandResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
}

/** Runs programs without a shell. Children never inherit stdout, and end with us. */
export interface Commands {
  /** Resolves whatever the exit code is: an exit code is a claim, judged by who asked. Rejects with `GateError` when the program cannot be started, is ended by its deadline, or the signal is aborted. */
  run(program: string, args: readonly string[], options: CommandOptions): Promise<CommandResult>;
  /** Runs a program and gives its stdout to several others at once, as a shell's `|` and `tee` would. Results: the source's, then the sinks' in order. */
  pipe(
    source: Command,
    sinks: readonly Command[],
    options: Omit<CommandOptions, 'input' | 'onLine'>,
  ): Promise<readonly CommandResult[]>;
  /** Path of a program on the PATH, or undefined. */
  find(program: string): Promise<string | undefined>;
}
