import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { GateError } from '../../domain/error.js';
import type { Owned } from '../../domain/owned.js';
import type { Journal, JournalEntry, JournalRun } from '../../ports/journal.js';
import { isAlive, type ProcessIdentity, processIdentity } from './processes.js';

interface Line {
  /** `keep` is about the whole run; what it names is there for the form of the line. */
  readonly act: 'own' | 'release' | 'keep';
  readonly run: string;
  readonly at: string;
  readonly owned: Owned;
  readonly by: ProcessIdentity;
}

const ownedTypes: readonly string[] = ['kind-cluster', 'namespace', 'path', 'process'] satisfies Owned['type'][];
const runForm = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/**
 * A journal of one NDJSON file a run in `folder`, private to the user. Each line is one write, flushed to disk before
 * the promise resolves. A torn line, which a crash or a full disk leaves behind, is passed over by readers and closed
 * off by the next writer.
 */
export function fileJournal(folder: string): Journal {
  const self = processIdentity(process.pid);
  const write = async (act: Line['act'], run: string, owned: Owned): Promise<void> =>
    append(folder, { act, run, at: new Date().toISOString(), owned, by: self });
  return {
    own: (run, owned) => write('own', run, owned),
    release: (run, owned) => write('release', run, owned),
    keep: (run) => write('keep', run, { type: 'kind-cluster', name: run }),
    owned: async (run) => entriesOf(await readLines(folder, run)),
    runs: async () => runsOf(await readLines(folder, undefined)),
    forget: (run) => forget(folder, run),
  };
}

async function append(folder: string, line: Line): Promise<void> {
  if (!runForm.test(line.run)) throw new TypeError(`run name ${JSON.stringify(line.run)} can not name a file`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const handle = await open(path.join(folder, `${line.run}.ndjson`), 'a', 0o600);
    try {
      // The line end comes first as well, so that a torn line before it spoils no second one.
      await handle.writeFile(`\n${JSON.stringify(line)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw new GateError('JOURNAL_FAILED', `the journal in ${folder} can not be written: ${reasonOf(cause)}`, {
      hint: 'Give the run a folder that is writable and has space; nothing was created without being written down.',
      cause,
    });
  }
}

async function readLines(folder: string, run: string | undefined): Promise<Line[]> {
  const names = await filesOf(folder);
  const wanted = names.filter((name) => run === undefined || name === `${run}.ndjson`);
  const texts = await Promise.all(wanted.map((name) => readFile(path.join(folder, name), 'utf8')));
  return texts
    .flatMap((text) => text.split('\n').flatMap((line) => parseLine(line) ?? []))
    .sort((a, b) => a.at.localeCompare(b.at));
}

/** Only the file of that run in our own folder: a name that could lead elsewhere is refused when it is written. */
async function forget(folder: string, run: string): Promise<void> {
  if (!runForm.test(run) || entriesOf(await readLines(folder, run)).length > 0) return;
  await rm(path.join(folder, `${run}.ndjson`), { force: true });
}

async function filesOf(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.ndjson'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new GateError('JOURNAL_FAILED', `the journal in ${folder} can not be read: ${reasonOf(error)}`, {
      hint: 'Make the folder readable; until then nothing can be cleaned up from it.',
      cause: error,
    });
  }
}

function parseLine(text: string): Line | undefined {
  if (text.trim() === '') return undefined;
  try {
    const line = JSON.parse(text) as Line;
    return ownedTypes.includes(line.owned.type) && typeof line.run === 'string' && typeof line.at === 'string'
      ? line
      : undefined;
  } catch {
    return undefined;
  }
}

function entriesOf(lines: readonly Line[]): JournalEntry[] {
  const entries: JournalEntry[] = [];
  for (const { act, run, at, owned } of lines) {
    const known = entries.findIndex((entry) => entry.run === run && isDeepStrictEqual(entry.owned, owned));
    if (act === 'own' && known < 0) entries.push({ run, at, owned });
    if (act === 'release' && known >= 0) entries.splice(known, 1);
  }
  return entries;
}

function runsOf(lines: readonly Line[]): JournalRun[] {
  const newest = new Map(lines.map((line) => [line.run, line]));
  const kept = new Set(lines.filter(({ act }) => act === 'keep').map(({ run }) => run));
  return [...newest.values()].map(({ run, at, by }) => ({
    run,
    lastWriteAt: at,
    alive: isAlive(by),
    kept: kept.has(run),
  }));
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
