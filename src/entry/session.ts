import path from 'node:path';
import { systemClock } from '../adapters/node/clock.js';
import { nodeCommands } from '../adapters/node/commands.js';
import { guardText } from '../adapters/node/guarded-log.js';
import { fileJournal } from '../adapters/node/journal.js';
import { runVariable } from '../adapters/node/process-remover.js';
import { journalFolder } from '../adapters/node/state-folder.js';
import { commandsWithTools, nodeTools } from '../adapters/node/tools.js';
import { redactor } from '../domain/redactor.js';
import type { Log } from '../ports/log.js';
import type { GateTools } from './run-facts.js';
import { runIdentity, scratchFolder } from './run-identity.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** What a process needs to run one gate, or to clean up after one. */
export interface Session {
  readonly run: string;
  readonly scratch: string;
  readonly tools: GateTools;
  /** Makes a line fit to be seen. */
  clean(line: string): string;
}

/** Variables whose values are secrets whoever set them. */
const tokens = /^(GITHUB_TOKEN|INPUT_TOKEN|INPUT_GITHUB-TOKEN|ACTIONS_RUNTIME_TOKEN|ACTIONS_ID_TOKEN_REQUEST_TOKEN)$/;

/** Where `kind` and `kubectl` come from, as a user may say it. */
export interface ToolWishes {
  /** Absolute, or relative to where the process runs. */
  readonly folder?: string | undefined;
  readonly mirror?: string | undefined;
  readonly kind?: string | undefined;
  readonly kubectl?: string | undefined;
}

export function openSession(env: Environment, run: string = runIdentity(env), wishes: ToolWishes = {}): Session {
  const learned = Object.entries(env).flatMap(([name, value]) =>
    tokens.test(name) && value !== undefined && value !== '' ? [value] : [],
  );
  const secrets = redactor(learned);
  const scratch = scratchFolder(env);
  const clean = (line: string): string => guardText(line, secrets);
  // Programs that we start need no token of ours.
  const inherited = Object.fromEntries(Object.entries(env).filter(([name]) => !tokens.test(name)));
  const commands = nodeCommands({ ...inherited, [runVariable]: run }, { redact: (text) => secrets.redact(text) });
  const tools = nodeTools(
    { cache: path.join(scratch, 'tools'), ...toolSettings(env, wishes) },
    { commands, clock: systemClock, log: errorLog(clean) },
  );
  return {
    run,
    scratch,
    tools: {
      commands: commandsWithTools(commands, tools),
      journal: fileJournal(journalFolder(env)),
      redactor: secrets,
    },
    clean,
  };
}

/** What happens outside of every stage goes beside the log of the stages. */
function errorLog(clean: (line: string) => string): Log {
  const print = (line: string): void => void process.stderr.write(`${clean(line)}\n`);
  return { info: print, warn: print, progress: print, debug: () => undefined };
}

/** What is given wins over the environment, which also `post` and `cleanup` know. */
function toolSettings(
  { SCALE_GATE_TOOLS_FOLDER: usualFolder, SCALE_GATE_TOOLS_MIRROR: usualMirror }: Environment,
  { folder = usualFolder, mirror = usualMirror, kind, kubectl }: ToolWishes,
) {
  return {
    versions: { ...(kind === undefined ? {} : { kind }), ...(kubectl === undefined ? {} : { kubectl }) },
    ...(folder === undefined || folder === '' ? {} : { offlineFolder: folder }),
    ...(mirror === undefined || mirror === '' ? {} : { mirror }),
  };
}

/** A folder is relative to that of the service, as every path of an option is. */
export function toolWishes({ folder, ...rest }: ToolWishes, service: string): ToolWishes {
  return { ...rest, ...(folder === undefined ? {} : { folder: path.resolve(service, folder) }) };
}
