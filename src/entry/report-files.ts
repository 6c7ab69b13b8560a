import { mkdir, writeFile } from 'node:fs/promises';
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

type Format = GateSpec['reports']['formats'][number];

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
  formats: readonly Format[],
): Promise<readonly string[]> {
  try {
    await mkdir(folder, { recursive: true });
    return await Promise.all(
      formats.map(async (format) => {
        const { file, render } = forms[format];
        const target = path.join(folder, file);
        await writeFile(target, render(report));
        return target;
      }),
    );
  } catch (cause) {
    throw new GateError(
      'PUBLISH_FAILED',
      `reports cannot be written to ${folder}: ${cause instanceof Error ? cause.message : String(cause)}`,
      { hint: 'Name a folder that can be written to with `reports-folder`.', cause },
    );
  }
}
