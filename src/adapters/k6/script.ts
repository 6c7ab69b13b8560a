import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GateError } from '../../domain/error.js';
import type { CommandResult, Commands } from '../../ports/commands.js';
import type { ScriptedLoad, ScriptRequest, ScriptResult } from '../../ports/scripted-load.js';
import { meaningOf } from './exit-code.js';
import { parseSummary, type Summary } from './summary.js';

async function read(file: string): Promise<Summary | null> {
  try {
    return parseSummary(await readFile(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Last words of the log that say what went wrong. */
function words(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => /level=(error|fatal)|^ERRO/.test(line));
  return (lines.at(-1) ?? '').slice(0, 500);
}

/** Metrics whose thresholds were crossed, for summaries that do not tell. */
function crossed(stderr: string): readonly string[] {
  const list = /thresholds on metrics '([^']+)' have been crossed/.exec(stderr)?.[1] ?? '';
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** An iteration that throws ends there, and k6 goes on to the next one and to 0. Its log tells the exceptions (1.8, 2.2). */
function thrown(stderr: string): number {
  return stderr.split('\n').filter((line) => /level=error .* source=stacktrace$/.test(line)).length;
}

function outcomeOf({ exitCode, stderr }: CommandResult): ReturnType<typeof meaningOf> {
  const threw = exitCode === 0 ? thrown(stderr) : 0;
  return threw === 0 ? meaningOf(exitCode) : ['script-broken', `the script threw an exception ${threw} times`];
}

function resultOf(ended: CommandResult, summary: Summary | null): ScriptResult {
  const { exitCode, stderr } = ended;
  const [outcome, meaning] = outcomeOf(ended);
  const said = words(stderr);
  const known = summary?.thresholds ?? [];
  const unlisted = crossed(stderr).filter((metric) => !known.some((each) => each.metric === metric && !each.held));
  const failed = summary?.metrics['http_req_failed'];
  return {
    outcome,
    exitCode,
    reason: said === '' ? meaning : `${meaning}: ${said}`,
    requests: summary?.metrics['http_reqs']?.['count'] ?? null,
    failedShare: failed?.['value'] ?? failed?.['rate'] ?? null,
    metrics: summary?.metrics ?? {},
    thresholds: [...known, ...unlisted.map((metric) => ({ metric, expression: 'crossed', held: false }))],
  };
}

/** The folder in which folders for a while are made: one that the run owns, else the machine's. */
type Place = () => Promise<string>;

/**
 * Runs a user's k6 script as it is. The summary is read whatever the exit code is: k6 writes it also when thresholds
 * were crossed, and with it an exit code is told from what it stands for.
 */
export function k6Script(commands: Commands, place: Place = async () => tmpdir()): ScriptedLoad {
  return {
    name: 'k6',
    async run({ script, env, deadlineMs }: ScriptRequest, signal) {
      if ((await commands.find('k6')) === undefined) {
        throw new GateError('TOOL_MISSING', 'k6 is not on the PATH', {
          hint: 'Install k6, or leave load.engine out to use the built-in generator.',
        });
      }
      const folder = await mkdtemp(path.join(await place(), 'scale-gate-k6-'));
      const summary = path.join(folder, 'summary.json');
      try {
        const args = ['run', '--quiet', '--no-usage-report', '--no-color', '--summary-export', summary, script];
        const ended = await commands.run('k6', args, { env, deadlineMs, signal });
        return resultOf(ended, await read(summary));
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
