import type { Report } from '../domain/report.js';

/** report.json: the report as it is, in the form of schema/report.schema.json. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
