import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { GateError } from '../domain/error.js';
import type { Report } from '../domain/report.js';
import { renderComment } from '../reports/comment.js';
import { renderHtml } from '../reports/html/page.js';
import { renderJson } from '../reports/json.js';
import { renderJunit } from '../reports/junit.js';
import { renderSarif } from '../reports/sarif.js';
import { renderSummary } from '../reports/summary.js';
import type { GateSpec } from './inputs/spec.js';

/** `timeline` is written by the load stage itself, second by second. */
type Format = Exclude<GateSpec['reports']['formats'][number], 'timeline'>;

const timelineName = 'timeline.jsonl';

/** Where the load stage keeps its timeline; undefined where it is not asked for. */
export function timelinePath({ reports }: Pick<GateSpec, 'reports'>, folder: string): string | undefined {
  return reports.formats.includes('timeline') ? path.resolve(folder, reports.folder, timelineName) : undefined;
}

const forms: Readonly<Record<Format, { readonly file: string; render(report: Report): string }>> = {
  json: { file: 'report.json', render: renderJson },
  html: { file: 'report.html', render: renderHtml },
  summary: { file: 'summary.md', render: (report) => renderSummary(report) },
  junit: { file: 'junit.xml', render: renderJunit },
  sarif: { file: 'lint.sarif', render: renderSarif },
  comment: { file: 'comment.md', render: (report) => renderComment(report, { key: report.service }) },
};

/** Writes the reports that were asked for, and gives their paths. The report has to be redacted before. */
export async function writeReports(
  report: Report,
  folder: string,
  formats: GateSpec['reports']['formats'],
): Promise<readonly string[]> {
  try {
    await mkdir(folder, { recursive: true });
    const paths = formats.map((format) =>
      format === 'timeline' ? keptTimeline(report, folder) : rendered(forms[format], report, folder),
    );
    return (await Promise.all(paths)).flat();
  } catch (cause) {
    throw new GateError(
      'PUBLISH_FAILED',
      `reports cannot be written to ${folder}: ${cause instanceof Error ? cause.message : String(cause)}`,
      { hint: 'Name a folder that can be written to with `reports-folder`.', cause },
    );
  }
}

async function rendered({ file, render }: (typeof forms)[Format], report: Report, folder: string): Promise<string[]> {
  const target = path.join(folder, file);
  await writeFile(target, render(report));
  return [target];
}

/** The load stage's own file. One that an earlier run left is no evidence of this one, and goes. */
async function keptTimeline({ stages }: Report, folder: string): Promise<string[]> {
  const target = path.join(folder, timelineName);
  if (!stages.some(({ stage }) => stage === 'load')) await rm(target, { force: true });
  return existsSync(target) ? [target] : [];
}
