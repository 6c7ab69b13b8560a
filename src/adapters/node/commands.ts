import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { execa } from 'execa';
import { type ErrorCode, GateError } from '../../domain/error.js';
import type { Command, CommandResult, Commands } from '../../ports/commands.js';
import { commandLine } from './command-line.js';
import { streamReader } from './line-reader.js';
import { type Launched, type LaunchOptions, pipe } from './pipe.js';
import { findProgram } from './search-path.js';
import { supervise } from './supervision.js';

export interface CommandSettings {
  /** Takes secrets out of command lines and output before they become part of an error. */
  readonly redact?: (text: string) => string;
  /** Milliseconds between SIGTERM and SIGKILL. */
  readonly graceMs?: number;
  /** Characters of each stream that are kept. */
  readonly capacity?: number;
}

type Environment = Readonly<Record<string, string | undefined>>;
type Fail = (code: ErrorCode, what: string, hint: string) => GateError;

interface Call extends Command {
  readonly options: LaunchOptions;
  readonly env: Environment;
}

/** Programs of this machine. They see `env`, not our own environment, and no terminal. */
export function nodeCommands(env: Environment, settings: CommandSettings = {}): Commands {
  const all = { redact: (text: string) => text, graceMs: 5_000, capacity: 64 * 1024 * 1024, ...settings };
  return {
    run: async (program, args, options) => launch({ program, args, options, env }, all).result,
    pipe: (source, sinks, options) =>
      pipe(source, sinks, options, (command, more) => {
        return launch({ ...command, options: { ...options, ...more }, env }, all);
      }),
    find: (program) => findProgram(program, env['PATH'] ?? ''),
  };
}

function launch(call: Call, settings: Required<CommandSettings>): Launched {
  const tail: string[] = [];
  const fail = failures(call, tail, settings.redact);
  if (call.options.signal.aborted) throw fail('CANCELLED', 'cancelled before the start', 'Run the gate again.');
  const onLine = (line: string): void => {
    tail.push(line);
    if (tail.length > 20) tail.shift();
    call.options.onLine?.(line);
  };
  const stdout = streamReader(settings.capacity, onLine);
  const stderr = streamReader(settings.capacity, onLine);
  const child = start(call);
  if (call.options.takeStdout !== true) child.stdout?.on('data', stdout.push);
  child.stderr?.on('data', stderr.push);
  const ended = supervise(child.nodeChildProcess, { ...call.options, graceMs: settings.graceMs });
  const finish = async (): Promise<CommandResult> => {
    const { exitCode, code, signal } = await child;
    const endedBy = ended();
    stdout.end();
    stderr.end();
    if (endedBy === 'abort')
      throw fail('CANCELLED', 'cancelled, and ended', 'Run the gate again; nothing was concluded.');
    if (endedBy === 'deadline')
      throw fail('TIMED_OUT', `not finished within ${call.options.deadlineMs} ms, and ended`, slow);
    if (exitCode === undefined) throw await notRun(call, { code, signal }, fail);
    return { exitCode, stdout: stdout.text(), stderr: stderr.text() };
  };
  return { stdin: child.stdin ?? undefined, stdout: child.stdout ?? undefined, result: finish() };
}

const slow = 'Look at the last lines of its output; give it more time if it was still at work.';

/** In a group of its own, so that it can be ended with everything that it started, and so that ^C reaches us first. */
function start({ program, args, options, env }: Call) {
  return execa(program, args, {
    ...inputOf(options),
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: { ...env, ...options.env },
    extendEnv: false,
    stdout: 'pipe',
    stderr: 'pipe',
    detached: process.platform !== 'win32',
    cleanup: false,
    buffer: false,
    reject: false,
    windowsHide: true,
  });
}

function inputOf({ input, giveStdin }: LaunchOptions): { stdin: 'ignore' | 'pipe' } | { input: string | Readable } {
  if (input === undefined) return { stdin: giveStdin === true ? 'pipe' : 'ignore' };
  return { input: typeof input === 'string' ? input : Readable.from(input, { objectMode: false }) };
}

function failures({ program, args }: Call, tail: readonly string[], redact: (text: string) => string): Fail {
  return (code, what, hint) => {
    const command = redact(commandLine(program, args));
    return new GateError(code, `${what}: ${command}`, { hint, facts: { command, lastLines: redact(tail.join('\n')) } });
  };
}

async function notRun(
  { program, options }: Call,
  { code, signal }: { readonly code?: string | undefined; readonly signal?: string | undefined },
  fail: Fail,
): Promise<GateError> {
  if (code === 'ENOENT' && (await isFolder(options.cwd))) {
    return fail('TOOL_MISSING', `${program} is not on the PATH`, `Install ${program}, or let the gate download it.`);
  }
  const what = signal === undefined ? `can not be started (${code ?? 'unknown reason'})` : `killed by ${signal}`;
  return fail('COMMAND_FAILED', what, 'Run the command by hand; a SIGKILL from outside is often a lack of memory.');
}

async function isFolder(folder: string | undefined): Promise<boolean> {
  if (folder === undefined) return true;
  return stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
