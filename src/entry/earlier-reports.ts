import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type EarlierReport, mistrusted } from '../domain/earlier.js';
import { GateError } from '../domain/error.js';
import type { Report } from '../domain/report.js';
import { reportOf } from '../domain/report-form.js';

/** Bytes; the largest report of our own is far below. */
const limit = 64 * 1024 * 1024;

const hint = 'Name the report.json of a run of the gate, as its job uploaded it.';

/** Reads the reports of earlier jobs. Throws `GateError` `EVIDENCE_REFUSED` for what is no report. */
export function readEarlier(files: readonly string[], folder: string): Promise<readonly EarlierReport[]> {
  return Promise.all(
    files.map(async (file) => ({ file, report: mistrusted(await readOne(path.resolve(folder, file))) })),
  );
}

/** The one report that is to be published as it is. */
export async function readOnly(files: readonly string[], folder: string): Promise<Report> {
  const [first, ...others] = await readEarlier(files, folder);
  if (first !== undefined && others.length === 0) return first.report;
  throw new GateError('EVIDENCE_REFUSED', `${files.length} reports are to be published, and only one can be`, { hint });
}

async function readOne(file: string) {
  const report = reportOf(await parsed(file));
  if (typeof report !== 'string') return report;
  throw new GateError('EVIDENCE_REFUSED', `${file} has not the form of a report: ${report}`, { hint });
}

async function parsed(file: string): Promise<unknown> {
  try {
    const { size } = await stat(file);
    if (size > limit) throw new RangeError(`${size} bytes are more than ${limit}`);
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new GateError('EVIDENCE_REFUSED', `${file} cannot be read: ${why}`, { hint, cause });
  }
}
